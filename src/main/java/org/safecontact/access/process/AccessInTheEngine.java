package org.safecontact.access.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.LoginChanges;
import org.safecontact.access.LoginLetters;
import org.safecontact.access.Sights;
import org.safecontact.access.TwoPeople;
import org.safecontact.access.WhoComesIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Puts our rule of who sees what into the engine's task lists, counts and by-id commands. */
@Component
class AccessInTheEngine extends AbstractProcessEnginePlugin {

    private final CaseAccess access;
    private final Sights sights;
    private final CaseFiles files;
    private final TwoPeople two;
    private final LoginChanges changes;
    private final ObjectProvider<LoginLetters> letters;
    private final WhoComesIn comesIn;
    private final CurrentPerson person;
    private final PasswordEncryptor passwords;

    AccessInTheEngine(
            CaseAccess access,
            Sights sights,
            CaseFiles files,
            TwoPeople two,
            LoginChanges changes,
            ObjectProvider<LoginLetters> letters,
            WhoComesIn comesIn,
            CurrentPerson person,
            PasswordEncryptor passwords) {
        this.access = access;
        this.sights = sights;
        this.files = files;
        this.two = two;
        this.changes = changes;
        this.letters = letters;
        this.comesIn = comesIn;
        this.person = person;
        this.passwords = passwords;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCommandCheckers(
                new ArrayList<>(List.of(new TenantCommandChecker(), new CaseCommandChecker(access, files, two))));
        configuration.setResourceAuthorizationProvider(NoGrantsByItself.provider());
        configuration.setIdentityProviderSessionFactory(WatchedLogins.factory(changes, letters, comesIn, person));
        configuration.setPasswordEncryptor(passwords);
        configuration.setCustomJobHandlers(
                withOurs(configuration.getCustomJobHandlers(), List.of(new LoginLetterJob(letters))));
        configuration.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        configuration.setEnforceSpecificVariablePermission(true);
        configuration.setCustomPreBPMNParseListeners(withOurs(
                configuration.getCustomPreBPMNParseListeners(),
                List.of(new CaseBelonging(files), new FirstPersonKept(two))));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        if (!configuration.isAuthorizationEnabled()) {
            throw new ProcessEngineException(
                    "camunda.bpm.authorization.enabled is off: everybody would see everything");
        }
        configuration.getSessionFactories().put(AuthorizationManager.class, new ManagerPerCommand());
        addMapping(configuration.getSqlSessionFactory().getConfiguration());
        // a copy: the engine shares one map between all engines of this machine
        Map<String, String> statements =
                new HashMap<>(configuration.getDbSqlSessionFactory().getStatementMappings());
        statements.put("selectTaskByQueryCriteria", TasksInSight.LIST);
        statements.put("selectTaskCountByQueryCriteria", TasksInSight.COUNT);
        configuration.getDbSqlSessionFactory().setStatementMappings(statements);
    }

    private static <T> List<T> withOurs(List<T> present, List<? extends T> ours) {
        List<T> all = new ArrayList<>(present == null ? List.of() : present);
        all.addAll(ours);
        return all;
    }

    private static void addMapping(Configuration mappings) {
        try (InputStream xml = new ClassPathResource(TasksInSight.MAPPING).getInputStream()) {
            new XMLMapperBuilder(xml, mappings, TasksInSight.MAPPING, mappings.getSqlFragments()).parse();
        } catch (IOException missing) {
            throw new ProcessEngineException("The mapping " + TasksInSight.MAPPING + " is missing", missing);
        }
    }

    private final class ManagerPerCommand implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new CaseAuthorizationManager(sights);
        }
    }
}
