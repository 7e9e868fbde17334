package org.safecontact.incident.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Handing;
import org.safecontact.incident.Police;
import org.safecontact.incident.RiskLevel;
import org.safecontact.record.Author;
import org.springframework.stereotype.Component;

/**
 * The police are asked for, and how serious it is then: a second alarm does not ask for them again for the same. In danger it takes 999, of
 * who is there; whoever was asked for less has it to do no more, so that nobody chooses between two calls (practice, section 1; house default).
 */
@Component("policeAsked")
@InDiagrams
class PoliceAsked implements ExecutionListener {

    private final Police police;
    private final Handing handing;
    private final CurrentPerson person;

    PoliceAsked(Police police, Handing handing, CurrentPerson person) {
        this.police = police;
        this.handing = handing;
        this.person = person;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String reference = Case.reference(execution);
        RiskLevel level = Case.level(execution);
        police.asked(reference, level, Author.SYSTEM.personId());
        if (level == RiskLevel.IMMEDIATE) {
            person.asTheHouse(() -> endWhatIsAskedForLess(execution, reference));
        }
    }

    private void endWhatIsAskedForLess(DelegateExecution execution, String reference) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.CALL_POLICE)
                .list()
                .forEach(asked -> handing.overtaken(
                        reference,
                        Optional.ofNullable(asked.getAssignee()),
                        asked.getName(),
                        "Somebody is in danger now: that takes 999, which is asked for instead."));
        runtime.createMessageCorrelation(CaseNames.POLICE_ASKED_IN_DANGER)
                .processInstanceBusinessKey(reference)
                .correlateAll();
    }
}
