package org.safecontact.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.safecontact.engine.decision.RulesThatFired;
import org.safecontact.engine.form.CaseFormService;
import org.safecontact.engine.form.LateSubmissions;
import org.safecontact.engine.form.OnlyWhatIsShown;
import org.safecontact.engine.guard.DiagramBeans;
import org.safecontact.engine.guard.GuardedExpressionManager;
import org.safecontact.engine.history.WordlessJobLog;
import org.safecontact.engine.history.WorkingHistory;
import org.safecontact.engine.jobs.WordlessFailures;
import org.safecontact.engine.outside.OnlyByItsDiagram;
import org.safecontact.engine.outside.TouchedCases;
import org.safecontact.engine.outside.WhatWasTouched;
import org.safecontact.engine.stuck.StuckCaseIncidents;
import org.safecontact.engine.stuck.StuckCases;
import org.safecontact.engine.web.NoteRefusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How the engine is set up. What protects people stands here and not in a configuration file: nobody switches it off
 * by accident. Comes after the starter's own settings and has the last word.
 */
@Component
@Order(100)
class EngineSettings extends AbstractCamundaConfiguration {

    /** The largest page of anything that the web applications ask for (value of the Camunda manual). */
    private static final int MOST_RESULTS = 2000;

    /** Three attempts in the first minute, then a person is told. House default. */
    private static final String RETRIES = "R3/PT15S";

    private final ApplicationContext context;
    private final RulesThatFired rulesThatFired;
    private final ObjectProvider<BpmnParseListener> parseListeners;
    private final LateSubmissions lateSubmissions;
    private final StuckCases stuckCases;
    private final TouchedCases touchedCases;

    EngineSettings(
            ApplicationContext context,
            RulesThatFired rulesThatFired,
            ObjectProvider<BpmnParseListener> parseListeners,
            LateSubmissions lateSubmissions,
            StuckCases stuckCases,
            TouchedCases touchedCases) {
        this.context = context;
        this.rulesThatFired = rulesThatFired;
        this.parseListeners = parseListeners;
        this.lateSubmissions = lateSubmissions;
        this.stuckCases = stuckCases;
        this.touchedCases = touchedCases;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        guardExpressions(engine);
        rememberStepsOnly(engine);
        closeUnusedDoors(engine);
        runJobs(engine);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnablePasswordPolicy(true);
        engine.setQueryMaxResultsLimit(MOST_RESULTS);
        parseListeners.orderedStream().forEach(engine.getCustomPostBPMNParseListeners()::add);
        engine.getCustomPreCommandInterceptorsTxRequired().add(new NoteRefusals());
        engine.getCustomPreCommandInterceptorsTxRequired().add(new OnlyByItsDiagram(engine));
        engine.getCustomPreCommandInterceptorsTxRequired().add(new OnlyWhatIsShown());
        engine.getCustomHistoryEventHandlers().add(new WhatWasTouched(touchedCases));
        engine.setFormService(new CaseFormService(lateSubmissions));
        listenToDecisions(engine);
    }

    private void guardExpressions(SpringProcessEngineConfiguration engine) {
        DiagramBeans beans = new DiagramBeans(context);
        engine.setBeans(beans);
        engine.setExpressionManager(new GuardedExpressionManager(context, beans));
        engine.setEnableExpressionsInAdhocQueries(false);
        // Prepared filters say ${currentUser()}; whatever else a stored query says is refused by the guard.
        engine.setEnableExpressionsInStoredQueries(true);
    }

    private void rememberStepsOnly(SpringProcessEngineConfiguration engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new WorkingHistory())));
        engine.setHistory(WorkingHistory.NAME);
        engine.setHistoryEventProducer(new WordlessJobLog());
        engine.setRestrictUserOperationLogToAuthenticatedUsers(true);
        engine.setTaskMetricsEnabled(false);
        // By night, when nobody waits for a page; UTC.
        engine.setHistoryCleanupBatchWindowStartTime("02:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setHistoryCleanupJobLogTimeToLive("P30D");
    }

    private void closeUnusedDoors(SpringProcessEngineConfiguration engine) {
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDefaultSerializationFormat(Variables.SerializationDataFormats.JSON.getName());
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationAllowedClasses("");
        engine.setDeserializationAllowedPackages("");
        engine.setEnableXxeProcessing(false);
        engine.setEnableScriptCompilation(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
    }

    private void runJobs(SpringProcessEngineConfiguration engine) {
        engine.setFailedJobRetryTimeCycle(RETRIES);
        engine.setFailedJobCommandFactory(new WordlessFailures());
        engine.getCustomIncidentHandlers().add(new StuckCaseIncidents(stuckCases));
        engine.setEnsureJobDueDateNotNull(true);
        // A case that became more serious meanwhile repeats as often as it should from now on.
        engine.setReevaluateTimeCycleWhenDue(true);
        // First everything that somebody waits for, then what can wait; of each first what was due first.
        engine.setJobExecutorAcquireByPriority(true);
        engine.setJobExecutorAcquireByDueDate(true);
    }

    private void listenToDecisions(SpringProcessEngineConfiguration engine) {
        var dmn = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        dmn.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(rulesThatFired)));
        engine.setDmnEngineConfiguration(dmn);
    }
}
