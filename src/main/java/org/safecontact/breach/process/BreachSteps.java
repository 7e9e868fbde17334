package org.safecontact.breach.process;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram: what waits is opened to more people, who hear of it. */
@Configuration
class BreachSteps {

    private final TaskService tasks;
    private final BreachWaits waits;

    BreachSteps(TaskService tasks, BreachWaits waits) {
        this.tasks = tasks;
        this.waits = waits;
    }

    @Bean
    @InDiagrams
    JavaDelegate askManagersToCheckAddress() {
        return also(ToDos.CHECK_ADDRESS_SAFETY, Role.TEAM_MANAGER, Role.REGISTERED_MANAGER);
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
        return also(ToDos.ANSWER_REGULATOR, Role.RESPONSIBLE_INDIVIDUAL);
    }

    private JavaDelegate also(String key, Role... roles) {
        return execution -> tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(key)
                .list()
                .forEach(task -> waits.ask(execution, task, Set.of(roles)));
    }
}
