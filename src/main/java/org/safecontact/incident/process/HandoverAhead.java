package org.safecontact.incident.process;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.ComesNext;
import org.springframework.stereotype.Component;

/** What was told out of hours waits for the next working morning. */
@Component
class HandoverAhead implements ComesNext {

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final CurrentPerson person;

    HandoverAhead(RuntimeService runtime, ManagementService jobs, CurrentPerson person) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.person = person;
    }

    @Override
    public List<Next> on(String reference) {
        return person.asTheHouse(() -> runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(reference)
                .activityId(NothingLeftToDo.NEXT_MORNING)
                .list()
                .stream()
                .flatMap(waits -> jobs.createJobQuery().executionId(waits.getId()).list().stream())
                .map(morning ->
                        new Next("it is handed over", morning.getDuedate().toInstant()))
                .toList());
    }
}
