package org.safecontact.referral.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.referral.OwnReportOwed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each person's own report has a diagram of its own that runs beside everything else, until it is answered, or the report is taken back. */
@Component
class WhenAnOwnReportIsOwed {

    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    WhenAnOwnReportIsOwed(ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.runtime = runtime;
        this.person = person;
    }

    @EventListener
    void on(OwnReportOwed owed) {
        Map<String, Object> known = Map.of(CaseNames.REFERENCE, owed.reference(), OwnReport.WHOSE, owed.personId());
        person.asTheHouse(() -> {
            runtime.getObject().startProcessInstanceByKey(CaseNames.OWN_REPORT, owed.reference(), known);
        });
    }

    /** A report that is closed changes nothing about what each person owes for themself. */
    @EventListener
    void on(IncidentEnded ended) {
        if (ended.state() == Incident.State.CLOSED) {
            return;
        }
        person.asTheHouse(() -> runtime.getObject()
                .createMessageCorrelation(OwnReport.CALLED_OFF)
                .processInstanceBusinessKey(ended.reference())
                .correlateAll());
    }
}
