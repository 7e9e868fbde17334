package org.safecontact.incident.carer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.incident.store.AnswerRepository;
import org.springframework.stereotype.Component;

/** What stands first on the last screen, by how serious it is: what to do until then, who has it, when they ring (practice, section 5). */
@Component
class FirstWords {

    static final String RING_FIRST = "Ring 999 first, then duty.";

    private static final String CANNOT_RING = "We cannot ring people for you, so please ring duty yourself.";
    private static final String LEAVE_IT =
            "Stay with them. Don't reply, don't delete, don't look through the phone. You have done the right thing.";

    /** In the words of the forms (practice, section 4). */
    private static final List<String> PICTURES = List.of(
            "The pictures: do not look, copy, send or delete, and take no picture of the screen. The child can use Report Remove themself; no adult opens or handles a picture.",
            "The phone: keep it here and leave it as it is: on stays on, off stays off. Put it on charge. Stop it being used. Never by force: if they will not give it, leave it and ring duty.");

    private final AnswerRepository answers;
    private final WhereItStands stands;
    private final WorkingTime working;
    private final Clock clock;

    FirstWords(AnswerRepository answers, WhereItStands stands, WorkingTime working, Clock clock) {
        this.answers = answers;
        this.stands = stands;
        this.working = working;
        this.clock = clock;
    }

    /**
     * @param taken who has it
     * @param whoHasIt the same in words, with when they ring
     */
    List<String> words(Incident incident, RiskLevel level, Optional<WhoWasTold.Taken> taken, String whoHasIt) {
        List<String> lines = new ArrayList<>();
        if (stands.lowered(incident)) {
            lowered(incident, whoHasIt, lines);
        } else {
            switch (level) {
                case LOW -> low(incident, whoHasIt, lines);
                case MEDIUM -> medium(incident, whoHasIt, lines);
                case HIGH -> high(incident, taken, whoHasIt, lines);
                case IMMEDIATE -> immediate(incident, taken, whoHasIt, lines);
            }
        }
        return lines;
    }

    /** Who has it and when they ring; until somebody has, who is asked and by when. */
    String whoHasIt(Incident incident, RiskLevel level, Optional<WhoWasTold.Taken> taken) {
        boolean lowered = stands.lowered(incident);
        return taken.map(who -> lowered || level.urgent()
                        ? stands.has(incident, who, stands.spoken(incident), " and is about to ring you")
                        : stands.has(incident, who, "has read this", " and is reading it"))
                .orElseGet(() -> lowered
                        ? "Somebody still talks with you" + stands.byWhen(incident) + "."
                        : nobodyYet(incident, level));
    }

    private String nobodyYet(Incident incident, RiskLevel level) {
        return switch (level) {
            case LOW ->
                stands.whoIsAsked(incident) + " reads this" + stands.byWhen(incident)
                        + " and tells the child's social worker.";
            case MEDIUM ->
                (working.isOfficeHours(clock.instant()) ? "We will talk today. " : "We will talk. ")
                        + stands.whoIsAsked(incident) + " reads this" + stands.byWhen(incident) + ".";
            case HIGH, IMMEDIATE -> "Somebody talks with you" + stands.byWhen(incident) + ".";
        };
    }

    /** What everybody reads first who sent such a report, and nothing of what followed. */
    List<String> unanswered(Incident incident, RiskLevel level) {
        List<String> lines = new ArrayList<>();
        String nobodyYet = nobodyYet(incident, level);
        switch (level) {
            case LOW -> low(incident, nobodyYet, lines);
            case MEDIUM -> medium(incident, nobodyYet, lines);
            case HIGH, IMMEDIATE -> {
                if (level == RiskLevel.IMMEDIATE) {
                    lines.add(RING_FIRST);
                }
                leaveIt(incident, lines);
                lines.add(nobodyYet);
                cannotRing().ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** For whoever is on duty and reported it: they wait for nobody, the others wait for them. */
    List<String> onDuty(Incident incident, RiskLevel level, Optional<WhoWasTold.Taken> taken, String whoHasIt) {
        List<String> lines = new ArrayList<>();
        if (level == RiskLevel.IMMEDIATE && !stands.policeSettled(incident)) {
            lines.add("Tick the police off your list when you have rung.");
        }
        lines.add(
                taken.isPresent()
                        ? whoHasIt
                        : "Nobody has answered yet. You are on duty: what waits for you stands on your list.");
        lines.addAll(aboutThePhone(incident));
        lines.add("If anything changes, ring duty.");
        return lines;
    }

    /** What to do for somebody who must not learn who has it, or when anything follows. */
    List<String> quietly(Incident incident) {
        List<String> lines = new ArrayList<>();
        lines.add("Don't reply, don't delete, don't look through the phone.");
        lines.addAll(aboutThePhone(incident));
        cannotRing().ifPresent(lines::add);
        return lines;
    }

    private void lowered(Incident incident, String whoHasIt, List<String> lines) {
        lines.add("Nobody is in trouble. A manager has looked at this.");
        lines.add(whoHasIt);
        lines.add("What is on your list still needs doing. Don't reply, don't delete, don't look through the phone.");
        lines.addAll(aboutThePhone(incident));
        lines.add("If anything changes, ring duty. In danger: 999.");
    }

    private void low(Incident incident, String whoHasIt, List<String> lines) {
        lines.add("Nobody is in trouble.");
        lines.add(whoHasIt);
        lines.addAll(aboutThePhone(incident, "Carry on as usual; no need to take the phone."));
        lines.add("If anything changes, ring duty.");
    }

    private void medium(Incident incident, String whoHasIt, List<String> lines) {
        lines.add("Nobody is in trouble.");
        lines.add(whoHasIt);
        lines.addAll(aboutThePhone(incident, "No need to take the phone. Leave the messages where they are."));
        lines.add("If anything changes, ring duty.");
    }

    private void high(Incident incident, Optional<WhoWasTold.Taken> taken, String whoHasIt, List<String> lines) {
        leaveIt(incident, lines);
        lines.add(whoHasIt);
        boolean onTheList = stands.policeOnTheList(incident);
        if (onTheList) {
            lines.add("The police are still to be rung: please ring them, and tick it off the list.");
        }
        if (WhereItStands.answered(taken)) {
            lines.add("If anything changes, ring duty.");
            return;
        }
        if (incident.policeNow() && !onTheList && !stands.policeSettled(incident)) {
            lines.add(
                    "Whoever answers arranges the police: you need not ring them unless something changes; if it does, 999.");
        }
        cannotRing().ifPresent(lines::add);
    }

    private void immediate(Incident incident, Optional<WhoWasTold.Taken> taken, String whoHasIt, List<String> lines) {
        if (!stands.policeSettled(incident)) {
            lines.add(
                    stands.policeToldBefore(incident)
                            ? "Ring 999 again, then duty: this is new since the police were told. Tick the police off your list when you have rung."
                            : "Ring 999 first, then duty. Tick the police off your list when you have rung.");
        }
        leaveIt(incident, lines);
        lines.add(whoHasIt);
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
}
