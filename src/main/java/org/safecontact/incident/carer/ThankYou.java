package org.safecontact.incident.carer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Person;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.incident.named.LastResort;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last screen of whoever reported: who has it, when they ring, what to do until then. Never the level (practice, section 5). */
@Service
@Transactional(readOnly = true)
public class ThankYou {

    private static final String RING_NOW = "Thank you. Ring 999 now, we are with you.";
    private static final String RING_FIRST = "Ring 999 first, then duty.";
    private static final String CANNOT_RING = "We cannot ring people for you, so please ring duty yourself.";
    private static final List<String> TOOK_THE_CALL = List.of(
            "Whoever has to know is being told now. You have answered already: you spoke with the caller.",
            "Whoever rang finds it under My reports, and can add to it.");
    private static final String LEAVE_IT =
            "Stay with them. Don't reply, don't delete, don't look through the phone. You have done the right thing.";

    /** In the words of the forms (practice, section 4). */
    private static final List<String> PICTURES = List.of(
            "The pictures: do not look, copy, send or delete, and take no picture of the screen. The child can use Report Remove themself; no adult opens or handles a picture.",
            "The phone: keep it here and leave it as it is: on stays on, off stays off. Put it on charge. Stop it being used. Never by force: if they will not give it, leave it and ring duty.");

    private final IncidentRepository repository;
    private final AnswerRepository answers;
    private final CaseFiles files;
    private final CaseAccess access;
    private final Agency agency;
    private final WorkingTime working;
    private final WhomToRing toRing;
    private final LastResort lastResort;
    private final WhereItStands stands;
    private final ForTheCarer forTheCarer;
    private final AuthorityTold authority;
    private final ObjectProvider<AlsoForTheCarer> also;
    private final Clock clock;

    ThankYou(
            IncidentRepository repository,
            AnswerRepository answers,
            CaseFiles files,
            CaseAccess access,
            Agency agency,
            WorkingTime working,
            WhomToRing toRing,
            LastResort lastResort,
            WhereItStands stands,
            ForTheCarer forTheCarer,
            AuthorityTold authority,
            ObjectProvider<AlsoForTheCarer> also,
            Clock clock) {
        this.repository = repository;
        this.answers = answers;
        this.files = files;
        this.access = access;
        this.agency = agency;
        this.working = working;
        this.toRing = toRing;
        this.lastResort = lastResort;
        this.stands = stands;
        this.forTheCarer = forTheCarer;
        this.authority = authority;
        this.also = also;
        this.clock = clock;
    }

    /**
     * @param title the first line
     * @param lines what to know and do, one sentence or two each
     * @param dutyFirst whether ringing duty comes before everything else
     * @param whom whom to ring: duty, or the registered manager where whoever is on duty is told nothing
     * @param telephone their number at this moment
     */
    public record Words(String title, List<String> lines, boolean dutyFirst, String whom, String telephone) {

        private Words(String title, List<String> lines, boolean dutyFirst, WhomToRing.Whom toRing) {
            this(
                    title,
                    lines.stream()
                            .map(line -> line.replace("ring duty", "ring " + toRing.words())
                                    .replace("then duty", "then " + toRing.words()))
                            .toList(),
                    dutyFirst,
                    toRing.words(),
                    toRing.telephone());
        }
    }

