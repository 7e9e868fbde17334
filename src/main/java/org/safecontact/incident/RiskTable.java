package org.safecontact.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Decision;
import org.safecontact.engine.DecisionSignatures;
import org.safecontact.engine.Decisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the table {@code risk-level} how serious an incident is, with what people answered and what the product knows. */
@Component
class RiskTable {

    /** The rule that stands in the record when the table could not answer. */
    static final String NO_RULE = "none";

    private static final Logger LOG = LoggerFactory.getLogger(RiskTable.class);
    private static final String TABLE = "risk-level";
    /** The table's own input is contactsInLast30Days (contract, section 4), so this is no time that an agency changes alone. */
    private static final Duration WINDOW = Duration.ofDays(30);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Decisions decisions;
    private final DecisionSignatures signatures;
    private final IncidentRepository repository;
    private final AnswerRepository given;
    private final Agency agency;
    private final Clock clock;

    RiskTable(
            Decisions decisions,
            DecisionSignatures signatures,
            IncidentRepository repository,
            AnswerRepository given,
            Agency agency,
            Clock clock) {
        this.decisions = decisions;
        this.signatures = signatures;
        this.repository = repository;
        this.given = given;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * @return the level by the table; HIGH and fail-safe when the table cannot answer, whatever the reason (contract, section 4): a report
     *     must never be lost or wait because a table is broken
     */
    RiskDecision decide(Incident incident) {
        Instant now = clock.instant();
        try {
            Decision decision = decisions.decide(TABLE, inputs(incident));
            Map<String, Object> row = decision.row();
            return new RiskDecision(
                    RiskLevel.valueOf((String) row.get("riskLevel")),
                    (Boolean) row.get("policeNow"),
                    (Boolean) row.get("failSafe"),
                    (String) row.get("reason"),
                    decision.rules().get(0),
                    decision.versionTag().orElse("version " + decision.version()),
                    signatures.of(decision).sentence(),
                    "system",
                    now);
        } catch (RuntimeException broken) {
            LOG.error(
                    "The decision {} failed for {}: {}",
                    TABLE,
                    incident.reference(),
                    broken.getClass().getName());
            return new RiskDecision(
                    RiskLevel.HIGH,
                    false,
                    true,
                    "We could not decide, so we ring now.",
                    NO_RULE,
                    "none",
                    "",
                    "system",
                    now);
        }
    }

    /** What people answered, and what is never asked: the child's age and its earlier unplanned contacts. */
    private Map<String, Object> inputs(Incident incident) {
        Map<String, Object> inputs = new HashMap<>(given.answers(incident.reference()));
        inputs.remove(RiskQuestions.NAMED_PERSONS);
        inputs.remove(RiskQuestions.CHANNEL);
        inputs.putIfAbsent(RiskQuestions.PLAN_CHECK, "unknown");
        incident.childId().ifPresent(child -> {
            Instant reported = incident.reportedAt().orElse(incident.startedAt());
            inputs.put(
                    RiskQuestions.CHILD_AGE,
                    agency.ageOf(child, reported.atZone(LONDON).toLocalDate()));
            inputs.put(
                    RiskQuestions.EARLIER_CONTACTS,
                    repository.reportedBetween(child, reported.minus(WINDOW), reported, incident.reference()));
        });
        return inputs;
    }
}
