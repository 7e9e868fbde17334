package org.safecontact.access.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.Sights;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Component;

/** Asks person and case about one task before a request goes on, and says in which way it cannot. */
@Component
public class TaskAnswers {

    /**
     * What there is to say to somebody about a task.
     *
     * @param outcome whether they may go on
     * @param by who has it or did it, when that is why not
     * @param since since when, or when
     * @param roles whom it was offered to, when it is for others
     */
    public record TaskAnswer(Outcome outcome, Optional<String> by, Optional<Instant> since, List<Role> roles) {}

    /** Whether somebody may go on with a task. */
    public enum Outcome {
        YES,
        /** Somebody else has taken it. */
        TAKEN,
        /** Somebody has done it; said only to those who may read the case. */
        DONE,
        /** They see it, but it was offered to others. */
        FOR_OTHERS,
        /** They decided first, and a second person has to agree. */
        FOR_A_SECOND,
        /** Not there, or not for them to know. */
        NOTHING
    }

    private final CaseTasks tasks;
    private final CaseAccess access;
    private final Sights sights;
    private final CaseFiles files;
    private final HistoryService history;
    private final RepositoryService repository;
    private final ManagementService management;
    private final CurrentPerson current;

    TaskAnswers(
            CaseTasks tasks,
            CaseAccess access,
            Sights sights,
            CaseFiles files,
            HistoryService history,
            RepositoryService repository,
            ManagementService management,
            CurrentPerson current) {
        this.tasks = tasks;
        this.access = access;
        this.sights = sights;
        this.files = files;
        this.history = history;
        this.repository = repository;
        this.management = management;
        this.current = current;
    }

    /** Whether this person may open the task. */
    public TaskAnswer mayRead(String personId, String taskId) {
        return tasks.find(taskId)
                        .filter(open -> access.mayRead(personId, open.caseTask()))
                        .isPresent()
                ? say(Outcome.YES)
                : say(Outcome.NOTHING);
    }

    /** Whether this person may take the task or send its form. */
    public TaskAnswer mayWork(String personId, String taskId) {
        Optional<CaseTasks.Open> open = tasks.find(taskId);
        if (open.isEmpty()) {
            return done(personId, taskId);
        }
        CaseTask task = open.get().caseTask();
        if (access.mayWork(personId, task)) {
            return say(Outcome.YES);
        }
        if (!access.mayRead(personId, task)) {
            return say(Outcome.NOTHING);
        }
        if (task.first().filter(personId::equals).isPresent()) {
            return say(Outcome.FOR_A_SECOND);
        }
        return task.assignee().isPresent()
                ? new TaskAnswer(
                        Outcome.TAKEN,
                        task.assignee(),
                        Optional.ofNullable(open.get().task().getLastUpdated()).map(Date::toInstant),
                        List.of())
                : new TaskAnswer(Outcome.FOR_OTHERS, Optional.empty(), Optional.empty(), offeredTo(task));
    }

    /** Whether this is the definition that a report begins with today. */
    public boolean isCurrentReport(String processDefinitionId) {
        return current.asTheHouse(() -> {
            ProcessDefinition latest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(HouseGrants.REPORT)
                    .latestVersion()
                    .singleResult();
            return latest != null && latest.getId().equals(processDefinitionId);
        });
    }

    /** Whether this step was tried as often as it may be and failed. */
    public boolean isFailedJob(String jobId) {
        return current.asTheHouse(
                () -> management.createJobQuery().jobId(jobId).noRetriesLeft().count() == 1);
    }

    private TaskAnswer done(String personId, String taskId) {
        return current.asTheHouse(() -> Optional.ofNullable(history.createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .finished()
                        .singleResult())
                .filter(task -> personId.equals(task.getAssignee()) || mayKnow(personId, task))
                .map(task -> new TaskAnswer(
                        Outcome.DONE,
                        Optional.ofNullable(task.getAssignee()),
                        Optional.of(task.getEndTime().toInstant()),
                        List.of()))
                .orElse(say(Outcome.NOTHING)));
    }

    private boolean mayKnow(String personId, HistoricTaskInstance task) {
        return !sights.of(personId).onlyMeant()
                && files.referenceOf(task.getProcessInstanceId())
                        .filter(reference -> access.mayRead(personId, reference))
                        .isPresent();
    }

    private static List<Role> offeredTo(CaseTask task) {
        return task.candidateGroups().stream()
                .map(Role::ofGroup)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    private static TaskAnswer say(Outcome outcome) {
        return new TaskAnswer(outcome, Optional.empty(), Optional.empty(), List.of());
    }
}
