package org.safecontact.referral.process;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.access.ToDoWaits;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.safecontact.referral.AbuseReports;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram {@code own-report}, each one sentence. */
@Configuration
class OwnReportSteps {

    /** However it ends: answered, or over because its person may see nothing of the case any more. */
    @Bean
    @InDiagrams
    TaskListener ownReportSettled(AbuseReports reports) {
        return task -> reports.settled(
                task.getExecution().getProcessBusinessKey(), (String) task.getVariable(OwnReport.WHOSE));
    }

    /** The registered managers hear of it; a worker whose it is does too, a carer is rung by somebody (practice, section 3). */
    @Bean
    @InDiagrams
    JavaDelegate tellManagerNotReported(AbuseReports reports, TaskService tasks, ApplicationEventPublisher events) {
        return execution -> {
            String reference = execution.getProcessBusinessKey();
            String whose = (String) execution.getVariable(OwnReport.WHOSE);
            tasks.createTaskQuery()
                    .processInstanceId(execution.getProcessInstanceId())
                    .list()
                    .forEach(task -> {
                        reports.late(reference, whose, task.getDueDate().toInstant());
                        events.publishEvent(new ToDoWaits(
                                reference,
                                task.getId(),
                                task.getTaskDefinitionKey(),
                                Set.of(Role.REGISTERED_MANAGER.groupId()),
                                Set.of(whose)));
                    });
        };
    }
}
