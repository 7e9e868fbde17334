package org.safecontact.incident.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.NotYours;
import org.springframework.stereotype.Component;

/** What is open, as far as somebody may see it. */
@Component
public class ToDosInSight {

    private final CaseAccess access;
    private final CaseTasks open;

    ToDosInSight(CaseAccess access, CaseTasks open) {
        this.access = access;
        this.open = open;
    }

    /**
     * A to-do as a list shows it.
     *
     * @param reference its case
     * @param key which to-do it is (contract, section 3)
     * @param due by when it should be done
     * @param holder who has it; empty when nobody does
     * @param since when something of it changed last: for what somebody has, when they took it or were given it
     * @param mayTake whether this person may take it: nobody has it, and it is theirs to do
     */
    public record Listed(
            String reference,
            String key,
            Optional<Instant> due,
            Optional<String> holder,
            Optional<Instant> since,
            boolean mayTake) {}

    /**
     * A to-do as the page of its case shows it.
     *
     * @param name what it is called
     * @param listed the same as on a list
     * @param people by name, to whom it is offered
     * @param groups to whose roles it is offered
     */
    public record Waiting(String name, Listed listed, Set<String> people, Set<String> groups) {}

    /** What is open on a case, by when it is due, as far as this person may see it. */
    public List<Waiting> waiting(String reference, String personId) {
        return open.of(reference).stream()
                .map(OpenToDo::new)
                .filter(each -> access.mayRead(personId, each.caseTask()))
                .map(each -> waiting(each, personId))
                .toList();
    }

    /** @throws NotYours when the person may not see this to-do */
    public Waiting one(String taskId, String personId) {
        return waiting(open(taskId, personId), personId);
    }

    private Waiting waiting(OpenToDo open, String personId) {
        return new Waiting(
                open.task().getName(),
                listed(open, personId),
                open.caseTask().candidateUsers(),
                open.caseTask().candidateGroups());
    }

    private Listed listed(OpenToDo open, String personId) {
        Optional<String> holder = open.caseTask().assignee();
        return new Listed(
                open.reference(),
                open.task().getTaskDefinitionKey(),
                open.due(),
                holder,
                Optional.of(Objects.requireNonNullElse(
                                open.task().getLastUpdated(), open.task().getCreateTime()))
                        .map(Date::toInstant),
                holder.isEmpty() && access.mayWork(personId, open.caseTask()));
    }

    /** @throws NotYours when the person may not see this to-do */
    OpenToDo open(String taskId, String personId) {
        return open.find(taskId)
                .filter(each -> access.mayRead(personId, each.caseTask()))
                .map(OpenToDo::new)
                .orElseThrow(NotYours::new);
    }
}
