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
import org.safecontact.inform.Messages;
import org.safecontact.inform.OutgoingMessage;
import org.springframework.stereotype.Component;

/** What the diagram of a message asks. */
@Component("outgoing")
@InDiagrams
public class MessagesInDiagrams {

    /** The engine's own for every job of which its diagram says nothing else. */
    private static final long AS_USUAL = 0;

    private static final long AFTER_EVERYTHING_ELSE = AS_USUAL - 1;

    private final Messages messages;
    private final Incidents incidents;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final Clock clock;

    MessagesInDiagrams(Messages messages, Incidents incidents, Agency agency, WorkingTime workingTime, Clock clock) {
        this.messages = messages;
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

    /** Of its jobs, in the engine's numbers: one that says only that something was added comes after whatever else is due. House default. */
    public long jobPriority(DelegateExecution execution) {
        boolean canWait = messages.find((String) execution.getVariable(InformNames.MESSAGE_ID))
                .filter(message -> message.wanted() == OutgoingMessage.Wanted.READ)
                .isPresent();
        return canWait ? AFTER_EVERYTHING_ELSE : AS_USUAL;
    }

    private RiskLevel level(DelegateExecution execution) {
        // What is agreed has its own file, which is no report and never urgent.
        return incidents
                .find((String) execution.getVariable(CaseNames.REFERENCE))
                .map(incident -> incident.level().orElse(RiskLevel.HIGH))
                .orElse(RiskLevel.LOW);
    }
}
