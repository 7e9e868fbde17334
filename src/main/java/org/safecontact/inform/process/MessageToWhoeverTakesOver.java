package org.safecontact.inform.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.HandedOver;
import org.safecontact.inform.Messages;
import org.safecontact.inform.OutgoingMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever a to-do is handed over to hears it by message, in the same transaction: a line on a list wakes nobody. */
@Component
class MessageToWhoeverTakesOver {

    private final Messages messages;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    MessageToWhoeverTakesOver(Messages messages, ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.messages = messages;
        this.runtime = runtime;
        this.person = person;
    }

    @EventListener
    void on(HandedOver over) {
        Optional<OutgoingMessage> message = messages.write(
                over.reference(),
                over.reference() + "-handed-over",
                over.entry(),
                0,
                over.to(),
                OutgoingMessage.Wanted.TAKE_OVER,
                over.by());
        person.asTheHouse(() -> message.ifPresent(written -> Sending.start(written, runtime.getObject())));
    }
}
