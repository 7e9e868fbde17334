package org.safecontact.engine.stuck;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.StuckStep;
import org.safecontact.engine.TableWithoutAnswer;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A table without an answer is a stuck case: duty looks whether the careful answer fits and rings technical help. */
@Component
class StuckTable implements TableWithoutAnswer {

    /** The engine's own alarm on the to-do; technical help sees it in Cockpit until somebody has dealt with it. */
    static final String ALARM = "tableWithoutAnswer";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<CaseRecord> record;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;

    StuckTable(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<CaseRecord> record,
            CurrentPerson person,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.record = record;
        this.person = person;
        this.events = events;
    }

    @Override
    @Transactional
    public void happened(String reference, String table) {
        // Two people who ask the same broken table at once make one to-do.
        record.getObject().takeTurn(reference);
        person.asTheHouse(() -> {
            if (!isBeforePeople(reference, table)) {
                record.getObject().append(reference, entry(table));
                begin(reference, table);
            }
        });
    }

    private void begin(String reference, String table) {
        ProcessInstance toDo = runtime.getObject()
                .startProcessInstanceByKey(
                        StuckCases.PROCESS, reference, Map.of("reference", reference, StuckCases.STUCK_TABLE, table));
        runtime.getObject().createIncident(ALARM, toDo.getId(), reference, "The table " + table + " gave no answer");
        events.publishEvent(new StuckStep(reference, table, toDo.getId()));
    }

    private boolean isBeforePeople(String reference, String table) {
        return runtime.getObject()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(StuckCases.PROCESS)
                        .processInstanceBusinessKey(reference)
                        .variableValueEquals(StuckCases.STUCK_TABLE, table)
                        .count()
                > 0;
    }

    private static NewEntry entry(String table) {
        return NewEntry.now(
                EntryKind.FACT,
                "A decision table gave no answer",
                List.of(new Statement("Table", table), new Statement("Instead", "The careful answer stands")),
                Author.SYSTEM);
    }
}
