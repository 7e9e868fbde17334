package org.safecontact.incident.process;

import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDoWaits;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.AskedToRing;
import org.safecontact.incident.CallTaken;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Handing;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.SomebodyTold;
import org.safecontact.incident.named.NobodyNamed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a to-do that waits too long to more people, never to anybody who is excluded. */
@Component
class OpenToMore {

    private static final List<String> OF_THE_REPORTER =
            List.of(ToDos.PRESERVE_EVIDENCE, ToDos.CALL_POLICE, ToDos.COMPLETE_RECORD, ToDos.MAKE_PRIVATE);

    private static final List<Role> ABOVE =
            List.of(Role.TEAM_MANAGER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL);

    private final TaskService tasks;
    private final CaseTasks caseTasks;
    private final Incidents incidents;
    private final Doers doers;
    private final CaseFiles files;
    private final Handing handing;
    private final Agency agency;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpenToMore(
            TaskService tasks,
            CaseTasks caseTasks,
            Incidents incidents,
            Doers doers,
            CaseFiles files,
            Handing handing,
            Agency agency,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.incidents = incidents;
        this.doers = doers;
        this.files = files;
        this.handing = handing;
        this.agency = agency;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /** After a while the home's other carer can do what the reporter was asked too (practice, section 1), unless the home must not know. */
    void otherCarerToo(String reference, String processInstanceId) {
        if (files.walled(reference)) {
            return;
        }
        Set<String> more = new LinkedHashSet<>();
        incidents.get(reference).householdId().map(agency::carersOf).orElse(List.of()).stream()
                .map(Person::id)
                .forEach(more::add);
        for (String key : OF_THE_REPORTER) {
            open(reference, processInstanceId, key, more);
        }
    }

    /**
     * When nobody has kept the evidence for long, it waits for a worker too: the supervising social worker or who stands in; where nobody of
     * the home may know of it, a registered manager.
     */
    void workerToo(String reference, String processInstanceId) {
        Role worker = doers.homeMayKnow(reference) ? Role.SUPERVISING_SOCIAL_WORKER : Role.REGISTERED_MANAGER;
        tasks.createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(ToDos.PRESERVE_EVIDENCE)
                .list()
                .forEach(task -> {
                    nobodysYet(task);
                    tasks.addCandidateGroup(task.getId(), worker.groupId());
                });
    }

    /** What was not done in time: these may do it too, and hear of it with everybody who may. Whoever has it can still do it. */
    void aboveToo(String processInstanceId, String key, Role... above) {
        open(processInstanceId, key).forEach(task -> aboveToo(task, above));
    }

    /** What of these is late: one more above may do it too, each time the next. House default. */
    void nextAboveToo(String processInstanceId, String... keys) {
        late(processInstanceId, keys)
                .forEach(task -> aboveToo(task, nextAbove(task).stream().toArray(Role[]::new)));
    }

    /** What of it is late and only those who are asked may do: all of them hear of it, and so does who is above. House default. */
    void aboveHears(String processInstanceId, String key, Role above) {
        late(processInstanceId, key).forEach(task -> {
            nobodysYet(task);
            waits(task, Set.of(above.groupId()));
        });
    }

    private List<Task> open(String processInstanceId, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(key)
                .list();
    }

    private List<Task> late(String processInstanceId, String... keys) {
        return tasks.createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKeyIn(keys)
                .dueBefore(Date.from(clock.instant()))
                .list();
    }

    /** Above all who are asked already: what a manager has to do goes down to nobody. */
    private Optional<Role> nextAbove(Task task) {
        Set<String> asked = CaseTasks.candidates(tasks.getIdentityLinksForTask(task.getId()), false);
        int highest = ABOVE.stream()
                .filter(role -> asked.contains(role.groupId()))
                .mapToInt(ABOVE::indexOf)
                .max()
                .orElse(-1);
        return ABOVE.stream().skip(highest + 1L).findFirst();
    }

    /** Once they are asked, all hear of it again; whoever took it since then has it in hand, and keeps it. */
    void aboveAgain(String processInstanceId, String key, Role... above) {
        open(processInstanceId, key).forEach(task -> {
            Set<String> asked = CaseTasks.candidates(tasks.getIdentityLinksForTask(task.getId()), false);
            if (Arrays.stream(above).map(Role::groupId).allMatch(asked::contains)) {
                waits(task, Set.of());
            } else {
                aboveToo(task, above);
            }
        });
    }

    private void aboveToo(Task task, Role... above) {
        nobodysYet(task);
        for (Role role : above) {
            tasks.addCandidateGroup(task.getId(), role.groupId());
        }
        waits(task, Set.of());
    }

    /** @param also groups that hear of it beside those who may do it */
    private void waits(Task task, Set<String> also) {
        CaseTask late = caseTasks.find(task.getId()).orElseThrow().caseTask();
        Set<String> groups = new LinkedHashSet<>(late.candidateGroups());
        groups.addAll(also);
        events.publishEvent(new ToDoWaits(
                late.reference(), task.getId(), task.getTaskDefinitionKey(), groups, late.candidateUsers()));
    }

    /** After a while duty and the registered managers can ring the police too (practice, section 1). */
    void dutyAndManagersToo(String reference, String processInstanceId) {
        Set<String> more = new LinkedHashSet<>();
        agency.onDuty(clock.instant()).stream().map(Person::id).forEach(more::add);
        agency.holdersOf(Role.REGISTERED_MANAGER).stream().map(Person::id).forEach(more::add);
        open(reference, processInstanceId, ToDos.CALL_POLICE, more);
        events.publishEvent(new AskedToRing(reference, processInstanceId, more));
    }

    /**
     * Nobody has rung the carer or 999 yet: everybody who was told so far hears it again, unless somebody has it; who has had it for long has it
     * alone no more by then ({@code TakenAndNotDone}).
     */
    void nobodyRang(String reference, String processInstanceId) {
        Set<String> people = new LinkedHashSet<>(doers.everybodyTold(reference));
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(ToDos.RING_CARER)
                .taskUnassigned()
                .list()) {
            people.stream()
                    .filter(personId -> !mayTake(task, personId))
                    .forEach(personId -> tasks.addCandidateUser(task.getId(), personId));
            String origin = task.getId() + "-" + clock.instant().getEpochSecond();
            events.publishEvent(new AskedToRing(reference, origin, people));
            handing.askedToRing(reference, task.getName(), people, "Still nobody has confirmed that the police know.");
        }
    }

