package org.safecontact.access;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The engine's open tasks as {@link CaseTask}s, read on the house's account. */
@Component
public class CaseTasks {

    /** When whoever has it took it, kept with the task; a {@link java.util.Date}. */
    public static final String TAKEN_AT = "takenAt";

    private final TaskService tasks;
    private final HistoryService history;
    private final CaseFiles files;
    private final TwoPeople two;
    private final CurrentPerson person;

    CaseTasks(TaskService tasks, HistoryService history, CaseFiles files, TwoPeople two, CurrentPerson person) {
        this.tasks = tasks;
        this.history = history;
        this.files = files;
        this.two = two;
        this.person = person;
    }

    /**
     * An open task of a case.
     *
     * @param task the engine's own view of it
     * @param caseTask what matters for who may do it
     */
    public record Open(Task task, CaseTask caseTask) {}

    /** The open task of that id; empty when there is none, it belongs to no case, or it ends meanwhile. */
    public Optional<Open> find(String taskId) {
        if (taskId == null || taskId.chars().anyMatch(Character::isISOControl)) {
            // No task is called so, and the database cannot even look for some of it.
            return Optional.empty();
        }
        return person.asTheHouse(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                        .flatMap(this::ofItsCase));
    }

    /** What is open on a case, by when it is due. */
    public List<Open> of(String reference) {
        return person.asTheHouse(() ->
                tasks.createTaskQuery().processInstanceBusinessKey(reference).orderByDueDate().asc().list().stream()
                        .map(this::ofItsCase)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** When whoever has it took it; empty when nobody has taken it. The engine's own time of the last change moves whenever more people are asked. */
    public Optional<Instant> takenAt(Task task) {
        return Optional.ofNullable(task.getAssignee())
                .map(has -> (Date) tasks.getVariableLocal(task.getId(), TAKEN_AT))
                .map(Date::toInstant);
    }

    private Optional<Open> ofItsCase(Task task) {
        try {
            return files.referenceOf(task.getProcessInstanceId())
                    .map(reference -> new Open(task, caseTask(task, reference)));
        } catch (NullValueException endedMeanwhile) {
            return Optional.empty();
        }
    }

    /** A task that is over, for everybody who had it, was asked by name or was meant by what they do. */
    public CaseTask asItWasOffered(String taskId, String reference) {
        return person.asTheHouse(() -> {
            Set<String> people = new HashSet<>();
            Set<String> roles = new HashSet<>();
            String first = null;
            for (HistoricIdentityLinkLog link :
                    history.createHistoricIdentityLinkLogQuery().taskId(taskId).list()) {
                if (link.getUserId() == null) {
                    roles.add(link.getGroupId());
                } else if (link.getType().equals(TwoPeople.DECIDED_FIRST)) {
                    first = link.getUserId();
                } else {
                    people.add(link.getUserId());
                }
            }
            return new CaseTask(reference, Optional.empty(), people, roles, Optional.ofNullable(first));
        });
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

    /** To whom a task is offered: the ids of people, or else of groups. */
    public static Set<String> candidates(Iterable<IdentityLink> links, boolean people) {
        return StreamSupport.stream(links.spliterator(), false)
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(link -> people ? link.getUserId() : link.getGroupId())
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }
}
