package org.safecontact.incident.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.ComesNext;
import org.safecontact.incident.Incident;
import org.safecontact.incident.ServedTogether;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.incident.process.ToDosInSight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who has a case now and what waits on it, by when and for whom, in words for workers. */
@Component
class WhatWaits {

    /** So many are named; beyond, there is no list of people to read. House default. */
    private static final int NAMED = 3;

    private final ToDosInSight inSight;
    private final ObjectProvider<WhoWasTold> telling;
    private final ObjectProvider<ServedTogether> together;
    private final ObjectProvider<ComesNext> ahead;
    private final CaseAccess access;
    private final Agency agency;
    private final HumanTime times;
    private final Clock clock;

    WhatWaits(
            ToDosInSight inSight,
            ObjectProvider<WhoWasTold> telling,
            ObjectProvider<ServedTogether> together,
            ObjectProvider<ComesNext> ahead,
            CaseAccess access,
            Agency agency,
            HumanTime times,
            Clock clock) {
        this.inSight = inSight;
        this.telling = telling;
        this.together = together;
        this.ahead = ahead;
        this.access = access;
        this.agency = agency;
        this.times = times;
        this.clock = clock;
    }

    /** Who took or answered it last: <i>Duty social worker Frankie Nightingale answered today at 22:14.</i> */
    String whoHasIt(Incident incident) {
        if (incident.level().isEmpty()) {
            return "It is not sent yet.";
        }
        return telling.stream()
                .flatMap(each -> each.taken(incident.reference()).stream())
                .findFirst()
                .map(taken -> capital(agency.roleAndNameOf(taken.personId()))
                        + (taken.answered()
                                ? (taken.tookOver() ? " took this over " : " answered ") + times.at(taken.since())
                                : " has had it" + since(taken.since()))
                        + ".")
                .orElseGet(() -> nobodyYet(incident.reference()));
    }

    /** Who answered before knows the case: whoever reads it can ask them. */
    private String nobodyYet(String reference) {
        String before = telling.stream()
                .flatMap(each -> each.answeredBefore(reference).stream())
                .findFirst()
                .map(answered -> capital(agency.roleAndNameOf(answered.personId())) + " answered before that, "
                        + times.at(answered.since()) + ".")
                .orElse("");
        String waits = telling.stream()
                .flatMap(each -> each.newestAlarm(reference).stream())
                .findFirst()
                .map(this::since)
                .orElse("");
        return before.isEmpty()
                ? "Nobody has answered yet."
                : "Nobody has answered what is new: it waits" + waits + ". " + before;
    }

    /** A sentence for each to-do that this person may see: <i>Close it, by 17:00 today: nobody has it yet; it waits for …</i> */
    List<String> lines(String reference, String personId) {
        return waiting(reference, personId)
                .map(waiting -> waiting.name() + due(waiting) + ": " + whose(waiting, personId)
                        + (waiting.listed().reference().equals(reference)
                                ? ""
                                : "; it stands under " + waiting.listed().reference())
                        + ".")
                .distinct()
                .toList();
    }

