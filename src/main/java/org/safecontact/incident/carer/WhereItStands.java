package org.safecontact.incident.carer;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Police;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.incident.store.LevelRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a case stands, for its carer: who has it, who is asked until when, what the police know. What was before it got worse is past. */
@Component
public class WhereItStands {

    private final Police police;
    private final LevelRepository levels;
    private final Agency agency;
    private final HumanTime times;
    private final ObjectProvider<WhoWasTold> telling;
    private final Clock clock;

    WhereItStands(
            Police police,
            LevelRepository levels,
            Agency agency,
            HumanTime times,
            ObjectProvider<WhoWasTold> telling,
            Clock clock) {
        this.police = police;
        this.levels = levels;
        this.agency = agency;
        this.times = times;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * Who has it, since people were asked last: an answer from before it got worse is none. Whoever has taken it and not answered has what
     * became known since in front of them too.
     */
    Optional<WhoWasTold.Taken> taken(Incident incident) {
        return telling.stream()
                .flatMap(each -> each.taken(incident.reference()).stream())
                .filter(taken -> !taken.answered() || isSinceWorse(incident, taken.since()))
                .findFirst();
    }

    /** Once it is done, what was meant to be done about the police is past. */
    Optional<String> policeWereTold(Incident incident) {
        return police.toldSinceWorse(incident.reference()) ? Optional.of("The police were told.") : Optional.empty();
    }

    /** Whether somebody of the home was asked to ring the police and nobody has confirmed it. */
    boolean policeOnTheList(Incident incident) {
        return !policeSettled(incident) && police.askedInDanger(incident.reference());
    }

    /** Whether nobody need ring the police for what is known now. */
    boolean policeSettled(Incident incident) {
        return police.settledSinceWorse(incident.reference());
    }

    /** Whether they were told, and what has become known since asks for them anew. */
    boolean policeToldBefore(Incident incident) {
        return !policeSettled(incident) && police.everTold(incident.reference());
    }

    private boolean isSinceWorse(Incident incident, Instant moment) {
        return worseAt(incident).filter(moment::isBefore).isEmpty();
    }

    /** Since when it is so much worse that people are asked: what a review finds below HIGH asks nobody anew. */
    private Optional<Instant> worseAt(Incident incident) {
        boolean urgent = incident.level().filter(RiskLevel::urgent).isPresent();
        return levels.worseAt(incident.reference())
                .filter(worse -> urgent
                        || newestAlarm(incident)
                                .filter(alarm -> !alarm.isBefore(worse))
                                .isPresent());
    }

    private Optional<Instant> newestAlarm(Incident incident) {
        return telling.stream()
                .flatMap(each -> each.newestAlarm(incident.reference()).stream())
                .max(Comparator.naturalOrder());
    }

    /** Whether a manager lowered what was urgent: what had begun then still runs (contract, section 4). */
    boolean lowered(Incident incident) {
        List<RiskDecision> all = levels.all(incident.reference());
        List<RiskDecision> before = all.stream()
                .dropWhile(decision -> decision.byPerson() && !decision.level().urgent())
                .toList();
        return incident.escalated()
                && before.size() < all.size()
                && before.stream()
                        .findFirst()
                        .filter(was -> was.level().urgent())
                        .isPresent();
    }

    /** With whom somebody spoke who has answered: in a home of several carers it may have been another one. */
    String spoken(Incident incident) {
        List<Person> carers = incident.householdId().map(agency::carersOf).orElse(List.of());
        boolean carer = carers.stream().map(Person::id).anyMatch(incident.reporterId()::equals);
        return "has this and has spoken with " + (!carer ? "the home" : carers.size() > 1 ? "your home" : "you");
    }

    /** Whether the child's social worker, who was told then, knows what is known now: what became known since is still to be said. */
    String authority(Incident incident, Instant told) {
        return "The child's social worker "
                + (told.isBefore(worseSince(incident)) ? "was told " + times.at(told) : "knows")
                + ".";
    }

    /** Since when it is as serious as it is: what was agreed since then may still stand. */
    Instant worseSince(Incident incident) {
        return worseAt(incident).orElse(Instant.EPOCH);
    }

    /** Since it got worse, or people were asked anew, whichever was later. */
    public Instant askedSince(Incident incident) {
        return Stream.concat(worseAt(incident).stream(), newestAlarm(incident).stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Whether messages leave by a way that wakes people. */
    boolean wakesPeople() {
        return telling.stream().anyMatch(WhoWasTold::wakesPeople);
    }

    static boolean answered(Optional<WhoWasTold.Taken> taken) {
        return taken.filter(WhoWasTold.Taken::answered).isPresent();
    }

    /**
     * @param incident where a call is promised, by whoever answered, the same sentence says so; else {@link #ringsToo} does
     * @param answered what answering means at this level: at HIGH and above it is speaking with the carer
     * @param next what whoever has only taken it does next
     */
    String has(Incident incident, WhoWasTold.Taken taken, String answered, String next) {
        String who = capital(agency.roleAndNameOf(taken.personId()));
        if (taken.answered()) {
            return who + " " + (taken.tookOver() ? "has taken this over" : answered)
                    + promised(incident)
                            .filter(call -> isOf(call, taken) && clock.instant().isBefore(call.by()))
                            .map(call -> " and rings you again " + times.by(call.by()))
                            .orElse("")
                    + ".";
        }
        return who
                + taken.ringsBy()
                        .filter(clock.instant()::isBefore)
                        .map(by -> " has this and rings you " + times.by(by) + ".")
                        .orElseGet(() -> " took this " + times.at(taken.since()) + next + ".");
    }

    /**
     * A call that was promised and is not made yet, until it is: before its time who rings, after it who was to, and whom to ring.
     *
     * @param duty whom to ring, with their number
     * @return empty where {@link #has} says it
     */
    Optional<String> ringsToo(Incident incident, Optional<WhoWasTold.Taken> taken, String duty) {
        return promised(incident)
                .filter(call -> !clock.instant().isBefore(call.by())
                        || taken.filter(who -> who.answered() && isOf(call, who))
                                .isEmpty())
                .map(call -> {
                    Optional<String> who =
                            call.personId().map(agency::roleAndNameOf).map(WhereItStands::capital);
                    return clock.instant().isBefore(call.by())
                            ? who.map(each -> each + " rings you again ").orElse("Somebody rings you again ")
                                    + times.by(call.by()) + "."
                            : who.map(each -> each + " was to ring you ").orElse("Somebody was to ring you ")
                                    + times.by(call.by()) + ". Not rung yet? Ring " + duty + ".";
                });
    }

    private Optional<WhoWasTold.Promised> promised(Incident incident) {
        return telling.stream()
                .flatMap(each -> each.promised(incident.reference()).stream())
                .findFirst();
    }

    private static boolean isOf(WhoWasTold.Promised call, WhoWasTold.Taken taken) {
        return call.personId().filter(taken.personId()::equals).isPresent();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The supervising social worker by name, others by what they do. */
    String whoIsAsked(Incident incident) {
        Optional<Role> role = asked(incident).map(WhoWasTold.Asked::role).flatMap(Role::ofGroup);
        if (role.filter(Role.SUPERVISING_SOCIAL_WORKER::equals).isPresent()) {
            return incident.householdId()
                    .flatMap(agency::supervisingSocialWorkerOf)
                    .map(Person::name)
                    .orElse("Your supervising social worker");
        }
        return role.filter(Role.DUTY_SOCIAL_WORKER::equals).isPresent()
                ? "Duty"
                : role.map(each -> "The " + each.words()).orElse("Somebody");
    }

    /** Until when whoever is asked now must answer; nothing once that has passed and the next are about to be asked. */
    String byWhen(Incident incident) {
        return asked(incident)
                .map(WhoWasTold.Asked::by)
                .filter(clock.instant()::isBefore)
                .map(by -> " " + times.by(by))
                .orElse("");
    }

    /** Who was told and when, by what they are. At HIGH and above a message alone tells nobody (contract, 5.7). */
    List<String> told(Incident incident) {
        Instant since = askedSince(incident);
        Map<Boolean, String> told = telling.stream()
                .flatMap(each -> each.told(incident.reference(), since).stream())
                .collect(Collectors.partitioningBy(
                        each -> each.spoken() || !incident.urgent(),
                        Collectors.mapping(each -> each.who() + " " + times.at(each.at()), Collectors.joining(", "))));
        return Stream.of("Told: " + told.get(true), "A message went to: " + told.get(false))
                .filter(line -> !line.endsWith(": "))
                .map(line -> line + ".")
                .toList();
    }

    private Optional<WhoWasTold.Asked> asked(Incident incident) {
        return telling.stream()
                .flatMap(each -> each.asked(incident.reference()).stream())
                .findFirst();
    }
}
