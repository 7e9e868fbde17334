package org.safecontact.wellbeing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.wellbeing.BackToTheDecision;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.LooksSoFar;
import org.springframework.stereotype.Component;

/** What was seen goes back to the risk decision; new contact is a new report, open at once for whoever saw it. */
@Component("decideAgain")
@InDiagrams
class DecideAgain implements JavaDelegate {

    private final BackToTheDecision decision;
    private final LooksSoFar soFar;
    private final NewContact contact;

    DecideAgain(BackToTheDecision decision, LooksSoFar soFar, NewContact contact) {
        this.decision = decision;
        this.soFar = soFar;
        this.contact = contact;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Look look = soFar.look(Names.look(execution));
        decision.decide(look.id());
        contact.seen(look.seen().orElseThrow().signs(), look.doneBy().orElseThrow());
    }
}
