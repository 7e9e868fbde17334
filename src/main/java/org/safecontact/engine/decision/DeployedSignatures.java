package org.safecontact.engine.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.safecontact.engine.Decision;
import org.safecontact.engine.DecisionSignature;
import org.safecontact.engine.DecisionSignatures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Compares the file that was deployed, and decided, with the one that was signed. */
@Component
class DeployedSignatures implements DecisionSignatures {

    private final ObjectProvider<ProcessEngineConfigurationImpl> configuration;
    private final SignedVersions signed;
    private final Map<String, Optional<SignedVersions.Signed>> known = new ConcurrentHashMap<>();

    DeployedSignatures(
            ObjectProvider<ProcessEngineConfigurationImpl> configuration,
            @Value("classpath:processes/decisions/signed.yaml") Resource list) {
        this.configuration = configuration;
        try (InputStream yaml = list.getInputStream()) {
            signed = SignedVersions.read(yaml);
        } catch (IOException missing) {
            throw new UncheckedIOException("The list of signed decision tables is missing", missing);
        }
    }

    @Override
    public DecisionSignature of(Decision decision) {
        Optional<SignedVersions.Signed> signature =
                known.computeIfAbsent(decision.key() + ":" + decision.version(), version -> {
                    CommandContext running = Context.getCommandContext();
                    Command<Optional<SignedVersions.Signed>> look =
                            context -> context.runWithoutAuthorization(() -> look(context, decision));
                    return running != null
                            ? look.execute(running)
                            : configuration
                                    .getObject()
                                    .getCommandExecutorTxRequired()
                                    .execute(look);
                });
        return new DecisionSignature(
                decision.key(),
                decision.versionName(),
                signature.map(SignedVersions.Signed::by),
                signature.map(SignedVersions.Signed::on).orElse(null),
                signature.map(SignedVersions.Signed::demonstration).orElse(false));
    }

    private Optional<SignedVersions.Signed> look(CommandContext context, Decision decision) {
        DecisionDefinition definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedDecisionDefinitionByKeyAndVersion(decision.key(), decision.version());
        ResourceEntity file = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        return signed.of(decision.key(), file.getBytes());
    }
}
