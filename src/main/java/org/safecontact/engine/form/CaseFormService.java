package org.safecontact.engine.form;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.camunda.bpm.engine.variable.VariableMap;
import org.safecontact.engine.SameMoment;
import org.safecontact.engine.web.NoteRefusals;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine's form service, which also knows what to say when somebody else was faster: two people who answer the
 * same call in the same minute is the ordinary case here, and neither must lose what they wrote.
 */
public final class CaseFormService extends FormServiceImpl {

    /** House default, as {@link SameMoment} has it. */
    private static final int ATTEMPTS = 5;

    private final LateSubmissions late;

    /** @param late what becomes of a submission that came too late */
    public CaseFormService(LateSubmissions late) {
        EnsureUtil.ensureNotNull("late", late);
        this.late = late;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> sent) {
        taken(taskId, sent, () -> {
            super.submitTaskForm(taskId, sent);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> sent, boolean typed) {
        return taken(taskId, sent, () -> super.submitTaskFormWithVariablesInReturn(taskId, sent, typed));
    }

    /** Once more where others wrote to the case in the same moment and the to-do is still open: nobody has to press again for that. */
    private <T> T taken(String taskId, Map<String, Object> sent, Supplier<T> submission) {
        if (!TransactionSynchronizationManager.isActualTransactionActive() && !isOpen(taskId)) {
            // Sending twice is no failure: the engine would log one.
            throw late(taskId, sent);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return submission.get();
            } catch (NullValueException gone) {
                throw tooLate(taskId, sent, gone);
            } catch (RuntimeException failure) {
                if (!SameMoment.isWhy(failure)) {
                    throw failure;
                }
                if (attempt == ATTEMPTS
                        || TransactionSynchronizationManager.isActualTransactionActive()
                        || !isOpen(taskId)) {
                    throw tooLate(taskId, sent, failure);
                }
            }
        }
    }

    private RuntimeException tooLate(String taskId, Map<String, Object> sent, RuntimeException lost) {
        // Within somebody else's transaction nothing can be kept: it has just been lost.
        if (TransactionSynchronizationManager.isActualTransactionActive() || isOpen(taskId)) {
            return lost;
        }
        return late(taskId, sent);
    }

    private RuntimeException late(String taskId, Map<String, Object> sent) {
        return NoteRefusals.noted(commandExecutor.execute(context -> late.keep(context, taskId, sent)));
    }

    private boolean isOpen(String taskId) {
        return commandExecutor.execute(context -> context.getTaskManager().findTaskById(taskId) != null);
    }
}
