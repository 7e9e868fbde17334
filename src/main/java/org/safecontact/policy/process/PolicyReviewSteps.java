package org.safecontact.policy.process;

import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ToDoWaits;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.safecontact.policy.PolicyLooks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram, each one sentence. */
@Configuration
class PolicyReviewSteps {

    /** The line on the list says which policy, and by when. */
    @Bean
    @InDiagrams
    TaskListener whichPolicy(PolicyLooks looks) {
        return task ->
                looks.concern(PolicyReview.reference(task)).map(looks::toDo).ifPresent(task::setName);
    }

    /** The responsible individual may do it as well from then on: what a manager has no time for is not left lying. */
    @Bean
    @InDiagrams
    JavaDelegate sayPolicyWaits(TaskService tasks, CaseTasks caseTasks, ApplicationEventPublisher events, Clock clock) {
        return execution -> tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ReviewPolicy.KEY)
                .dueBefore(Date.from(clock.instant()))
                .list()
                .forEach(late -> {
                    tasks.addCandidateGroup(late.getId(), Role.RESPONSIBLE_INDIVIDUAL.groupId());
                    events.publishEvent(waits(late, caseTasks));
                });
    }

    private static ToDoWaits waits(Task late, CaseTasks caseTasks) {
        CaseTask open = caseTasks.find(late.getId()).orElseThrow().caseTask();
        Set<String> people = new HashSet<>(open.candidateUsers());
        open.assignee().ifPresent(people::add);
        return new ToDoWaits(
                open.reference(), late.getId(), late.getTaskDefinitionKey(), open.candidateGroups(), people);
    }
}