    /** What begins by itself, and who closes it at the end: a case on which nothing waits now is not forgotten. Empty while it is not sent. */
    String next(Incident incident, String personId) {
        if (incident.level().isEmpty()) {
            return "";
        }
        String next = ahead.stream()
                .flatMap(each -> each.on(incident.reference()).stream())
                .sorted(Comparator.comparing(ComesNext.Next::at))
                .map(each -> each.what() + " " + times.at(each.at()))
                .collect(Collectors.joining("; "));
        boolean closing = inSight.waiting(incident.reference(), personId).stream()
                .anyMatch(waiting -> waiting.listed().key().equals(ToDos.CLOSE_INCIDENT));
        Role closes = incident.escalated() ? Role.REGISTERED_MANAGER : Role.SUPERVISING_SOCIAL_WORKER;
        return Stream.of(
                        next.isEmpty() ? "" : "Next: " + next + ".",
                        closing ? "" : "When all is done, a " + closes.words() + " closes it.")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The to-do about the police that this person has or may take, and by when: <i>Ring the police, by 22:09 today</i>; else empty. */
    String policeToRing(String reference, String personId) {
        return inSight.waiting(reference, personId).stream()
                .filter(waiting -> waiting.listed().key().equals(ToDos.CALL_POLICE))
                .filter(waiting -> waiting.listed().mayTake()
                        || waiting.listed().holder().filter(personId::equals).isPresent())
                .findFirst()
                .map(waiting -> waiting.name() + due(waiting))
                .orElse("");
    }

    /** What stands under this case, and what serves it too under another. */
    private Stream<ToDosInSight.Waiting> waiting(String reference, String personId) {
        Stream<ToDosInSight.Waiting> elsewhere = together.stream()
                .flatMap(each -> each.under(reference).stream()
                        .flatMap(other -> inSight.waiting(other, personId).stream()
                                .filter(todo ->
                                        each.also(other, todo.listed().key()).contains(reference))));
        return Stream.concat(inSight.waiting(reference, personId).stream(), elsewhere);
    }

    /** Whether something is late that this person may see and a worker should have done: nobody shows a carer as late (practice, section 3). */
    boolean late(String reference, String personId) {
        return waiting(reference, personId)
                .filter(this::isOfWorkers)
                .flatMap(waiting -> waiting.listed().due().stream())
                .anyMatch(clock.instant()::isAfter);
    }

    /** Nobody shows a carer as late (practice, section 3). */
    private String due(ToDosInSight.Waiting waiting) {
        return waiting.listed()
                .due()
                .filter(by -> !waiting.listed().key().equals(ToDos.REPORT_CONTACT))
                .map(isOfWorkers(waiting) ? times::byOrLate : times::by)
                .map(by -> ", " + by)
                .orElse("");
    }

    private boolean isOfWorkers(ToDosInSight.Waiting waiting) {
        return ToDos.isOfWorkers(
                agency, waiting.listed().key(), waiting.listed().holder(), waiting.people());
    }

    private String whose(ToDosInSight.Waiting waiting, String personId) {
        return waiting.listed()
                .holder()
                .map(holder ->
                        (holder.equals(personId) ? "you have had it" : agency.roleAndNameOf(holder) + " has had it")
                                + waiting.listed().since().map(this::since).orElse(""))
                .orElseGet(() -> "nobody has it yet"
                        + Optional.of(asked(waiting, personId))
                                .filter(asked -> !asked.isEmpty())
                                .map(asked -> "; it waits for " + asked)
                                .orElse(""));
    }

    /** <i>since today at 22:14</i>, <i>since Friday 27 November at 22:14</i>. */
    private String since(Instant moment) {
        return " since " + times.at(moment).replaceFirst("^on ", "");
    }

    /**
     * Who is asked to do it, in words; empty where that is nobody but this person. A role of which somebody is named is not said beside the
     * name once more.
     */
    String asked(ToDosInSight.Waiting waiting, String personId) {
        boolean many = waiting.people().size() > NAMED;
        Set<String> named = many ? Set.of() : waiting.people();
        Stream<String> roles = waiting.groups().stream()
                .flatMap(group -> Role.ofGroup(group).stream())
                .filter(role -> named.stream().noneMatch(each -> agency.is(each, role)))
                .flatMap(role -> holders(role, waiting.listed(), personId));
        return Stream.of(
                        roles,
                        named.stream().map(agency::roleAndNameOf),
                        many ? Stream.of("everybody who was told") : Stream.<String>empty())
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
    }

    /** A role in words, the only one who has it by name; nothing where everybody who has it is kept away. Whoever asks and may not take it is not meant. */
    private Stream<String> holders(Role role, ToDosInSight.Listed todo, String personId) {
        List<String> may = agency.holdersOf(role).stream()
                .map(Person::id)
                .filter(person -> todo.mayTake() || !person.equals(personId))
                .filter(person -> access.mayRead(person, todo.reference()))
                .toList();
        return may.isEmpty() ? Stream.empty() : Stream.of(may.size() == 1 ? named(may.get(0), role) : role.words());
    }

    private String named(String personId, Role role) {
        return role.words() + " " + agency.nameOf(personId);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
