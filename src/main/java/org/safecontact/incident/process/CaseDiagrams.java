package org.safecontact.incident.process;

import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseNames;
import org.springframework.stereotype.Component;

/** Every diagram that runs for a case, whichever waits for what happens. */
@Component
class CaseDiagrams {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final CurrentPerson person;

    CaseDiagrams(RuntimeService runtime, ManagementService management, CurrentPerson person) {
        this.runtime = runtime;
        this.management = management;
        this.person = person;
    }

    /** An escalation that is about to begin tells people of the level that stands then. */
    boolean escalationBegins(String reference) {
        return person.asTheHouse(() -> Stream.of(CaseElements.ESCALATION, CaseElements.ESCALATION_AT_ONCE)
                .anyMatch(step -> runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, CaseNames.UNPLANNED_CONTACT)
                        .list()
                        .stream()
                        .anyMatch(running -> management
                                        .createJobQuery()
                                        .processInstanceId(running.getId())
                                        .activityId(step)
                                        .withRetriesLeft()
                                        .count()
                                > 0)));
    }

    /** Whether somebody has it to do to ring the police. */
    boolean policeToRing(String reference) {
        return person.asTheHouse(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, CaseNames.CALL_POLICE)
                        .count()
                > 0);
    }

    /** @return whether any diagram of the case waited for it */
    boolean reach(String message, String reference) {
        return person.asTheHouse(() -> !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference)
                .correlateAllWithResult()
                .isEmpty());
    }
}
