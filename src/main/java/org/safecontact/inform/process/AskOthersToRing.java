package org.safecontact.inform.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Handing;
import org.safecontact.inform.AskedPeople;
import org.safecontact.inform.OutgoingMessage.Wanted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A carer waits for a call that was promised: whoever may answer can make it too, and hears that they are asked to. */
@Component
@InDiagrams
class AskOthersToRing implements JavaDelegate {

    private final AgreedCallsInDiagrams agreedCalls;
    private final AskedPeople askedPeople;
    private final OpenCalls offers;
    private final Handing handing;
    private final CaseTasks cases;
    private final Agency agency;
    private final HumanTime time;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;
    private final Clock clock;

    AskOthersToRing(
            AgreedCallsInDiagrams agreedCalls,
            AskedPeople askedPeople,
            OpenCalls offers,
            Handing handing,
            CaseTasks cases,
            Agency agency,
            HumanTime time,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<RuntimeService> runtime,
            Clock clock) {
        this.agreedCalls = agreedCalls;
        this.askedPeople = askedPeople;
        this.offers = offers;
        this.handing = handing;
        this.cases = cases;
        this.agency = agency;
        this.time = time;
        this.tasks = tasks;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(CaseNames.REFERENCE);
        Instant agreed = agreedCalls.dueAt(execution).toInstant();
        Task call = tasks.getObject()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ToDos.RING_AS_AGREED)
                .singleResult();
        if (justTaken(call, agreed)) {
            return;
        }
        Set<String> people = askedPeople.mayRingTheCarer(reference, agreedCalls.urgent(execution));
        handing.askedToRing(
                reference,
                call.getName(),
                people,
                "It was agreed for " + time.full(agreed) + ", and nobody has written down that it is done.");
        if (call.getAssignee() != null) {
            people.add(call.getAssignee());
            tasks.getObject().setAssignee(call.getId(), null);
        }
        offers.offer(call.getId(), people);
        int asked = (Integer) execution.getVariable(InformNames.ASKED_MORE) + 1;
        execution.setVariable(InformNames.ASKED_MORE, asked);
        askedPeople
                .ask(reference, execution.getProcessInstanceId(), asked, people, Wanted.RING, Optional.empty())
                .forEach(message -> Sending.start(message, runtime.getObject()));
    }

    /** Whoever took it late gets a while too. */
    private boolean justTaken(Task call, Instant agreed) {
        return call.getAssignee() != null
                && cases.takenAt(call)
                        .filter(agreed::isBefore)
                        .filter(at -> at.plus(agency.length(HouseTime.TAKEN)).isAfter(clock.instant()))
                        .isPresent();
    }
}
