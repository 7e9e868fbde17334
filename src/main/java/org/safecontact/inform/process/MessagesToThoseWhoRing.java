package org.safecontact.inform.process;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.AskedToRing;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Calls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever is asked to ring a carer or the police hears it by message too, in the transaction that asks: a line on a list
 * wakes nobody (practice, section 1).
 */
@Component
class MessagesToThoseWhoRing {

    private final Calls calls;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    MessagesToThoseWhoRing(Calls calls, ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.calls = calls;
        this.runtime = runtime;
        this.person = person;
    }

    /** A carer is to be rung: about a report that was not sent, or because nobody confirmed the police. */
    @EventListener
    void opened(DelegateTask task) {
        if (!TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                || !InformNames.RING_CARER.equals(task.getTaskDefinitionKey())) {
            return;
        }
        String reference = (String) task.getVariable(CaseNames.REFERENCE);
        Set<String> people = new LinkedHashSet<>();
        task.getCandidates().forEach(offer -> {
            if (offer.getUserId() != null) {
                people.add(offer.getUserId());
            } else {
                people.addAll(calls.holders(offer.getGroupId(), reference));
            }
        });
        ask(
                reference,
                task.getId(),
                people,
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant));
    }

    /** More people are asked to ring the police. */
    @EventListener
    void asked(AskedToRing asked) {
        ask(asked.reference(), asked.origin(), asked.people(), Optional.empty());
    }

    private void ask(String reference, String origin, Set<String> people, Optional<Instant> by) {
        person.asTheHouse(() -> calls.askToRing(reference, origin, 0, people, by)
                .forEach(message -> Sending.start(message, runtime.getObject())));
    }
}
