package org.safecontact.wellbeing.process;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.wellbeing.Seen;
import org.springframework.stereotype.Component;

/** New contact is a report of its own, open at once for whoever saw it; one that they have begun already serves. */
@Component
class NewContact {

    private final UnsentReports unsent;
    private final RuntimeService runtime;
    private final CurrentPerson person;

    NewContact(UnsentReports unsent, RuntimeService runtime, CurrentPerson person) {
        this.unsent = unsent;
        this.runtime = runtime;
        this.person = person;
    }

    void seen(Set<Seen.Sign> signs, String by) {
        if (signs.contains(Seen.Sign.NEW_CONTACT) && unsent.of(by).isEmpty()) {
            person.asTheHouse(() -> runtime.startProcessInstanceByKey(CaseNames.UNPLANNED_CONTACT));
        }
    }
}
