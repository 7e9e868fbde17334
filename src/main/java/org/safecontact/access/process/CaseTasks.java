package org.safecontact.access.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.TwoPeople;
import org.springframework.stereotype.Component;

/** The engine's open tasks as {@link CaseTask}s, read on the house's account. */
@Component
public class CaseTasks {

    private final TaskService tasks;
    private final CaseFiles files;
    private final TwoPeople two;
    private final CurrentPerson person;

    CaseTasks(TaskService tasks, CaseFiles files, TwoPeople two, CurrentPerson person) {
        this.tasks = tasks;
        this.files = files;
        this.two = two;
        this.person = person;
    }

    /** The open task of that id; empty when there is none or it belongs to no case. */
    public Optional<CaseTask> find(String taskId) {
        try {
            return person.asTheHouse(() -> open(taskId)
                    .flatMap(task -> files.referenceOf(task.getProcessInstanceId())
                            .map(reference -> caseTask(task, reference))));
        } catch (NullValueException endedMeanwhile) {
            return Optional.empty();
        }
    }

    /** The engine's own view of an open task. */
    public Optional<Task> open(String taskId) {
        return person.asTheHouse(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult()));
    }

    private CaseTask caseTask(Task task, String reference) {
        List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId());
        return new CaseTask(
                reference,
                Optional.ofNullable(task.getAssignee()),
                candidates(links, true),
                candidates(links, false),
                two.first(task.getTaskDefinitionKey(), reference, () -> tasks.getVariables(task.getId())));
    }

    static Set<String> candidates(Iterable<IdentityLink> links, boolean people) {
        return StreamSupport.stream(links.spliterator(), false)
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(link -> people ? link.getUserId() : link.getGroupId())
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }
}
