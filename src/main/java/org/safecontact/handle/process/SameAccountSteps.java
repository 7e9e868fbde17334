package org.safecontact.handle.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.access.ToDos;
import org.safecontact.engine.InDiagrams;
import org.safecontact.handle.AccountComparison;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram, each one sentence. */
@Configuration
class SameAccountSteps {

    @Bean
    @InDiagrams
    JavaDelegate compareAccounts(AccountComparison comparison) {
        return execution -> comparison.compare(SameAccount.reference(execution));
    }

    @Bean
    @InDiagrams
    JavaDelegate askAboutAccounts(AccountComparison comparison) {
        return execution -> comparison.ask(SameAccount.reference(execution));
    }

    @Bean
    @InDiagrams
    JavaDelegate sayAccountWaits(TaskService tasks, AskedAboutAccount asked, Clock clock) {
        return execution -> tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ToDos.DECIDE_ABOUT_ACCOUNT)
                .dueBefore(Date.from(clock.instant()))
                .list()
                .forEach(asked::hears);
    }
}
