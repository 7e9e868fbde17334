package org.safecontact.inform.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.RiskLevel;
import org.safecontact.inform.Calls;
import org.springframework.stereotype.Component;

/** What the diagram of a call that was promised to a carer asks. */
@Component("agreedCalls")
@InDiagrams
public class AgreedCallsInDiagrams {

    private final Calls calls;
    private final Agency agency;
    private final WorkingTime working;
    private final Clock clock;

    AgreedCallsInDiagrams(Calls calls, Agency agency, WorkingTime working, Clock clock) {
        this.calls = calls;
        this.agency = agency;
        this.working = working;
        this.clock = clock;
    }

    /** Whoever promised it; who takes over from the night has it too. */
    public String whoPromised(DelegateExecution execution) {
        return (String) execution.getVariable(InformNames.PROMISED_BY);
    }

    /** The time that was agreed with the carer. */
    public Date dueAt(DelegateExecution execution) {
        return (Date) execution.getVariable(InformNames.RING_BY);
    }

    public int urgency(DelegateExecution execution) {
        return calls.urgency((String) execution.getVariable(CaseNames.REFERENCE));
    }

    /**
     * At HIGH and IMMEDIATE a while after that time, and as often again (default 15 minutes); below, in the next working morning after it, and every
     * one (default 09:00).
     */
    public String askOthersEvery(DelegateExecution execution) {
        // The engine asks for a cycle anew each time.
        Instant now = clock.instant();
        Instant agreed = dueAt(execution).toInstant();
        if (!urgent(execution)) {
            Instant from = agreed.isAfter(now) ? agreed : now;
            return "R/" + working.due(from, HouseTime.PROMISED_CALL_ROUTINE) + "/PT24H";
        }
        Duration length = agency.length(HouseTime.PROMISED_CALL);
        Instant first = agreed.plus(length);
        return "R/" + (first.isAfter(now) ? first : now.plus(length)) + "/" + length;
    }

    boolean urgent(DelegateExecution execution) {
        return urgency(execution) >= RiskLevel.HIGH.urgency();
    }
}
