package org.safecontact.breach.process;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDoWaits;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram: what waits is opened to more people, who hear of it. */
@Configuration
class BreachSteps {

    private final TaskService tasks;
    private final ApplicationEventPublisher events;

    BreachSteps(TaskService tasks, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.events = events;
    }

    @Bean
    @InDiagrams
    JavaDelegate askManagersToCheckAddress() {
        return also(ConfidentialityBreach.CHECK_ADDRESS_SAFETY, Role.TEAM_MANAGER, Role.REGISTERED_MANAGER);
    }

    /** Whoever has it can still do it. */
    @Bean
    @InDiagrams
    JavaDelegate askWorkerToMakePrivate() {
        return also(ToDos.MAKE_PRIVATE, Role.SUPERVISING_SOCIAL_WORKER, Role.REGISTERED_MANAGER);
    }

    @Bean
    @InDiagrams
    JavaDelegate askAboveToAnswerRegulator() {
        return also(ConfidentialityBreach.ANSWER_REGULATOR, Role.RESPONSIBLE_INDIVIDUAL);
    }

    private JavaDelegate also(String key, Role... roles) {
        return execution -> {
            Set<String> groups = Stream.of(roles).map(Role::groupId).collect(Collectors.toSet());
            for (Task task : tasks.createTaskQuery()
                    .processInstanceId(execution.getProcessInstanceId())
                    .taskDefinitionKey(key)
                    .list()) {
                if (task.getAssignee() != null) {
                    tasks.addCandidateUser(task.getId(), task.getAssignee());
                    tasks.setAssignee(task.getId(), null);
                }
                groups.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
                events.publishEvent(new ToDoWaits(execution.getProcessBusinessKey(), task.getId(), groups, Set.of()));
            }
        };
    }
}
