package org.safecontact.handle.process;

import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ToDoWaits;
import org.safecontact.access.ToDos;
import org.safecontact.engine.InDiagrams;
import org.safecontact.handle.HandleRegister;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram, each one sentence. */
@Configuration
class SameAccountSteps {

    @Bean
    @InDiagrams
    JavaDelegate sayInReports(HandleRegister register) {
        return execution -> register.sayInReports(SameAccount.find(execution));
    }

    /** To whoever has it and whoever may take it: nobody above learns of it. */
    @Bean
    @InDiagrams
    JavaDelegate sayAccountWaits(
            TaskService tasks, CaseTasks caseTasks, ApplicationEventPublisher events, Clock clock) {
        return execution -> tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ToDos.DECIDE_ABOUT_ACCOUNT)
                .dueBefore(Date.from(clock.instant()))
                .list()
                .forEach(late -> events.publishEvent(waits(late, caseTasks)));
    }

    private static ToDoWaits waits(Task late, CaseTasks caseTasks) {
        CaseTask open = caseTasks.find(late.getId()).orElseThrow().caseTask();
        Set<String> people = new HashSet<>(open.candidateUsers());
        open.assignee().ifPresent(people::add);
        return new ToDoWaits(
                open.reference(), late.getId(), late.getTaskDefinitionKey(), open.candidateGroups(), people);
    }
}
