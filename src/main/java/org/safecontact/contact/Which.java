package org.safecontact.contact;

import java.time.Instant;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Agreement;

/**
 * One agreed contact at one time.
 *
 * @param agreed the entry of what is agreed, as it stood that day
 * @param at when it began
 */
public record Which(Held agreed, Instant at) {

    public Agreement agreement() {
        return (Agreement) agreed.item();
    }
}
