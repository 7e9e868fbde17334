package org.safecontact.restriction.review;

import java.time.LocalDate;
import java.util.Optional;
import org.safecontact.plan.Choice;

/**
 * What was found of one topic. Texts are as somebody typed them.
 *
 * @param words what is agreed, what is still to do, or why it is not right for the child's age
 * @param restsOn of what is checked: the risk assessment it rests on, and why it is in proportion
 * @param doer who does what is still to do: id of a carer, or {@link #WORKER}
 * @param by by when
 * @param note what was said to it since: what gets in the way, or why it is not to be done after all
 */
public record Finding(
        Topic topic,
        How how,
        String words,
        String restsOn,
        Optional<String> doer,
        Optional<LocalDate> by,
        String note) {

    /** Whoever supervises the home. */
    public static final String WORKER = "worker";

    /** How it stands with a topic; the names are those of the form. */
    public enum How implements Choice {
        RIGHT("right", "As it should be"),
        NOT_YET("notYet", "Still to do"),
        NOT_RIGHT("notRight", "Not right, or not needed, at this age");

        private final String id;
        private final String words;

        How(String id, String words) {
            this.id = id;
            this.words = words;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** The same for somebody else, or by another day. */
    Finding with(String newDoer, LocalDate newDay, String newNote) {
        return new Finding(topic, how, words, restsOn, Optional.of(newDoer), Optional.of(newDay), newNote);
    }

    Finding noted(String newNote) {
        return new Finding(topic, how, words, restsOn, doer, by, newNote);
    }

    /** Keeps what was typed out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "Finding[" + topic + ", " + how + "]";
    }
}
