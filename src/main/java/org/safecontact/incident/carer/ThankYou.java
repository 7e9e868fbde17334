package org.safecontact.incident.carer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.LastResort;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Person;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.store.IncidentRepository;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last screen of whoever reported: who has it, when they ring, what to do until then. Never the level (practice, section 5). */
@NamedInterface("carer")
@Service
@Transactional(readOnly = true)
public class ThankYou {

    static final String RING_999 = "Ring 999 now, we are with you.";
    private static final String RING_NOW = "Thank you. " + RING_999;
    private static final List<String> TOOK_THE_CALL = List.of(
            "Whoever has to know is being told now. You have answered already: you spoke with the caller.",
            "Whoever rang finds it under My reports, and can add to it.");

    private final IncidentRepository repository;
    private final CaseFiles files;
    private final CaseAccess access;
    private final Agency agency;
    private final FirstWords first;
    private final WhomToRing toRing;
    private final LastResort lastResort;
    private final WhatFollowed followed;

    ThankYou(
            IncidentRepository repository,
            CaseFiles files,
            CaseAccess access,
            Agency agency,
            FirstWords first,
            WhomToRing toRing,
            LastResort lastResort,
            WhatFollowed followed) {
        this.repository = repository;
        this.files = files;
        this.access = access;
        this.agency = agency;
        this.first = first;
        this.toRing = toRing;
        this.lastResort = lastResort;
        this.followed = followed;
    }

    /**
     * @param personId who reads it: who wrote the report, also when excluded since or where the child lives elsewhere now (then it says
     *     nothing of what followed), or another carer of the home who may read the case
     * @throws NotYours for everybody else
     */
    public LastScreen words(String reference, String personId) {
        Incident incident = repository.find(reference).orElseThrow(NotYours::new);
        boolean wrote = repository.startedBy(reference).equals(personId)
                || incident.reporterId().equals(personId);
        if (!wrote && !forHome(incident, personId)) {
            throw new NotYours();
        }
        WhomToRing.Whom duty = toRing.about(reference, personId);
        boolean quiet = files.walled(reference) || files.excluded(reference).contains(personId);
        if (!incident.sent() && incident.level().isEmpty()) {
            return notSent(incident, duty);
        }
        if (lastResort.isAsked(reference) && !files.excluded(reference).contains(personId)) {
            return nobodyHere(incident);
        }
        RiskLevel level = incident.level().orElse(RiskLevel.LOW);
        if (incident.takenBy().filter(personId::equals).isPresent()) {
            return new LastScreen("Thank you. It is on record.", TOOK_THE_CALL, false, duty);
        }
        if (quiet) {
            return onlyNamedElsewhere(reference, personId)
                    ? asIfUnanswered(incident, level, duty)
                    : saidQuietly(incident, level, duty);
        }
        if (incident.state() == Incident.State.WITHDRAWN) {
            return takenBack(duty);
        }
        if (!access.mayRead(personId, reference)) {
            return new LastScreen(
                    wroteTitle(level, false),
                    List.of("What you wrote is on record, and stays yours to read. In danger now: 999."),
                    false,
                    duty);
        }
        if (incident.state().isOver()) {
            return followed.closed(incident, duty);
        }
        return followed.running(incident, level, personId, wrote, duty);
    }

    /** The same, where a line of it says who has it and when they ring; empty where none does, and for whoever it is not for. */
    public Optional<LastScreen> standing(String reference, String personId) {
        return repository
                .find(reference)
                .filter(incident -> incident.reporterId().equals(personId) || forHome(incident, personId))
                .map(incident -> words(reference, personId))
                .filter(words -> !words.whoHasIt().isEmpty());
    }

    /** That line alone. */
    public Optional<String> whoHasIt(String reference, String personId) {
        return standing(reference, personId).map(LastScreen::whoHasIt);
    }

    static String wroteTitle(RiskLevel level, boolean ringNow) {
        return ringNow ? RING_NOW : level.urgent() ? "Thank you." : "Thank you for telling us.";
    }

    /** Whether nothing in this report itself keeps them away: they must not learn from it that another one names them (contract, 5.6). */
    private boolean onlyNamedElsewhere(String reference, String personId) {
        return !files.walled(reference) && !files.excludedHere(reference).contains(personId);
    }

    private LastScreen asIfUnanswered(Incident incident, RiskLevel level, WhomToRing.Whom duty) {
        List<String> lines = first.unanswered(incident, level);
        return new LastScreen(wroteTitle(level, level == RiskLevel.IMMEDIATE), lines, level.urgent(), duty);
    }

    private LastScreen saidQuietly(Incident incident, RiskLevel level, WhomToRing.Whom duty) {
        List<String> lines = new ArrayList<>();
        if (level == RiskLevel.IMMEDIATE) {
            lines.add(FirstWords.RING_FIRST);
        }
        lines.add("Nobody is in trouble. A registered manager looks at this now.");
        if (level.urgent()) {
            lines.addAll(first.quietly(incident));
        }
        lines.add("What you wrote stays yours to read. In danger now: 999.");
        return new LastScreen(
                level == RiskLevel.IMMEDIATE ? RING_NOW : "Thank you for telling us.", lines, level.urgent(), duty);
    }

    /** Who has it and when they ring is for every carer of the home that told it (practice, section 3: always on screen). */
    public boolean forHome(Incident incident, String personId) {
        return incident.sent()
                && access.mayRead(personId, incident.reference())
                && repository
                        .find(incident.reference())
                        .flatMap(Incident::householdId)
                        .map(agency::carersOf)
                        .orElse(List.of())
                        .stream()
                        .map(Person::id)
                        .anyMatch(personId::equals);
    }

    private static LastScreen notSent(Incident incident, WhomToRing.Whom duty) {
        return incident.state().isOver()
                ? new LastScreen(
                        "You closed this without sending it.",
                        List.of("Nobody has read it. If there is something after all, start again or ring duty."),
                        false,
                        duty)
                : new LastScreen(
                        "This is not sent yet.",
                        List.of("Nobody has read it. Send it when you are ready, or ring duty and tell us."),
                        false,
                        duty);
    }

    private static LastScreen takenBack(WhomToRing.Whom duty) {
        return new LastScreen(
                "This was closed as started by accident.",
                List.of(
                        "Nothing more is needed because of this one. What you wrote stays on record.",
                        "If there is something after all, start again or ring duty. In danger: 999."),
                false,
                duty);
    }

    /** Nobody here who is not named: whom outside to ring. */
    private LastScreen nobodyHere(Incident incident) {
        String outside = incident.childId()
                .flatMap(agency::authorityOf)
                .map((Authority authority) -> "the emergency duty team of " + authority.name() + ": "
                        + authority.emergencyDutyTeamTelephone() + ".")
                .orElse("the emergency duty team of the child's authority.");
        return new LastScreen(
                "Thank you. Please ring somebody outside now.",
                List.of(
                        "Everybody here whom we could tell is named. Nobody else here may be told by us.",
                        "In danger: ring 999. Else ring " + outside,
                        "What you wrote is kept."),
                false,
                new WhomToRing.Whom("duty", ""));
    }
}
