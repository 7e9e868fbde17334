package org.safecontact.restriction.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names of the diagram {@code device-restriction}. */
final class DeviceRestriction {

    static final String PROCESS = "device-restriction";
    /** The limit, also the business key. */
    static final String REFERENCE = "reference";
    /** Id of who began it. */
    static final String KEEPER = "keeper";
    /** Boolean: whether anything is to be limited. */
    static final String LIMITED = "limited";
    /** What follows from the table: {@code now}, {@code ask} or {@code no}. */
    static final String FOLLOWS = "follows";
    /** Boolean: whether the authority agrees. */
    static final String AGREED = "agreed";
    /** Boolean: whether it goes on after somebody looked at it. */
    static final String GOES_ON = "goesOn";
    /** Id of who asked to look at it before its day; null when its day has come. */
    static final String REVIEWER = "reviewer";

    /** The message that somebody wants to look at it before its day. */
    static final String LOOK_WANTED = "restriction.lookWanted";

    /** The message that the child lives in another home now. */
    static final String CHILD_MOVED = "restriction.childMoved";

    private DeviceRestriction() {}

    static String reference(VariableScope scope) {
        return (String) scope.getVariable(REFERENCE);
    }

    /** What it has from its first moment, so that no condition of the diagram meets a name that is not there. */
    static Map<String, Object> variables(String reference, String keeper) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(REFERENCE, reference);
        variables.put(KEEPER, keeper);
        for (String unknown : new String[] {LIMITED, FOLLOWS, AGREED, GOES_ON, REVIEWER}) {
            variables.put(unknown, null);
        }
        return variables;
    }
}
