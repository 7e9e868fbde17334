package org.safecontact.inform.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.springframework.stereotype.Component;

/** What the diagram of a message asks. */
@Component("outgoing")
@InDiagrams
public class MessagesInDiagrams {

    private final Incidents incidents;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final Clock clock;

    MessagesInDiagrams(Incidents incidents, Agency agency, WorkingTime workingTime, Clock clock) {
        this.incidents = incidents;
        this.agency = agency;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Again and again (default every minute at HIGH and above, else every 15 minutes). */
    public String againEvery(DelegateExecution execution) {
        return "R/"
                + agency.length(level(execution).urgent() ? HouseTime.MESSAGE_AGAIN_URGENT : HouseTime.MESSAGE_AGAIN);
    }

    /** Soon (default within 5 minutes at HIGH and above, else within the hour). */
    public Date dueAt(DelegateExecution execution) {
        boolean urgent = level(execution).urgent();
        return Date.from(
                workingTime.due(clock.instant(), urgent ? HouseTime.RING_INSTEAD_URGENT : HouseTime.RING_INSTEAD));
    }

    public int urgency(DelegateExecution execution) {
        return level(execution).urgency();
    }

    private RiskLevel level(DelegateExecution execution) {
        // What is agreed has its own file, which is no report and never urgent.
        return incidents
                .find((String) execution.getVariable(CaseNames.REFERENCE))
                .map(incident -> incident.level().orElse(RiskLevel.HIGH))
                .orElse(RiskLevel.LOW);
    }
}