    /**
     * @param personId who reads it: who wrote the report, also when excluded since (then it says nothing of what followed), or another
     *     carer of the home who may read the case
     * @throws NotYours for everybody else
     */
    public Words words(String reference, String personId) {
        Incident incident = repository.find(reference).orElseThrow(NotYours::new);
        boolean wrote = repository.startedBy(reference).equals(personId)
                || incident.reporterId().equals(personId);
        if (!wrote && !forHome(incident, personId)) {
            throw new NotYours();
        }
        WhomToRing.Whom duty = toRing.about(reference);
        boolean quiet = files.walled(reference) || files.excluded(reference).contains(personId);
        List<String> lines = new ArrayList<>();
        if (!incident.sent() && incident.level().isEmpty()) {
            return notSent(incident, duty);
        }
        if (lastResort.isAsked(reference) && !files.excluded(reference).contains(personId)) {
            return nobodyHere(incident);
        }
        RiskLevel level = incident.level().orElse(RiskLevel.LOW);
        if (incident.takenBy().filter(personId::equals).isPresent()) {
            return new Words("Thank you. It is on record.", TOOK_THE_CALL, false, duty);
        }
        if (quiet && onlyNamedElsewhere(reference, personId)) {
            asIfNobodyWere(incident, level, lines);
            return new Words(wroteTitle(level, level == RiskLevel.IMMEDIATE), lines, level.urgent(), duty);
        }
        if (quiet) {
            if (level == RiskLevel.IMMEDIATE) {
                lines.add(RING_FIRST);
            }
            lines.add("Nobody is in trouble. A registered manager looks at this now.");
            lines.add("What you wrote stays yours to read. In danger now: 999.");
            return new Words(
                    level == RiskLevel.IMMEDIATE ? RING_NOW : "Thank you for telling us.", lines, level.urgent(), duty);
        }
        if (incident.state() == Incident.State.WITHDRAWN) {
            return takenBack(duty);
        }
        Optional<WhoWasTold.Taken> taken = stands.taken(incident);
        if (stands.lowered(incident)) {
            lowered(incident, taken, lines);
        } else {
            switch (level) {
                case LOW -> low(incident, taken, lines);
                case MEDIUM -> medium(incident, taken, lines);
                case HIGH -> high(incident, taken, lines);
                case IMMEDIATE -> immediate(incident, taken, lines);
            }
        }
        // What was agreed or decided before it got worse no longer stands.
        Instant since = stands.askedSince(incident);
        if (WhereItStands.answered(taken)) {
            Optional<String> police = stands.policeWereTold(incident);
            forTheCarer.agreed(incident, since).stream()
                    .filter(line -> police.isEmpty() || !line.startsWith(ForTheCarer.THE_POLICE))
                    .forEach(lines::add);
            police.ifPresent(lines::add);
        }
        also.stream().flatMap(area -> area.lines(reference).stream()).forEach(lines::add);
        if (authority.byUs(reference)) {
            lines.add("The child's social worker knows.");
        }
        forTheCarer.words(incident, since).ifPresent(words -> lines.add("Decided: " + words));
        boolean ringNow = level == RiskLevel.IMMEDIATE && !stands.policeSettled(incident);
        String title =
                wrote ? wroteTitle(level, ringNow) : ringNow ? "Ring 999 now, we are with you." : "Where this stands";
        return new Words(title, lines, level.urgent() && !WhereItStands.answered(taken), duty);
    }

    private static String wroteTitle(RiskLevel level, boolean ringNow) {
        return ringNow ? RING_NOW : level.urgent() ? "Thank you." : "Thank you for telling us.";
    }

    /** Whether nothing in this report itself keeps them away: they must not learn from it that another one names them (contract, 5.6). */
    private boolean onlyNamedElsewhere(String reference, String personId) {
        return !files.walled(reference) && !files.excludedHere(reference).contains(personId);
    }

    /** What everybody reads first who sent such a report, and nothing of what followed. */
    private void asIfNobodyWere(Incident incident, RiskLevel level, List<String> lines) {
        switch (level) {
            case LOW -> low(incident, Optional.empty(), lines);
            case MEDIUM -> medium(incident, Optional.empty(), lines);
            case HIGH, IMMEDIATE -> {
                if (level == RiskLevel.IMMEDIATE) {
                    lines.add(RING_FIRST);
                }
                leaveIt(incident, lines);
                lines.add("Somebody talks with you" + stands.byWhen(incident) + ".");
                cannotRing().ifPresent(lines::add);
            }
        }
    }

    /** Who has it and when they ring is for every carer of the home (practice, section 3: always on screen). */
    public boolean forHome(Incident incident, String personId) {
        return incident.sent()
                && access.mayRead(personId, incident.reference())
                && incident.householdId().map(agency::carersOf).orElse(List.of()).stream()
                        .map(Person::id)
                        .anyMatch(personId::equals);
    }

    private static Words notSent(Incident incident, WhomToRing.Whom duty) {
        return incident.state().isOver()
                ? new Words(
                        "You closed this without sending it.",
                        List.of("Nobody has read it. If there is something after all, start again or ring duty."),
                        false,
                        duty)
                : new Words(
                        "This is not sent yet.",
                        List.of("Nobody has read it. Send it when you are ready, or ring duty and tell us."),
                        false,
                        duty);
    }

    private static Words takenBack(WhomToRing.Whom duty) {
        return new Words(
                "This was closed as started by accident.",
                List.of(
                        "Nothing more is needed from you. What you wrote stays on record.",
                        "If there is something after all, start again or ring duty. In danger: 999."),
                false,
                duty);
    }

