package org.safecontact.wellbeing.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.wellbeing.BackToTheDecision;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.Seen;
import org.safecontact.wellbeing.Wellbeing;
import org.springframework.stereotype.Component;

/** What was seen goes back to the risk decision; new contact is a new report, open at once for whoever saw it. */
@Component("decideAgain")
@InDiagrams
class DecideAgain implements JavaDelegate {

    private final BackToTheDecision decision;
    private final Wellbeing wellbeing;
    private final UnsentReports unsent;
    private final RuntimeService runtime;
    private final CurrentPerson person;

    DecideAgain(
            BackToTheDecision decision,
            Wellbeing wellbeing,
            UnsentReports unsent,
            RuntimeService runtime,
            CurrentPerson person) {
        this.decision = decision;
        this.wellbeing = wellbeing;
        this.unsent = unsent;
        this.runtime = runtime;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Look look = wellbeing.look(Names.look(execution));
        decision.decide(look.id());
        if (newContact(look) && unsent.of(look.doneBy().orElseThrow()).isEmpty()) {
            person.asTheHouse(() -> runtime.startProcessInstanceByKey(CaseNames.UNPLANNED_CONTACT));
        }
    }

    private static boolean newContact(Look look) {
        return look.seen()
                .filter(seen -> seen.signs().contains(Seen.Sign.NEW_CONTACT))
                .isPresent();
    }
}
