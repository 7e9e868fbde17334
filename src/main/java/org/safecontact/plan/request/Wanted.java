package org.safecontact.plan.request;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody asks for. Texts are as somebody typed them.
 *
 * @param until how long it is to go on, as far as whoever asks has thought of it
 * @param why why it would be good for the child
 * @param childSays what the child wants, in the child's words
 */
public record Wanted(Wish wish, Whom whom, Terms terms, Optional<LocalDate> until, String why, String childSays) {

    /** Keeps what was typed out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "Wanted[" + wish + "]";
    }
}
