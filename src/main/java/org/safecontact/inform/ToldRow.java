package org.safecontact.inform;

import java.time.Instant;
import java.util.Optional;
import org.safecontact.record.Author;

/**
 * One row of who was told what. See the table {@code told}.
 *
 * @param purpose why, as the turn that it belongs to says
 * @param at when it was written
 * @param said when it was, as whoever did it says
 */
record ToldRow(
        String reference,
        String ladder,
        Purpose purpose,
        int rung,
        int repetition,
        What what,
        String role,
        Optional<String> personId,
        String how,
        String byWhom,
        Instant at,
        Optional<Instant> until,
        Optional<Instant> said) {

    enum What {
        TOLD,
        TAKEN,
        GIVEN_BACK,
        ANSWERED,
        TO_BE_RUNG,
        REACHED,
        NOT_REACHED,
        CALLED_OFF
    }

    /** Whether that person knows of it from then on; whoever answered without having been told was told by whom they spoke with. */
    boolean knows() {
        return what == What.TOLD || what == What.ANSWERED;
    }

    /** When it was. */
    Instant when() {
        return said.filter(at::isAfter).orElse(at);
    }

    static final String SYSTEM = Author.SYSTEM.personId();
    static final String BY_MESSAGE = "message";
    static final String BY_TELEPHONE = "telephone";
    static final String ON_SCREEN = "screen";
}
