package org.safecontact.incident.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ToDos;

/**
 * A to-do that is open now.
 *
 * @param task the engine's own view of it
 * @param caseTask what matters for who may do it
 */
record OpenToDo(Task task, CaseTask caseTask) {

    OpenToDo(CaseTasks.Open open) {
        this(open.task(), open.caseTask());
    }

    String reference() {
        return caseTask.reference();
    }

    boolean own(String personId) {
        return personId.equals(task.getAssignee());
    }

    /** Whether others were asked too, so that giving it back leaves it with somebody. */
    boolean asked() {
        return !caseTask.candidateUsers().isEmpty()
                || !caseTask.candidateGroups().isEmpty();
    }

    Optional<Instant> due() {
        return Optional.ofNullable(task.getDueDate()).map(Date::toInstant);
    }

    boolean isReport() {
        return ToDos.REPORT_CONTACT.equals(task.getTaskDefinitionKey());
    }
}
