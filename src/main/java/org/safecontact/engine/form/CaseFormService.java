package org.safecontact.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.camunda.bpm.engine.variable.VariableMap;
import org.safecontact.engine.web.NoteRefusals;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine's form service, which also knows what to say when somebody else was faster: two people who answer the
 * same call in the same minute is the ordinary case here, and neither must lose what they wrote.
 */
public final class CaseFormService extends FormServiceImpl {

    private final LateSubmissions late;

    /** @param late what becomes of a submission that came too late */
    public CaseFormService(LateSubmissions late) {
        EnsureUtil.ensureNotNull("late", late);
        this.late = late;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> sent) {
        try {
            super.submitTaskForm(taskId, sent);
        } catch (OptimisticLockingException | NullValueException e) {
            throw tooLate(taskId, sent, e);
        }
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> sent, boolean typed) {
        try {
            return super.submitTaskFormWithVariablesInReturn(taskId, sent, typed);
        } catch (OptimisticLockingException | NullValueException e) {
            throw tooLate(taskId, sent, e);
        }
    }

    private RuntimeException tooLate(String taskId, Map<String, Object> sent, RuntimeException lost) {
        // Within somebody else's transaction nothing can be kept: it has just been lost.
        if (TransactionSynchronizationManager.isActualTransactionActive() || isOpen(taskId)) {
            return lost;
        }
        return NoteRefusals.noted(commandExecutor.execute(context -> late.keep(context, taskId, sent)));
    }

    private boolean isOpen(String taskId) {
        return commandExecutor.execute(context -> context.getTaskManager().findTaskById(taskId) != null);
    }
}
