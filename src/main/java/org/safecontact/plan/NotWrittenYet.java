package org.safecontact.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.safecontact.plan.PlanItem.Alone;
import org.safecontact.plan.PlanItem.Delegation;
import org.safecontact.plan.PlanItem.Document;

/**
 * What belongs on a child's page and is not there: silence reads as leave to one and as refusal to another (policy, sections 2 and 10; NMS 9.7). What
 * stands without counting is there, with its own mark.
 */
final class NotWrittenYet {

    private NotWrittenYet() {}

    /** Each a sentence, with what to do meanwhile; empty where nothing is missing. */
    static List<String> of(Plan plan) {
        List<String> missing = new ArrayList<>();
        if (nothing(plan, item -> is(item, DocumentKind.CARE_PLAN))) {
            missing.add("The Care Plan is not on file yet.");
        }
        if (nothing(plan, item -> is(item, DocumentKind.PLACEMENT_PLAN))) {
            missing.add("The Placement Plan is not on file yet.");
        }
        if (nothing(plan, item -> item instanceof Delegation about && about.subject() == Subject.SOCIAL_MEDIA)) {
            missing.add("Who decides about social media is not written here: ask the child's social worker first.");
        }
        if (nothing(plan, Alone.class::isInstance)) {
            missing.add("What the child may do alone online is not written here yet. What could it do, at its age?"
                    + " Talk about it with the child and with each other.");
        }
        return missing;
    }

    private static boolean is(PlanItem item, DocumentKind kind) {
        return item instanceof Document document && document.kind() == kind;
    }

    private static boolean nothing(Plan plan, Predicate<PlanItem> about) {
        return plan.entries().stream().map(Plan.Held::item).noneMatch(about);
    }
}
