package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.Map;

/** Names of the diagram {@code keep-plan}. */
final class KeepPlan {

    static final String PROCESS = "keep-plan";
    /** The child's file, also the business key. */
    static final String REFERENCE = "reference";
    /** Id of who began it; null where the child moved. */
    static final String KEEPER = "keeper";
    /** Boolean: whether anything was entered. */
    static final String CHANGED = "changed";
    /** Boolean: whether a second person has to compare it with the document. */
    static final String TO_CHECK = "toCheck";
    /** Number of the entry; null until there is one. */
    static final String ENTRY = "entry";
    /** Boolean: whether it is what the document says; true as well where it stands no more. */
    static final String MATCHES = "matches";

    /** The message that the child lives in another home now. */
    static final String CHILD_MOVED = "plan.childMoved";

    /** The message that an agreed contact is over by its own end. */
    static final String CONTACT_OVER = "plan.contactOver";

    /** The message that a Safer Care Plan was signed. */
    static final String SAFER_CARE_PLAN_SIGNED = "plan.saferCarePlanSigned";
    /** Number of the version that was signed; only there. */
    static final String SAFER_CARE_PLAN = "saferCarePlan";

    private KeepPlan() {}

    /** What it has from its first moment. */
    static Map<String, Object> variables(String reference, String keeper) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(REFERENCE, reference);
        variables.put(KEEPER, keeper);
        variables.put(ENTRY, null);
        return variables;
    }
}
