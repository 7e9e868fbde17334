package org.safecontact.wellbeing.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.incident.AskedToRing;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Wellbeing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Twice in a row nobody looked how a child is: whoever can ring now hears so by message, and it stands on record whom that was. */
@Component
class NobodyLookedTwice {

    private final Wellbeing wellbeing;
    private final LooksSoFar soFar;
    private final WellbeingPeople people;
    private final ApplicationEventPublisher events;

    NobodyLookedTwice(Wellbeing wellbeing, LooksSoFar soFar, WellbeingPeople people, ApplicationEventPublisher events) {
        this.wellbeing = wellbeing;
        this.soFar = soFar;
        this.people = people;
        this.events = events;
    }

    @EventListener
    void opened(DelegateTask task) {
        if (!Names.CALL_ABOUT_CHILD.equals(task.getTaskDefinitionKey())
                || !TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                || !soFar.afterMissed(soFar.look(Names.look(task)))) {
            return;
        }
        Set<String> ring = people.everybodyWhoRings(task.getExecution());
        wellbeing.askedToRing(Names.reference(task), ring);
        events.publishEvent(new AskedToRing(Names.reference(task), task.getId(), ring));
    }
}
