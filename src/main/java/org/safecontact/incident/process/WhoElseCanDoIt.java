package org.safecontact.incident.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.Endings;
import org.springframework.stereotype.Component;

/** To whom a to-do that is open can go from whoever has it. */
@Component
class WhoElseCanDoIt {

    private final CaseAccess access;
    private final Agency agency;
    private final Doers doers;
    private final Endings endings;

    WhoElseCanDoIt(CaseAccess access, Agency agency, Doers doers, Endings endings) {
        this.access = access;
        this.agency = agency;
        this.doers = doers;
        this.endings = endings;
    }

    /** Who can ring the police instead of a worker who alone was asked to; nobody instead of a carer, who is with the danger. */
    Set<String> ringInstead(OpenToDo open, String personId) {
        if (!ToDos.CALL_POLICE.equals(open.task().getTaskDefinitionKey()) || agency.is(personId, Role.CARER)) {
            return Set.of();
        }
        Set<String> people = doers.alsoRingThePolice(open.reference());
        people.remove(personId);
        return people;
    }

    /** Whether somebody may take it from whoever has it: to whom it can be handed over, and a registered manager, who answers for all of it. */
    boolean mayTake(OpenToDo open, String holder, String personId) {
        return agency.is(personId, Role.REGISTERED_MANAGER)
                || whoMayHave(open, holder).containsKey(personId);
    }

    /** Whoever else can do it, by id: name and what they do. Who is above may take a closing that is late, and hands it on to who closes. */
    Map<String, String> others(OpenToDo open, String personId) {
        Map<String, String> people = whoMayHave(open, personId);
        if (ToDos.CLOSE_INCIDENT.equals(open.task().getTaskDefinitionKey())) {
            people.keySet().removeIf(other -> !endings.mayClose(open.reference(), other));
        }
        return people;
    }

    private Map<String, String> whoMayHave(OpenToDo open, String personId) {
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
                && !ToDos.MAKE_OWN_REPORT.equals(open.task().getTaskDefinitionKey())
                && agency.is(personId, Role.REGISTERED_MANAGER)) {
            maySee(open, Role.SUPERVISING_SOCIAL_WORKER)
                    .forEach(worker -> people.put(worker.id(), nameAndWork(worker)));
        }
        return people;
    }

    /** What only the supervising social worker of the home was asked goes to whoever answers for them. House default. */
    private Stream<Person> answersFor(OpenToDo open, String personId) {
        return !agency.is(personId, Role.CARER)
                        && open.caseTask().candidateGroups().contains(Role.SUPERVISING_SOCIAL_WORKER.groupId())
                ? Stream.of(Role.TEAM_MANAGER, Role.DUTY_SOCIAL_WORKER, Role.REGISTERED_MANAGER)
                        .flatMap(role -> maySee(open, role))
                        .filter(person -> !open.caseTask().first().equals(Optional.of(person.id())))
                : Stream.empty();
    }

    private Stream<Person> maySee(OpenToDo open, Role role) {
        return agency.holdersOf(role).stream().filter(person -> access.mayRead(person.id(), open.reference()));
    }

    private static String nameAndWork(Person person) {
        return person.roles().stream()
                .sorted()
                .map(Role::words)
                .collect(Collectors.joining(", ", person.name() + ", ", ""));
    }
}
