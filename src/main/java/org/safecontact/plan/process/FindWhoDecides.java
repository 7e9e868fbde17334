package org.safecontact.plan.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.plan.request.ContactRequests;
import org.safecontact.plan.request.Outcome;
import org.safecontact.plan.request.WhoDecides;
import org.safecontact.record.Author;
import org.springframework.stereotype.Component;

/** Asks the table {@code contact-authority}; what is agreed already is answered at once. */
@Component("findWhoDecides")
@InDiagrams
class FindWhoDecides implements JavaDelegate {

    private static final String ALREADY = "You find it under What is agreed, with what belongs to it.";

    private final WhoDecides who;
    private final ContactRequests requests;

    FindWhoDecides(WhoDecides who, ContactRequests requests) {
        this.who = who;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = execution.getProcessBusinessKey();
        String authoriser = who.about(reference);
        if (authoriser.equals(WhoDecides.CARER)) {
            requests.answer(reference, Outcome.AGREED_ALREADY, Author.SYSTEM.personId(), Optional.empty(), ALREADY);
        }
        execution.setVariable(ContactAuthorisation.AUTHORISER, authoriser);
    }
}
