package org.safecontact.engine.outside;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Cases in which technical help did something that no form asked for. */
@Component("touchedCases")
@InDiagrams
public class TouchedCases {

    static final String PROCESS = "case-was-touched";
    static final String BY = "touchedBy";
    static final String HOW = "touchedHow";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<CaseFiles> files;
    private final ObjectProvider<CaseRecord> record;
    private final WorkingTime workingTime;
    private final Clock clock;

    TouchedCases(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<CaseFiles> files,
            ObjectProvider<CaseRecord> record,
            WorkingTime workingTime,
            Clock clock) {
        this.runtime = runtime;
        this.files = files;
        this.record = record;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Default by the end of the next working day; told in the minute it happened. */
    public Date dueAt(DelegateExecution execution) {
        return Date.from(workingTime.due(clock.instant(), HouseTime.TOUCHED_CASE));
    }

    /** As urgent as the case. */
    public int urgency(DelegateExecution execution) {
        return files.getObject()
                .find(execution.getProcessBusinessKey())
                .map(CaseFile::urgency)
                .orElse(0);
    }

    void tell(String processInstanceId, String personId, String operation) {
        files.getObject().referenceOf(processInstanceId).ifPresent(reference -> {
            record.getObject()
                    .append(
                            reference,
                            NewEntry.now(
                                    EntryKind.ACTION,
                                    "Technical help did something in this case",
                                    List.of(new Statement("What", words(operation))),
                                    new Author(personId, Role.ADMINISTRATOR.groupId())));
            if (!isTold(reference, personId, operation)) {
                runtime.getObject()
                        .startProcessInstanceByKey(
                                PROCESS, reference, Map.of("reference", reference, BY, personId, HOW, operation));
            }
        });
    }

    /** Whether a to-do is open that says so: what the same person does again while nobody has looked stands in the record beside the first. */
    private boolean isTold(String reference, String personId, String operation) {
        return runtime.getObject()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(reference)
                        .variableValueEquals(BY, personId)
                        .variableValueEquals(HOW, operation)
                        .count()
                > 0;
    }

    static String words(String operation) {
        return switch (operation) {
            case UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES -> "Had a step tried again that had failed";
            default -> "Changed how the case runs (" + operation + ")";
        };
    }
}
