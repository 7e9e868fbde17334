package org.safecontact.inform.process;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.OpenAgain;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.incident.AddedTo;
import org.safecontact.inform.Messages;
import org.safecontact.inform.OutgoingMessage.Wanted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Workers hear by message what a list alone would not tell them in time. */
@Component
class MessagesAboutToDos {

    private final Messages messages;
    private final Agency agency;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;
    private final Clock clock;

    MessagesAboutToDos(
            Messages messages,
            Agency agency,
            ObjectProvider<RuntimeService> runtime,
            CurrentPerson person,
            Clock clock) {
        this.messages = messages;
        this.agency = agency;
        this.runtime = runtime;
        this.person = person;
        this.clock = clock;
    }

    /** A to-do that somebody had is open again: whoever may take it now. */
    @EventListener
    void on(OpenAgain again) {
        // Each time anew: what was open again before and was taken once more is another message.
        String origin = again.taskId() + "-" + clock.instant().getEpochSecond();
        again.asked().stream()
                .filter(this::isWorker)
                .forEach(worker -> send(again.reference(), origin, 0, worker, Wanted.TAKE));
    }

    /** Somebody added to a case: whoever has it. */
    @EventListener
    void on(AddedTo added) {
        added.people().forEach(has -> send(added.reference(), added.reference(), added.number(), has, Wanted.READ));
    }

    private void send(String reference, String origin, int number, String to, Wanted wanted) {
        person.asTheHouse(() -> messages.write(reference, origin, number, 0, to, wanted, Optional.empty())
                .ifPresent(message -> Sending.start(message, runtime.getObject())));
    }

    /** A carer's list waits for the carer; nobody writes to carers about it (practice, section 3). */
    private boolean isWorker(String personId) {
        return agency.person(personId).filter(known -> !known.is(Role.CARER)).isPresent();
    }
}
