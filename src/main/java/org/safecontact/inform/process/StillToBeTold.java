package org.safecontact.inform.process;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.safecontact.access.ToDos;
import org.safecontact.incident.ClosingCondition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A case does not close while somebody still has to answer or to be rung. */
@Component
class StillToBeTold implements ClosingCondition {

    private final ObjectProvider<TaskService> tasks;

    StillToBeTold(ObjectProvider<TaskService> tasks) {
        this.tasks = tasks;
    }

    @Override
    public Optional<String> stillOpen(String reference) {
        if (open(reference, ToDos.ACKNOWLEDGE)) {
            return Optional.of("Somebody was asked and has not answered yet.");
        }
        return open(reference, ToDos.TELL_BY_TELEPHONE)
                ? Optional.of("The call to the child's authority is still to be made.")
                : Optional.empty();
    }

    private boolean open(String reference, String task) {
        return tasks.getObject()
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey(task)
                        .count()
                > 0;
    }
}