    /**
     * The worker who was to ring the police gave it back: everybody else who can is asked at once, so that it is never nobody's.
     *
     * @param task still in that worker's hands, who may take it again
     * @param people ids of the others
     */
    void policeGivenBack(String reference, Task task, Set<String> people) {
        tasks.addCandidateUser(task.getId(), task.getAssignee());
        people.forEach(personId -> tasks.addCandidateUser(task.getId(), personId));
        // Each time anew: what was taken again and given back once more is another message.
        String origin = task.getId() + "-" + clock.instant().getEpochSecond();
        events.publishEvent(new AskedToRing(reference, origin, people));
    }

    /** Whoever is told while nobody has confirmed the police gets the carer to ring as well. */
    @EventListener
    void alsoRings(SomebodyTold told) {
        person.asTheHouse(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(told.reference())
                .processDefinitionKey(CaseNames.CALL_POLICE)
                .taskDefinitionKey(ToDos.RING_CARER)
                .list()
                .forEach(task -> tasks.addCandidateUser(task.getId(), told.personId())));
    }

    /** What waited with the managers while nobody of the home might know of it goes to whoever reported, unless somebody has it in hand. */
    @EventListener
    void backToTheReporter(NobodyNamed settled) {
        Optional<String> reporter = doers.reporterOf(settled.reference());
        boolean danger = incidents.get(settled.reference()).level().equals(Optional.of(RiskLevel.IMMEDIATE));
        reporter.ifPresent(id -> person.asTheHouse(() -> OF_THE_REPORTER.stream()
                .filter(key -> danger || !key.equals(ToDos.CALL_POLICE))
                .flatMap(key -> tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(settled.reference())
                        .taskDefinitionKey(key)
                        .taskUnassigned()
                        .list()
                        .stream())
                .forEach(task -> tasks.setAssignee(task.getId(), id))));
    }

    /** What was asked of whoever began to write a call down is for the caller, who is with the child (practice, section 1). */
    @EventListener
    void toTheCaller(CallTaken call) {
        boolean danger = incidents.get(call.reference()).level().equals(Optional.of(RiskLevel.IMMEDIATE));
        doers.reporterOf(call.reference())
                .ifPresent(caller -> person.asTheHouse(() -> OF_THE_REPORTER.stream()
                        .filter(key -> danger || !key.equals(ToDos.CALL_POLICE))
                        .flatMap(key -> tasks
                                .createTaskQuery()
                                .processInstanceBusinessKey(call.reference())
                                .taskDefinitionKey(key)
                                .taskAssignee(call.takenBy())
                                .list()
                                .stream())
                        .forEach(task -> tasks.setAssignee(task.getId(), caller))));
    }

    private boolean mayTake(Task task, String personId) {
        return CaseTasks.candidates(tasks.getIdentityLinksForTask(task.getId()), true)
                .contains(personId);
    }

    private void open(String reference, String processInstanceId, String key, Set<String> more) {
        Set<String> excluded = files.excluded(reference);
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(key)
                .list()) {
            Set<String> people = new LinkedHashSet<>(more);
            people.removeAll(excluded);
            people.remove(task.getAssignee());
            if (people.isEmpty()) {
                continue;
            }
            nobodysYet(task);
            people.forEach(personId -> tasks.addCandidateUser(task.getId(), personId));
        }
    }

    /** Whoever has it can still do it, and so can everybody else who is asked. */
    private void nobodysYet(Task task) {
        if (task.getAssignee() != null) {
            tasks.addCandidateUser(task.getId(), task.getAssignee());
            tasks.setAssignee(task.getId(), null);
        }
    }
}
