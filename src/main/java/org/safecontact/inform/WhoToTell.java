package org.safecontact.inform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.Decided;
import org.safecontact.engine.DecidedBy;
import org.safecontact.engine.Decision;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.RiskQuestions;
import org.springframework.stereotype.Component;

/** Asks {@code who-to-tell} with what is known of a case at one moment. */
@Component
class WhoToTell {

    private static final String TABLE = "who-to-tell";
    private static final Set<String> MAKES_IT_URGENT = Set.of("address", "school", "liveLocation");

    /** A table that is broken, or edited until it names nobody, must not silence an alarm: duty and the managers hear it. */
    private static final List<LadderRow> WITHOUT_TABLE = List.of(
            new LadderRow(1, Role.DUTY_SOCIAL_WORKER.groupId(), "PT15M", true),
            new LadderRow(1, Role.REGISTERED_MANAGER.groupId(), "PT15M", false),
            new LadderRow(2, Role.TEAM_MANAGER.groupId(), "PT15M", true),
            new LadderRow(3, Role.REGISTERED_MANAGER.groupId(), "PT15M", true),
            new LadderRow(4, Role.RESPONSIBLE_INDIVIDUAL.groupId(), "PT15M", true));

    private static final List<LadderRow> WITHOUT_TABLE_NAMED = List.of(
            new LadderRow(1, Role.REGISTERED_MANAGER.groupId(), "PT15M", true),
            new LadderRow(2, WhoStands.OTHER_MANAGERS, "PT15M", true),
            new LadderRow(3, Role.RESPONSIBLE_INDIVIDUAL.groupId(), "PT15M", true));

    /** Rows and what decided them. */
    record Answer(List<LadderRow> rows, DecidedBy by) {

        List<LadderRow> standing() {
            return rows.stream()
                    .filter(LadderRow::mustAnswer)
                    .sorted((one, other) -> Integer.compare(one.rung(), other.rung()))
                    .toList();
        }

        List<LadderRow> toldWithIt() {
            return rows.stream().filter(row -> !row.mustAnswer()).toList();
        }
    }

    private final Incidents incidents;
    private final WhoStands whoStands;
    private final WorkingTime workingTime;
    private final CaseDecisions decisions;

    WhoToTell(Incidents incidents, WhoStands whoStands, WorkingTime workingTime, CaseDecisions decisions) {
        this.incidents = incidents;
        this.whoStands = whoStands;
        this.workingTime = workingTime;
        this.decisions = decisions;
    }

    Situation situation(String reference, Instant now) {
        Incident incident = incidents.get(reference);
        Map<String, Object> answers = incidents.answers(reference);
        return new Situation(
                incident.level().orElse(RiskLevel.HIGH),
                incident.failSafe(),
                canWait(incident, answers),
                workingTime.hours(now),
                whoStands.supervisingSocialWorkerAvailable(reference, now),
                whoStands.excludedRoles(reference, now),
                Optional.ofNullable(answers.get(RiskQuestions.NAMED_PERSON)).map(Object::toString));
    }

    /** Whether somebody near the child is part of the worry, or may be, as somebody answered. */
    boolean named(String reference) {
        return incidents.somebodyNamed(reference);
    }

    Answer ask(String reference, Situation situation, Purpose purpose) {
        Decided<List<LadderRow>> decided = decisions.decide(
                reference,
                TABLE,
                situation.inputs(purpose),
                WhoToTell::rows,
                () -> situation.named() ? WITHOUT_TABLE_NAMED : WITHOUT_TABLE);
        return new Answer(decided.answer(), decided.by());
    }

    private static List<LadderRow> rows(Decision decision) {
        List<LadderRow> rows = decision.rows().stream().map(LadderRow::of).toList();
        if (rows.stream().noneMatch(LadderRow::mustAnswer)) {
            throw new IllegalStateException("It names nobody who must answer");
        }
        return rows;
    }

    /** Contract, who-to-tell: distress not marked, person safe, no address, school or live location out, not fail-safe. */
    private static boolean canWait(Incident incident, Map<String, Object> answers) {
        Object distress = answers.get(RiskQuestions.DISTRESS);
        boolean calm = "settled".equals(distress) || "unsettled".equals(distress);
        boolean nothingOut = answers.get(RiskQuestions.DISCLOSED) instanceof List<?> disclosed
                && disclosed.stream().noneMatch(MAKES_IT_URGENT::contains);
        return calm && nothingOut && "safe".equals(answers.get(RiskQuestions.PERSON_RISK)) && !incident.failSafe();
    }
}
