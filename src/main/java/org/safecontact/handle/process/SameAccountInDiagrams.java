package org.safecontact.handle.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.handle.HandleRegister;
import org.safecontact.incident.RiskLevel;
import org.springframework.stereotype.Component;

/** What the diagram {@code same-account} asks: by when, and how urgent it is. */
@Component("sameAccount")
@InDiagrams
public class SameAccountInDiagrams {

    private final HandleRegister register;
    private final WorkingTime workingTime;
    private final Clock clock;

    SameAccountInDiagrams(HandleRegister register, WorkingTime workingTime, Clock clock) {
        this.register = register;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Default 4 hours by the clock, 1 hour at HIGH and above, through nights and weekends: somebody may be looking for children. */
    public Date decidedBy(DelegateExecution execution) {
        return decidedBy(urgency(execution));
    }

    Date decidedBy(int urgency) {
        boolean urgent = urgency >= RiskLevel.HIGH.urgency();
        return Date.from(
                workingTime.due(clock.instant(), urgent ? HouseTime.SAME_ACCOUNT_URGENT : HouseTime.SAME_ACCOUNT));
    }

    public int urgency(DelegateExecution execution) {
        return register.urgency(SameAccount.reference(execution));
    }
}
