package org.safecontact.wellbeing.process;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Reporting;
import org.safecontact.wellbeing.BackToTheDecision;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.Seen;
import org.safecontact.wellbeing.Wellbeing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram, each one sentence. */
@Configuration
class WellbeingSteps {

    /** Takes the look that is due; none when it is not wanted any more. */
    @Bean
    @InDiagrams
    JavaDelegate openLook(Wellbeing wellbeing) {
        return execution -> execution.setVariable(
                Names.LOOK,
                wellbeing.take(Names.schedule(execution)).map(Look::id).orElse(null));
    }

    @Bean
    @InDiagrams
    JavaDelegate noteMissedLook(Wellbeing wellbeing) {
        return execution -> wellbeing.missed(Names.look(execution));
    }

    /** Opens the look to the home's other carer, whoever had taken it included. */
    @Bean
    @InDiagrams
    JavaDelegate askOtherCarerToLook(WellbeingPeople people, TaskService tasks) {
        return execution -> {
            Set<String> carers = people.homeOfLook(execution);
            for (Task task : tasks.createTaskQuery()
                    .processInstanceId(execution.getProcessInstanceId())
                    .taskDefinitionKey(ObserveWellbeing.KEY)
                    .list()) {
                if (task.getAssignee() != null && carers.contains(task.getAssignee())) {
                    tasks.setAssignee(task.getId(), null);
                }
                carers.forEach(carer -> tasks.addCandidateUser(task.getId(), carer));
            }
        };
    }

    /** What was seen goes back to the risk decision; new contact is a new report, open at once for whoever saw it. */
    @Bean
    @InDiagrams
    JavaDelegate decideAgain(
            BackToTheDecision decision,
            Wellbeing wellbeing,
            Reporting reporting,
            RuntimeService runtime,
            CurrentPerson person) {
        return execution -> {
            Look look = wellbeing.look(Names.look(execution));
            decision.decide(look.id());
            boolean newContact = look.seen()
                    .filter(seen -> seen.signs().contains(Seen.Sign.NEW_CONTACT))
                    .isPresent();
            if (newContact && reporting.unsentOf(look.doneBy().orElseThrow()).isEmpty()) {
                person.asTheHouse(() -> runtime.startProcessInstanceByKey(CaseNames.UNPLANNED_CONTACT));
            }
        };
    }
}
