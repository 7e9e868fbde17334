package org.safecontact.engine.form;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.springframework.stereotype.Component;

/** The forms as they were deployed together with a diagram; a running case keeps the form it began with. */
@Component
class FormsOfDeployments {

    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    /**
     * @param key the form's id
     * @throws IllegalStateException when the deployment has no such form
     */
    Form find(CommandContext context, String deploymentId, String key) {
        return forms.computeIfAbsent(deploymentId + "/" + key, both -> read(context, deploymentId, key));
    }

    private static Form read(CommandContext context, String deploymentId, String key) {
        CamundaFormDefinitionEntity definition =
                context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deploymentId, key);
        if (definition == null) {
            throw new IllegalStateException("The form " + key + " was not deployed together with its diagram");
        }
        byte[] file = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deploymentId, definition.getResourceName())
                .getBytes();
        return FormReader.read(new ByteArrayInputStream(file));
    }
}
