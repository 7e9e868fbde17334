package org.safecontact.plan.request;

import java.time.Instant;
import java.util.Optional;

/**
 * A request for contact, from the moment it was begun.
 *
 * @param reference {@code CON-<year>-<six digits>}, given by the server
 * @param begunBy id of who began it
 * @param asked what was asked for; empty until it was sent
 * @param answer what became of it; empty while it waits
 */
public record ContactRequest(
        String reference,
        String childId,
        String begunBy,
        Because because,
        Optional<Asked> asked,
        Optional<Answer> answer) {

    /** @param at when it was sent */
    public record Asked(Wanted wanted, String by, Instant at) {}

    /**
     * @param entry number of what it changed in what is agreed
     * @param words for the home: what is decided and why
     */
    public record Answer(Outcome outcome, String by, Instant at, Optional<Integer> entry, String words) {

        /** Keeps what was typed out of logs and of the texts of errors. */
        @Override
        public String toString() {
            return "Answer[" + outcome + "]";
        }
    }

    /** Id of who asks: who sent it; until then who began it. */
    public String asker() {
        return asked.map(Asked::by).orElse(begunBy);
    }

    /** What was asked for; only of one that was sent. */
    public Wanted wanted() {
        return asked.orElseThrow().wanted();
    }
}
