package org.safecontact.inform.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.AskedPeople;
import org.safecontact.inform.OutgoingMessage.Wanted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Nobody rang, or nobody answered: more people can make the call, and hear that they are asked to. */
@Component
@InDiagrams
class AskMoreToRing implements JavaDelegate {

    private final CallsInDiagrams outsideCalls;
    private final AskedPeople askedPeople;
    private final OpenCalls open;
    private final ObjectProvider<RuntimeService> runtime;
    private final Clock clock;

    AskMoreToRing(
            CallsInDiagrams outsideCalls,
            AskedPeople askedPeople,
            OpenCalls open,
            ObjectProvider<RuntimeService> runtime,
            Clock clock) {
        this.outsideCalls = outsideCalls;
        this.askedPeople = askedPeople;
        this.open = open;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant dueAt = outsideCalls.dueAt(execution).toInstant();
        execution.setVariable(
                InformNames.ASKED_MORE, ask(execution.getProcessInstanceId(), execution.getVariables(), dueAt));
    }

    /**
     * @param known the variables of the call
     * @return how often more people were asked by now
     */
    int ask(String call, Map<String, Object> known, Instant dueAt) {
        String reference = (String) known.get(CaseNames.REFERENCE);
        int asked = (Integer) known.get(InformNames.ASKED_MORE) + 1;
        Set<String> people = askedPeople.mayRing(reference, (String) known.get(InformNames.LADDER), asked);
        open.of(reference).stream()
                .filter(task -> task.getProcessInstanceId().equals(call))
                .forEach(task -> open.offer(task.getId(), people));
        Optional<Instant> by = Optional.of(dueAt).filter(clock.instant()::isBefore);
        askedPeople
                .ask(reference, call, asked, people, Wanted.RING, by)
                .forEach(message -> Sending.start(message, runtime.getObject()));
        return asked;
    }
}
