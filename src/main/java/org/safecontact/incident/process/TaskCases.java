package org.safecontact.incident.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.access.Relation;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Handing;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.record.TypedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody may do with a to-do that is open on the screen, beside sending its form. */
@Service
public class TaskCases {

    private final TaskService tasks;
    private final CaseAccess access;
    private final CaseTasks open;
    private final CurrentPerson person;
    private final Incidents incidents;
    private final UnsentReports unsent;
    private final Agency agency;
    private final Handing handing;
    private final Doers doers;
    private final OpenToMore more;

    TaskCases(
            TaskService tasks,
            CaseAccess access,
            CaseTasks open,
            CurrentPerson person,
            Incidents incidents,
            UnsentReports unsent,
            Agency agency,
            Handing handing,
            Doers doers,
            OpenToMore more) {
        this.tasks = tasks;
        this.access = access;
        this.open = open;
        this.person = person;
        this.incidents = incidents;
        this.unsent = unsent;
        this.agency = agency;
        this.handing = handing;
        this.doers = doers;
        this.more = more;
    }

    /**
     * @param reference the case
     * @param report whether the to-do is the report itself
     * @param actions what this person may do with the to-do: {@code giveBack}, {@code handOver}, {@code takeOver}, {@code closeUnsent}
     * @param people to whom it can be handed over, by id: name and what they do
     */
    public record Possible(String reference, boolean report, List<String> actions, Map<String, String> people) {}

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
                .map(Open::new)
                .filter(each -> access.mayRead(personId, each.caseTask()))
                .map(each -> new Waiting(
                        each.task().getName(),
                        listed(each, personId),
                        each.caseTask().candidateUsers(),
                        each.caseTask().candidateGroups()))
                .toList();
    }

    /** @throws NotYours when the person may not see this to-do */
    public Listed listed(String taskId, String personId) {
        return listed(open(taskId, personId), personId);
    }

    private Listed listed(Open open, String personId) {
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
    public Possible possible(String taskId, String personId) {
        Open open = open(taskId, personId);
        List<String> actions = new ArrayList<>();
        if (mayGiveBack(open, personId)) {
            actions.add("giveBack");
        }
        Map<String, String> people = open.own(personId) && !open.isReport() ? others(open, personId) : Map.of();
        if (!people.isEmpty()) {
            actions.add("handOver");
        }
        if (mayTakeOver(open, personId)) {
            actions.add("takeOver");
        }
        if (open.isReport() && open.own(personId) && mayClose(open.reference())) {
            actions.add("closeUnsent");
        }
        return new Possible(open.reference(), open.isReport(), actions, people);
    }

    /** Gives it back to everybody who was asked, with a reason; where only this person was, everybody else who can do it is asked at once. */
    @Transactional
    public void giveBack(String taskId, String personId, String why) {
        Open open = open(taskId, personId);
        if (!mayGiveBack(open, personId)) {
            throw new NotAllowed("You cannot give this back.");
        }
        person.asTheHouse(() -> {
            handing.givenBack(open.reference(), personId, open.task().getName(), this.open.takenAt(open.task()), why);
            if (!open.asked()) {
                more.policeGivenBack(open.reference(), open.task(), ringInstead(open, personId));
            }
            tasks.setAssignee(taskId, null);
            if (ToDos.RING_CARER.equals(open.task().getTaskDefinitionKey())) {
                more.nobodyRang(open.reference(), open.task().getProcessInstanceId());
            }
        });
    }

    /** Hands it over to somebody who may do it, by name, with what they should know. */
    @Transactional
    public void handOver(String taskId, String personId, String to, String why) {
        Open open = open(taskId, personId);
        if (!open.own(personId) || open.isReport()) {
            throw new NotAllowed("You cannot hand this over.");
        }
        Map<String, String> refused = new LinkedHashMap<>();
        if (!others(open, personId).containsKey(to)) {
            refused.put("to", "Please choose who takes it.");
        }
        if (TypedText.clean(why).isEmpty()) {
            refused.put("reason", "Please write what they should know: what is done, and what is still to do.");
        }
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
        handing.handedOver(open.reference(), personId, to, open.task().getName(), why, open.due());
        person.asTheHouse(() -> tasks.setAssignee(taskId, to));
    }

    /** Takes it over from whoever has it, with a reason: nothing waits for somebody who sleeps. */
    @Transactional
    public void takeOver(String taskId, String personId, String why) {
        Open open = open(taskId, personId);
        if (!mayTakeOver(open, personId)) {
            throw new NotAllowed("You cannot take this over.");
        }
        handing.takenOver(
                open.reference(),
                personId,
                open.task().getAssignee(),
                open.task().getName(),
                why);
        person.asTheHouse(() -> tasks.setAssignee(taskId, personId));
    }

    private boolean mayGiveBack(Open open, String personId) {
        return open.own(personId)
                && (open.asked() || !ringInstead(open, personId).isEmpty());
    }

    /** Who can ring the police instead of a worker who alone was asked to; nobody instead of a carer, who is with the danger. */
    private Set<String> ringInstead(Open open, String personId) {
        if (!ToDos.CALL_POLICE.equals(open.task().getTaskDefinitionKey()) || agency.is(personId, Role.CARER)) {
            return Set.of();
        }
        Set<String> people = doers.alsoRingThePolice(open.reference());
        people.remove(personId);
        return people;
    }

    private Map<String, String> others(Open open, String personId) {
        Map<String, String> people = new LinkedHashMap<>();
        Stream.concat(access.whoMayWork(open.caseTask()).stream(), answersFor(open, personId))
                .filter(other -> !other.id().equals(personId))
                .forEach(other -> people.put(other.id(), nameAndWork(other)));
        ringInstead(open, personId).stream()
                .flatMap(other -> agency.person(other).stream())
                .forEach(other -> people.putIfAbsent(other.id(), nameAndWork(other)));
        // Where nobody of the home may, a registered manager gives it to a worker (practice, section 1).
        if (people.isEmpty()
                && ToDos.OF_CARERS.contains(open.task().getTaskDefinitionKey())
                && agency.is(personId, Role.REGISTERED_MANAGER)) {
            maySee(open, Role.SUPERVISING_SOCIAL_WORKER)
                    .forEach(worker -> people.put(worker.id(), nameAndWork(worker)));
        }
        return people;
    }

    /** What only the supervising social worker of the home was asked goes to whoever answers for them. House default. */
    private Stream<Person> answersFor(Open open, String personId) {
        return !agency.is(personId, Role.CARER)
                        && open.caseTask().candidateGroups().contains(Role.SUPERVISING_SOCIAL_WORKER.groupId())
                ? Stream.of(Role.TEAM_MANAGER, Role.DUTY_SOCIAL_WORKER, Role.REGISTERED_MANAGER)
                        .flatMap(role -> maySee(open, role))
                        .filter(person -> !open.caseTask().first().equals(Optional.of(person.id())))
                : Stream.empty();
    }

    private Stream<Person> maySee(Open open, Role role) {
        return agency.holdersOf(role).stream().filter(person -> access.mayRead(person.id(), open.reference()));
    }

    private static String nameAndWork(Person person) {
        return person.roles().stream()
                .sorted()
                .map(Role::words)
                .collect(Collectors.joining(", ", person.name() + ", ", ""));
    }

    /** Somebody else's: whoever answers for the service, and duty what is urgent; never what a second person has to do after oneself. */
    private boolean mayTakeOver(Open open, String personId) {
        boolean somebodyElses = open.task().getAssignee() != null && !open.own(personId) && !open.isReport();
        boolean second = open.caseTask().first().filter(personId::equals).isPresent();
        Relation relation = access.relationOf(personId);
        boolean may = relation == Relation.SERVICE
                || relation == Relation.DUTY_NOW && open.task().getPriority() >= RiskLevel.HIGH.urgency();
        return somebodyElses && !second && may;
    }

    private boolean mayClose(String reference) {
        return incidents.find(reference).filter(unsent::mayClose).isPresent();
    }

    private Open open(String taskId, String personId) {
        return open.find(taskId)
                .filter(each -> access.mayRead(personId, each.caseTask()))
                .map(Open::new)
                .orElseThrow(NotYours::new);
    }

    private record Open(Task task, CaseTask caseTask) {

        Open(CaseTasks.Open open) {
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
}
