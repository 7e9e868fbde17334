package org.safecontact.engine.history;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine remembers of a case: which steps were taken, when and by whom, to whom they were open, and what went wrong. Never a
 * variable, a form field, the inputs of a decision or any other value: what people told us belongs in the record, and
 * the stock levels {@code audit} and {@code full} copy every value into the engine's history, transient ones too.
 */
public final class WorkingHistory extends AbstractHistoryLevel {

    /** Name in the configuration. */
    public static final String NAME = "safeContact";

    /** Stored in the database at the first start; no stock level has it. */
    private static final int ID = 71;

    private static final Set<HistoryEventTypes> KEPT = EnumSet.of(
            HistoryEventTypes.PROCESS_INSTANCE_START,
            HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
            HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
            HistoryEventTypes.PROCESS_INSTANCE_END,
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END,
            HistoryEventTypes.TASK_INSTANCE_CREATE,
            HistoryEventTypes.TASK_INSTANCE_UPDATE,
            HistoryEventTypes.TASK_INSTANCE_MIGRATE,
            HistoryEventTypes.TASK_INSTANCE_COMPLETE,
            HistoryEventTypes.TASK_INSTANCE_DELETE,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_FAIL,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.USER_OPERATION_LOG);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type instanceof HistoryEventTypes known && KEPT.contains(known);
    }
}
