package org.safecontact.incident.level;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.safecontact.agency.Agency;
import org.safecontact.agency.London;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.Decided;
import org.safecontact.engine.DecidedBy;
import org.safecontact.engine.Decision;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.record.Author;
import org.springframework.stereotype.Component;

/** Asks the table {@code risk-level} how serious an incident is, with what people answered and what the product knows. */
@Component
class RiskTable {

    /** The table's own input is contactsInLast30Days (contract, section 4), so this is no time that an agency changes alone. */
    private static final Duration WINDOW = Duration.ofDays(30);

    private final CaseDecisions decisions;
    private final IncidentRepository repository;
    private final AnswerRepository given;
    private final Agency agency;

    RiskTable(CaseDecisions decisions, IncidentRepository repository, AnswerRepository given, Agency agency) {
        this.decisions = decisions;
        this.repository = repository;
        this.given = given;
        this.agency = agency;
    }

    /**
     * @param at when it is decided
     * @return the level by the table; HIGH and fail-safe when the table cannot answer, whatever the reason (contract, section 4): a report
     *     must never be lost or wait because a table is broken
     */
    ByTable decide(Incident incident, Instant at) {
        Decided<Answer> decided = decisions.decide(
                incident.reference(), RiskDecision.TABLE, inputs(incident), Answer::of, () -> Answer.CAREFUL);
        Answer answer = decided.answer();
        RiskDecision byTable = new RiskDecision(
                answer.level(),
                answer.policeNow(),
                answer.failSafe(),
                answer.reason(),
                answer.rule(),
                decided.by().version(),
                decided.by().signed(),
                Author.SYSTEM.personId(),
                at);
        return new ByTable(byTable, decided.by());
    }

    /** What the table says, and which of its rules. */
    record ByTable(RiskDecision decision, DecidedBy by) {}

    private record Answer(RiskLevel level, boolean policeNow, boolean failSafe, String reason, String rule) {

        static final Answer CAREFUL =
                new Answer(RiskLevel.HIGH, false, true, "We could not decide, so we ring now.", RiskDecision.NO_RULE);

        static Answer of(Decision decision) {
            Map<String, Object> row = decision.row();
            return new Answer(
                    RiskLevel.valueOf((String) row.get("riskLevel")),
                    (Boolean) row.get("policeNow"),
                    (Boolean) row.get("failSafe"),
                    (String) row.get("reason"),
                    decision.rules().get(0));
        }
    }

    /** What people answered, and what is never asked: the child's age and its earlier unplanned contacts. */
    private Map<String, Object> inputs(Incident incident) {
        Map<String, Object> inputs = new HashMap<>(given.answers(incident.reference()));
        inputs.remove(RiskQuestions.NAMED_PERSONS);
        inputs.remove(RiskQuestions.CHANNEL);
        inputs.remove(RiskQuestions.PERSON);
        inputs.remove(RiskQuestions.THERE);
        inputs.putIfAbsent(RiskQuestions.PLAN_CHECK, "unknown");
        incident.childId().ifPresent(child -> {
            Instant reported = incident.reportedAt().orElse(incident.startedAt());
            inputs.put(
                    RiskQuestions.CHILD_AGE,
                    agency.ageOf(child, reported.atZone(London.ZONE).toLocalDate()));
            inputs.put(
                    RiskQuestions.EARLIER_CONTACTS,
                    repository.reportedBetween(child, reported.minus(WINDOW), reported, incident.reference()));
        });
        return inputs;
    }
}
