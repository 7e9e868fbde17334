package org.safecontact.contact;

import java.time.Instant;
import java.util.Optional;
import org.safecontact.plan.Channel;
import org.safecontact.plan.PlanCheck;
import org.safecontact.plan.Supervision;

/**
 * An agreed contact that somebody began to tell about.
 *
 * @param reference {@code CON-<year>-<six digits>}, given by the server
 * @param begunBy who tells it
 * @param kept what was told; empty while it is not sent, and where nothing was to be told
 * @param report the report that came of it
 */
public record Contact(
        String reference,
        String childId,
        String begunBy,
        Instant begunAt,
        Optional<Kept> kept,
        Optional<String> report) {

    /**
     * What stands of it.
     *
     * @param entry number of the entry that it was agreed with
     * @param planCheck what was agreed said of it
     */
    public record Kept(
            int entry,
            String personId,
            Channel channel,
            Instant happenedAt,
            Went went,
            Optional<Supervision> there,
            Presentation before,
            Presentation after,
            PlanCheck.Result planCheck,
            Instant toldAt) {

        public boolean tookPlace() {
            return went != Went.NOT_HAPPENED;
        }
    }
}
