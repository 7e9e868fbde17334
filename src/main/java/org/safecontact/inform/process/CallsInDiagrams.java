package org.safecontact.inform.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.AskedPeople;
import org.safecontact.inform.AuthorityOffice;
import org.safecontact.inform.CallTimes;
import org.safecontact.inform.Calls;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** What the diagram of a call asks. */
@Component("outsideCalls")
@InDiagrams
public class CallsInDiagrams {

    private final Calls calls;
    private final AskedPeople askedPeople;
    private final CallTimes times;
    private final AuthorityOffice authority;

    CallsInDiagrams(Calls calls, AskedPeople askedPeople, CallTimes times, AuthorityOffice authority) {
        this.calls = calls;
        this.askedPeople = askedPeople;
        this.times = times;
        this.authority = authority;
    }

    /** Everybody who was told, and the registered manager on call. */
    public List<String> mayRing(DelegateExecution execution) {
        return List.copyOf(askedPeople.mayRing(
                (String) execution.getVariable(CaseNames.REFERENCE),
                (String) execution.getVariable(InformNames.LADDER),
                (Integer) execution.getVariable(InformNames.ASKED_MORE)));
    }

    /**
     * In a while (default 30 minutes); that a phone was taken, counted from then (default 24 hours). Counted once: that nobody picked up does
     * not begin it anew.
     */
    public Date dueAt(DelegateExecution execution) {
        if (!execution.hasVariable(InformNames.RING_BY)) {
            execution.setVariable(InformNames.RING_BY, Date.from(times.dueAt(ladder(execution), purpose(execution))));
        }
        return (Date) execution.getVariable(InformNames.RING_BY);
    }

    public int urgency(DelegateExecution execution) {
        return calls.urgency((String) execution.getVariable(CaseNames.REFERENCE));
    }

    /** Every so often (default 30 minutes); that a phone was taken, only when the end is near (default two hours). */
    public String askMoreEvery(DelegateExecution execution) {
        return "R/" + times.askMoreFrom(dueAt(execution).toInstant(), purpose(execution)) + "/" + times.askMoreEvery();
    }

    /** At 17:00 and at 09:00 of working days, every time. */
    public String officeChanges(DelegateExecution execution) {
        // Asked again each time, so what the engine would count itself does not matter.
        return "R/" + authority.officeChangesAt() + "/PT24H";
    }

    static Purpose purpose(DelegateExecution execution) {
        return Purpose.of(execution.getVariable(CaseNames.PURPOSE));
    }

    static String ladder(DelegateExecution execution) {
        return (String) execution.getVariable(InformNames.LADDER);
    }
}
