package org.safecontact.engine.stuck;

import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.engine.StuckStep;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A case in which something that should have happened by itself did not. */
@Component("stuckCases")
@InDiagrams
public class StuckCases {

    static final String PROCESS = "stuck-case";
    static final String STUCK_AT = "stuckAt";
    static final String STUCK_DEFINITION = "stuckDefinition";
    /** Key of the table that gave no answer; absent when a step of a diagram is stuck. */
    static final String STUCK_TABLE = "stuckTable";

    private static final String INCIDENT = "incidentId";
    private static final String WENT_ON = "engine.wentOn";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<CaseFiles> files;
    private final ObjectProvider<CaseRecord> record;
    private final ApplicationEventPublisher events;
    private final WorkingTime workingTime;
    private final Clock clock;

    StuckCases(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<RepositoryService> repository,
            ObjectProvider<CaseFiles> files,
            ObjectProvider<CaseRecord> record,
            ApplicationEventPublisher events,
            WorkingTime workingTime,
            Clock clock) {
        this.runtime = runtime;
        this.repository = repository;
        this.files = files;
        this.record = record;
        this.events = events;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** A while after it was noticed (default 15 minutes). */
    public Date dueAt(DelegateExecution execution) {
        return Date.from(workingTime.due(clock.instant(), HouseTime.STUCK_CASE));
    }

    /** A while after somebody looked and it was not mended (default an hour). */
    public Date lookAgainAt(DelegateExecution execution) {
        return Date.from(workingTime.due(clock.instant(), HouseTime.STUCK_CASE_AGAIN));
    }

    /** As urgent as the case. */
    public int urgency(DelegateExecution execution) {
        return files.getObject()
                .find(execution.getProcessBusinessKey())
                .map(CaseFile::urgency)
                .orElse(0);
    }

    /** Puts it before duty and on record; a job that belongs to no case is technical help's alone. */
    void begin(Incident incident) {
        caseOf(incident).ifPresent(reference -> {
            Map<String, Object> ids = new HashMap<>();
            ids.put("reference", reference);
            ids.put(INCIDENT, incident.getId());
            ids.put(STUCK_AT, incident.getActivityId());
            ids.put(STUCK_DEFINITION, incident.getProcessDefinitionId());
            write(reference, "Something did not happen by itself", incident);
            runtime.getObject().startProcessInstanceByKey(PROCESS, reference, ids);
            events.publishEvent(
                    new StuckStep(reference, definitionOf(incident.getProcessDefinitionId()), incident.getId()));
        });
    }

    /** Takes the to-do away: it was mended, or the case ended another way. */
    void end(String incidentId) {
        List<Execution> waiting = runtime.getObject()
                .createExecutionQuery()
                .processDefinitionKey(PROCESS)
                .messageEventSubscriptionName(WENT_ON)
                .processVariableValueEquals(INCIDENT, incidentId)
                .list();
        waiting.forEach(execution -> runtime.getObject().messageEventReceived(WENT_ON, execution.getId()));
    }

    private Optional<String> caseOf(Incident incident) {
        if (incident.getProcessInstanceId() == null || !canBegin(incident)) {
            return Optional.empty();
        }
        return files.getObject()
                .referenceOf(incident.getProcessInstanceId())
                .or(() -> businessKey(incident))
                .filter(reference -> files.getObject().find(reference).isPresent());
    }

    private Optional<String> businessKey(Incident incident) {
        return Optional.ofNullable(runtime.getObject()
                        .createProcessInstanceQuery()
                        .processInstanceId(incident.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey);
    }

    /** Never for the to-do itself, or one failure would breed the next. */
    private boolean canBegin(Incident incident) {
        return repository
                                .getObject()
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(PROCESS)
                                .count()
                        > 0
                && !definitionOf(incident.getProcessDefinitionId()).equals(PROCESS);
    }

    private String definitionOf(String definitionId) {
        return definitionId == null
                ? ""
                : repository.getObject().getProcessDefinition(definitionId).getKey();
    }

    private void write(String reference, String title, Incident incident) {
        String what = nameOf(incident.getProcessDefinitionId(), incident.getActivityId());
        record.getObject()
                .append(
                        reference,
                        NewEntry.now(
                                EntryKind.FACT,
                                title,
                                List.of(new Statement("What was due, after every attempt", what)),
                                Author.SYSTEM));
    }

    /** What was due, for whoever looks after it by hand. */
    String whatWasDue(Map<String, Object> variables) {
        Object table = variables.get(STUCK_TABLE);
        return table != null
                ? "Ask the table " + table + ": it gave no answer, so the careful answer stands"
                : nameOf((String) variables.get(STUCK_DEFINITION), (String) variables.get(STUCK_AT));
    }

    /** What a diagram calls this step. */
    private String nameOf(String definitionId, String activityId) {
        if (definitionId == null || activityId == null) {
            return "the next step";
        }
        var element = repository.getObject().getBpmnModelInstance(definitionId).getModelElementById(activityId);
        String name = element == null ? null : element.getAttributeValue("name");
        return name == null || name.isBlank() ? "the next step" : name.replaceAll("\\s+", " ");
    }
}
