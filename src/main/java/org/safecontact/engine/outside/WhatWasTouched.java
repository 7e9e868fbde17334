package org.safecontact.engine.outside;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * Hears of everything that a person does to a running case past its forms, in the transaction in which it is done: it
 * goes on record and before the registered manager, or it does not happen.
 */
public final class WhatWasTouched implements HistoryEventHandler {

    /** What people do by their forms; the record has it already, in their own words. */
    private static final Set<String> BY_FORM = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_COMPLETE,
            UserOperationLogEntry.OPERATION_TYPE_CLAIM,
            UserOperationLogEntry.OPERATION_TYPE_CREATE);

    private static final Set<String> OF_A_CASE = Set.of(
            EntityTypes.JOB,
            EntityTypes.PROCESS_INSTANCE,
            EntityTypes.VARIABLE,
            EntityTypes.TASK,
            EntityTypes.INCIDENT,
            EntityTypes.EXTERNAL_TASK);

    private final TouchedCases cases;

    /** @param cases what it means for people */
    public WhatWasTouched(TouchedCases cases) {
        this.cases = cases;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity entry
                && entry.getProcessInstanceId() != null
                && OF_A_CASE.contains(entry.getEntityType())
                && !BY_FORM.contains(entry.getOperationType())) {
            Context.getCommandContext().runWithoutAuthorization(() -> {
                cases.tell(entry.getProcessInstanceId(), entry.getUserId(), entry.getOperationType());
                return null;
            });
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
