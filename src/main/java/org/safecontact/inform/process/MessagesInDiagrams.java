package org.safecontact.inform.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.springframework.stereotype.Component;

/** What the diagram of a message asks. */
@Component("outgoing")
@InDiagrams
public class MessagesInDiagrams {

    /** House default: a person rings within five minutes when people are needed now, else within the hour. */
    private static final Duration RING_WITHIN_URGENT = Duration.ofMinutes(5);

    private static final Duration RING_WITHIN = Duration.ofHours(1);

    private final Incidents incidents;
    private final Clock clock;

    MessagesInDiagrams(Incidents incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Every minute at HIGH and above, else every 15 minutes. */
    public String againEvery(DelegateExecution execution) {
        return level(execution).urgent() ? "R/PT1M" : "R/PT15M";
    }

    /** Within 5 minutes at HIGH and above, else within the hour (house default). */
    public Date dueAt(DelegateExecution execution) {
        return Date.from(clock.instant().plus(level(execution).urgent() ? RING_WITHIN_URGENT : RING_WITHIN));
    }

    public int urgency(DelegateExecution execution) {
        return level(execution).urgency();
    }

    private RiskLevel level(DelegateExecution execution) {
        return incidents
                .get((String) execution.getVariable(CaseNames.REFERENCE))
                .level()
                .orElse(RiskLevel.HIGH);
    }
}
