package org.safecontact.contact;

import java.util.List;
import org.safecontact.plan.PlanCheck;

/**
 * A contact beside what is agreed.
 *
 * @param clause the words that say so
 * @param differs what was not as agreed, each in a few words; empty where nothing was
 */
public record Compared(PlanCheck.Result result, String clause, List<String> differs) {

    public boolean within() {
        return result == PlanCheck.Result.WITHIN;
    }
}
