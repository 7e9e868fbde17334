package org.safecontact.access.process;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.safecontact.access.CasesInHand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the engine's tables through the one mapping that stands beside the engine's own. */
@Component
class CasesInHandByTheEngine implements CasesInHand {

    private final ObjectProvider<ProcessEngine> engine;

    CasesInHandByTheEngine(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> of(String personId) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context ->
                (List<String>) context.getDbEntityManager().selectList(TasksInSight.IN_HAND, personId));
    }
}