    private void lowered(Incident incident, Optional<WhoWasTold.Taken> taken, List<String> lines) {
        lines.add("Nobody is in trouble. A manager has looked at this.");
        lines.add(taken.map(who -> stands.has(who, stands.spoken(incident)))
                .orElseGet(() -> "Somebody still talks with you" + stands.byWhen(incident) + "."));
        lines.add("What is on your list still needs doing. Don't reply, don't delete, don't look through the phone.");
        lines.addAll(aboutThePhone(incident));
        lines.add("If anything changes, ring duty. In danger: 999.");
    }

    private void low(Incident incident, Optional<WhoWasTold.Taken> taken, List<String> lines) {
        lines.add("Nobody is in trouble.");
        lines.add(taken.map(who -> stands.has(who, "has read this"))
                .orElseGet(() -> stands.whoIsAsked(incident) + " reads this" + stands.byWhen(incident)
                        + " and tells the child's social worker."));
        lines.addAll(aboutThePhone(incident, "Carry on as usual; no need to take the phone."));
        lines.add("If anything changes, ring duty.");
    }

    private void medium(Incident incident, Optional<WhoWasTold.Taken> taken, List<String> lines) {
        lines.add("Nobody is in trouble.");
        lines.add(taken.map(who -> stands.has(who, "has read this"))
                .orElseGet(() -> (working.isOfficeHours(clock.instant()) ? "We will talk today. " : "We will talk. ")
                        + stands.whoIsAsked(incident) + " reads this" + stands.byWhen(incident) + "."));
        lines.addAll(aboutThePhone(incident, "No need to take the phone. Leave the messages where they are."));
        lines.add("If anything changes, ring duty.");
    }

    private void high(Incident incident, Optional<WhoWasTold.Taken> taken, List<String> lines) {
        leaveIt(incident, lines);
        lines.add(taken.map(who -> stands.has(who, stands.spoken(incident)))
                .orElseGet(() -> "Somebody talks with you" + stands.byWhen(incident) + "."));
        boolean onTheList = stands.policeOnTheList(incident);
        if (onTheList) {
            lines.add("The police are still to be rung: please ring them, and tick it off the list.");
        }
        if (WhereItStands.answered(taken)) {
            lines.add("If anything changes, ring duty.");
            return;
        }
        if (incident.policeNow() && !onTheList) {
            lines.add(
                    "Whoever answers arranges the police: you need not ring them unless something changes; if it does, 999.");
        }
        cannotRing().ifPresent(lines::add);
    }

    private void immediate(Incident incident, Optional<WhoWasTold.Taken> taken, List<String> lines) {
        if (!stands.policeSettled(incident)) {
            lines.add("Ring 999 first, then duty. Tick the police off your list when you have rung.");
        }
        leaveIt(incident, lines);
        lines.add(taken.map(who -> stands.has(who, stands.spoken(incident)))
                .orElseGet(() -> "Somebody talks with you" + stands.byWhen(incident) + "."));
        if (WhereItStands.answered(taken)) {
            lines.add("If anything changes, ring duty. In danger: 999.");
        } else {
            cannotRing().ifPresent(lines::add);
        }
    }

    private void leaveIt(Incident incident, List<String> lines) {
        lines.add(LEAVE_IT);
        lines.addAll(aboutThePhone(incident));
    }

    private List<String> aboutThePhone(Incident incident, String... withoutPictures) {
        return RiskQuestions.pictures(answers.answers(incident.reference())) ? PICTURES : List.of(withoutPictures);
    }

    /** Said until messages leave by a way that wakes people (practice, section 1). */
    private Optional<String> cannotRing() {
        return stands.wakesPeople() ? Optional.empty() : Optional.of(CANNOT_RING);
    }

    /** Nobody here who is not named: whom outside to ring. */
    private Words nobodyHere(Incident incident) {
        String outside = incident.childId()
                .flatMap(agency::authorityOf)
                .map((Authority authority) -> "the emergency duty team of " + authority.name() + ": "
                        + authority.emergencyDutyTeamTelephone() + ".")
                .orElse("the emergency duty team of the child's authority.");
        return new Words(
                "Thank you. Please ring somebody outside now.",
                List.of(
                        "Everybody here whom we could tell is named. Nobody else here may be told by us.",
                        "In danger: ring 999. Else ring " + outside,
                        "What you wrote is kept."),
                false,
                new WhomToRing.Whom("duty", ""));
    }
}
