package org.safecontact.inform.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.AskedPeople;
import org.safecontact.inform.CallTimes;
import org.safecontact.inform.OutgoingMessage.Wanted;
import org.springframework.stereotype.Component;

/** Nobody rang, or nobody answered: more people can make the call, and hear that they are asked to. */
@Component
@InDiagrams
class AskMoreToRing implements JavaDelegate {

    private final AskedPeople askedPeople;
    private final CallTimes times;
    private final OpenCalls open;

    AskMoreToRing(AskedPeople askedPeople, CallTimes times, OpenCalls open) {
        this.askedPeople = askedPeople;
        this.times = times;
        this.open = open;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(CaseNames.REFERENCE);
        int asked = (Integer) execution.getVariable(InformNames.ASKED_MORE) + 1;
        String ladder = CallsInDiagrams.ladder(execution);
        Set<String> people = askedPeople.mayRing(reference, ladder, asked);
        Instant by = times.dueAt(ladder, CallsInDiagrams.purpose(execution));
        open.of(reference).stream()
                .filter(task -> task.getProcessInstanceId().equals(execution.getProcessInstanceId()))
                .forEach(task -> open.offer(task.getId(), people));
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        askedPeople
                .ask(reference, execution.getProcessInstanceId(), asked, people, Wanted.RING, Optional.of(by))
                .forEach(message -> Sending.start(message, runtime));
        execution.setVariable(InformNames.ASKED_MORE, asked);
    }
}
