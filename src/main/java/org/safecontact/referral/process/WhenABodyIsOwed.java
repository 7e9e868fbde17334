package org.safecontact.referral.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseNames;
import org.safecontact.referral.AskedMeanwhile;
import org.safecontact.referral.Referral;
import org.safecontact.referral.ReferralCalledOff;
import org.safecontact.referral.ReferralOwed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each body outside has a diagram of its own that runs beside everything else, from the transaction in which it is known. */
@Component
class WhenABodyIsOwed {

    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    WhenABodyIsOwed(ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.runtime = runtime;
        this.person = person;
    }

    @EventListener
    void on(ReferralOwed owed) {
        Referral referral = owed.referral();
        Map<String, Object> known = new HashMap<>();
        known.put(CaseNames.REFERENCE, referral.reference());
        known.put(ExternalReferral.REFERRAL, referral.id());
        known.put(ExternalReferral.ASKED, owed.asked());
        known.put(ExternalReferral.ANSWERS, referral.body().answers());
        known.put(
                ExternalReferral.ASKED_AT,
                referral.last().map(Referral.Done::at).map(Date::from).orElse(null));
        person.asTheHouse(() -> {
            runtime.getObject().startProcessInstanceByKey(CaseNames.EXTERNAL_REFERRAL, referral.reference(), known);
        });
    }

    @EventListener
    void on(AskedMeanwhile asked) {
        reach(
                ExternalReferral.ASKED_MEANWHILE,
                asked.referral(),
                Map.of(ExternalReferral.ASKED_AT, Date.from(asked.at())));
    }

    @EventListener
    void on(ReferralCalledOff off) {
        reach(ExternalReferral.CALLED_OFF, off.referral(), Map.of());
    }

    private void reach(String message, Referral referral, Map<String, Object> variables) {
        person.asTheHouse(() -> runtime.getObject()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(referral.reference())
                .processInstanceVariableEquals(ExternalReferral.REFERRAL, referral.id())
                .setVariables(variables)
                .correlateAll());
    }
}
