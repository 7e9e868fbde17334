package org.safecontact.engine.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.AskedAnew;
import org.safecontact.engine.Authors;
import org.safecontact.engine.OpenTask;
import org.safecontact.record.Author;
import org.springframework.stereotype.Component;

/** The engine's tasks as areas see them, and who acts on them in which role. */
@Component
class OpenTasks {

    private final Authors authors;
    private final CurrentPerson currentPerson;

    OpenTasks(Authors authors, CurrentPerson currentPerson) {
        this.authors = authors;
        this.currentPerson = currentPerson;
    }

    /** @throws OptimisticLockingException when it has ended since it was looked up */
    OpenTask of(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        if (execution == null) {
            throw new OptimisticLockingException("What this belongs to has ended in this moment");
        }
        ProcessDefinition definition = execution.getProcessDefinition();
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                definition.getKey(),
                task.getProcessInstanceId(),
                task.getExecutionId(),
                reference(execution),
                currentPerson.id(),
                Optional.ofNullable(task.getAssignee()),
                task.getCreateTime().toInstant(),
                Optional.ofNullable(task.getDueDate()).map(due -> due.toInstant()),
                task.getVariables());
    }

    /** The person at the keyboard, in the role that the task is for where they have several. */
    Author author(TaskEntity task) {
        return currentPerson.id().map(id -> authors.of(id, groups(task))).orElse(Author.SYSTEM);
    }

    /** A person who acts without a task that is open: in the first of the roles that they have. */
    Author author(String personId) {
        return authors.of(personId);
    }

    /** To-dos of the same key in the same case that ended without anybody doing them, the newest first. */
    List<String> goneBefore(TaskEntity task, AskedAnew where) {
        CommandContext context = Context.getCommandContext();
        HistoricTaskInstanceQueryImpl ended = new HistoricTaskInstanceQueryImpl();
        ended.processInstanceBusinessKey(reference(task.getExecution()))
                .taskDefinitionKey(task.getTaskDefinitionKey())
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .desc();
        return context
                .runWithoutAuthorization(() ->
                        context.getHistoricTaskInstanceManager().findHistoricTaskInstancesByQueryCriteria(ended, null))
                .stream()
                .filter(gone -> !TaskEntity.DELETE_REASON_COMPLETED.equals(gone.getDeleteReason()))
                .filter(gone -> where == AskedAnew.IN_THE_CASE
                        || gone.getProcessInstanceId().equals(task.getProcessInstanceId()))
                .map(HistoricTaskInstance::getId)
                .toList();
    }

    private static String reference(ExecutionEntity execution) {
        String key = execution.getProcessBusinessKey();
        return key != null ? key : (String) execution.getVariable("reference");
    }

    private static Set<String> groups(TaskEntity task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
    }
}
