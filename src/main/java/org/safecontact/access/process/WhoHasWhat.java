package org.safecontact.access.process;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.safecontact.access.CasesInHand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the engine's own queries cannot say of its tasks; asks its tables through the one mapping that stands beside the engine's own. */
@Component
class WhoHasWhat implements CasesInHand {

    private final ObjectProvider<ProcessEngine> engine;

    WhoHasWhat(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public List<String> of(String personId) {
        return texts(TasksInSight.IN_HAND, personId);
    }

    /** Ids of those who have taken anything. */
    List<String> haveSomething() {
        return texts(TasksInSight.WHO_HAS_SOMETHING, null);
    }

    /** Ids of those to whom anything is offered by name. */
    List<String> areOfferedSomething() {
        return texts(TasksInSight.WHO_IS_OFFERED_SOMETHING, null);
    }

    /** Ids of what waits for somebody and is offered to this person by name. */
    List<String> offeredByName(String personId) {
        return texts(TasksInSight.OFFERED_BY_NAME, personId);
    }

    private List<String> texts(String statement, Object parameter) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        List<?> rows = configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.getDbEntityManager().selectList(statement, parameter));
        return rows.stream().map(String.class::cast).toList();
    }
}
