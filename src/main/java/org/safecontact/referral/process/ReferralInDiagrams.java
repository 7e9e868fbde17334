package org.safecontact.referral.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.engine.InDiagrams;
import org.safecontact.referral.Referrals;
import org.springframework.stereotype.Component;

/** What the diagram {@code external-referral} asks: by when, and how urgent it is. */
@Component("externalReferral")
@InDiagrams
public class ReferralInDiagrams {

    private final Referrals referrals;
    private final CaseFiles cases;

    ReferralInDiagrams(Referrals referrals, CaseFiles cases) {
        this.referrals = referrals;
        this.cases = cases;
    }

    /** The clock of {@code external-referral}. */
    public Date askedBy(DelegateExecution execution) {
        return Date.from(referrals.get(ExternalReferral.referral(execution)).dueAt());
    }

    /** Counted from when they were asked last: one working day where they say so themselves, else as the house waits (default five). */
    public Date answerBy(DelegateExecution execution) {
        return Date.from(referrals.answerBy(ExternalReferral.referral(execution), ExternalReferral.askedAt(execution)));
    }

    /** As urgent as the case. */
    public int urgency(DelegateExecution execution) {
        return cases.find(execution.getProcessBusinessKey())
                .map(CaseFile::urgency)
                .orElse(0);
    }
}
