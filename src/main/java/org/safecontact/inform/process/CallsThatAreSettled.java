package org.safecontact.inform.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.SettledByTheAnswer;
import org.safecontact.inform.AskedPeople;
import org.safecontact.inform.Calls;
import org.safecontact.inform.OutgoingMessage.Wanted;
import org.safecontact.inform.Purpose;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The answer settled what the authority was to be rung about: a call that nobody has in hand ends, with the reason on record; whoever has one
 * hears of it, and says themselves what came of it. A phone that was taken is told all the same. House default.
 */
@Component
class CallsThatAreSettled {

    private final OpenCalls open;
    private final Calls calls;
    private final AskedPeople askedPeople;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    CallsThatAreSettled(
            OpenCalls open,
            Calls calls,
            AskedPeople askedPeople,
            ObjectProvider<RuntimeService> runtime,
            CurrentPerson person) {
        this.open = open;
        this.calls = calls;
        this.askedPeople = askedPeople;
        this.runtime = runtime;
        this.person = person;
    }

    @EventListener
    void on(SettledByTheAnswer settled) {
        person.asTheHouse(() -> open.of(settled.reference()).stream()
                .filter(task -> Purpose.of(variable(task, CaseNames.PURPOSE)).isAlarm())
                .forEach(task -> settle(settled.reference(), task)));
    }

    private void settle(String reference, Task task) {
        String call = task.getProcessInstanceId();
        calls.settled(
                reference,
                (String) variable(task, InformNames.LADDER),
                (String) variable(task, InformNames.OFFICE),
                Optional.ofNullable(task.getAssignee()));
        open.endUnlessInHand(task);
        if (task.getAssignee() != null) {
            String origin = call + ".settled";
            askedPeople
                    .ask(reference, origin, 0, Set.of(task.getAssignee()), Wanted.READ, Optional.empty())
                    .forEach(message -> Sending.start(message, runtime.getObject()));
        }
    }

    private Object variable(Task task, String name) {
        return runtime.getObject().getVariable(task.getExecutionId(), name);
    }
}
