package org.safecontact.restriction.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDoWaits;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.safecontact.restriction.Answer.Follows;
import org.safecontact.restriction.LimitDecisions;
import org.safecontact.restriction.Restrictions;
import org.safecontact.restriction.ToldOfLimit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram, each one sentence. */
@Configuration
class RestrictionSteps {

    @Bean
    @InDiagrams
    JavaDelegate decideRestriction(Restrictions restrictions, LimitDecisions decisions) {
        return execution -> {
            String reference = DeviceRestriction.reference(execution);
            Follows says = restrictions.decide(reference);
            Follows follows = decisions.wasOver(reference) ? Follows.NO : says;
            execution.setVariable(DeviceRestriction.FOLLOWS, follows.name().toLowerCase());
        };
    }

    @Bean
    @InDiagrams
    JavaDelegate tellOfRestriction(ToldOfLimit told) {
        return execution -> told.tell(DeviceRestriction.reference(execution));
    }

    @Bean
    @InDiagrams
    JavaDelegate endRestriction(LimitDecisions decisions) {
        return execution -> decisions.lapse(DeviceRestriction.reference(execution));
    }

    /** Whoever has it can still write it. */
    @Bean
    @InDiagrams
    JavaDelegate askWorkerToWriteRestriction(TaskService tasks) {
        return execution -> {
            for (Task written : tasks.createTaskQuery()
                    .processInstanceId(execution.getProcessInstanceId())
                    .taskDefinitionKey(ToDos.PROPOSE_RESTRICTION)
                    .list()) {
                if (written.getAssignee() != null) {
                    tasks.addCandidateUser(written.getId(), written.getAssignee());
                    tasks.setAssignee(written.getId(), null);
                }
                tasks.addCandidateGroup(written.getId(), Role.SUPERVISING_SOCIAL_WORKER.groupId());
            }
        };
    }

    @Bean
    @InDiagrams
    JavaDelegate askAboveToRatify(TaskService tasks, ApplicationEventPublisher events) {
        return execution -> tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ToDos.RATIFY_RESTRICTION)
                .list()
                .forEach(open -> {
                    tasks.addCandidateGroup(open.getId(), Role.RESPONSIBLE_INDIVIDUAL.groupId());
                    events.publishEvent(new ToDoWaits(
                            DeviceRestriction.reference(execution),
                            open.getId(),
                            open.getTaskDefinitionKey(),
                            Set.of(Role.REGISTERED_MANAGER.groupId(), Role.RESPONSIBLE_INDIVIDUAL.groupId()),
                            Optional.ofNullable(open.getAssignee()).map(Set::of).orElse(Set.of())));
                });
    }
}
