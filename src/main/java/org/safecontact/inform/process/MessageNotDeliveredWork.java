package org.safecontact.inform.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.inform.Messages;
import org.safecontact.inform.OutgoingMessage;
import org.springframework.stereotype.Component;

/**
 * A message did not leave: shows whom to ring, and calls it off once a person did. Names nobody who was reached meanwhile or is kept away from
 * the case now; then the to-do is about to end by itself.
 */
@Component
class MessageNotDeliveredWork implements UserTaskWork {

    private final Messages messages;
    private final Agency agency;

    MessageNotDeliveredWork(Messages messages, Agency agency) {
        this.messages = messages;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return InformNames.MESSAGE_NOT_DELIVERED;
    }

    @Override
    public String recordedAs() {
        return "A message that did not arrive";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Optional<OutgoingMessage> message = messages.find(messageId(task));
        boolean settled = message.filter(messages::isSettled).isPresent();
        Optional<Person> recipient = message.filter(open -> !settled)
                .map(OutgoingMessage::recipientId)
                .flatMap(agency::person);
        Map<String, Object> shown = new HashMap<>();
        shown.put("reference", task.reference());
        shown.put(
                "name", recipient.map(Person::name).orElse(settled ? "nobody else to ring" : "somebody who has left"));
        shown.put(
                "role",
                settled
                        ? "it has left meanwhile, or need not leave any more"
                        : recipient.stream()
                                .flatMap(person -> person.roles().stream().sorted())
                                .map(Role::words)
                                .collect(Collectors.joining(", ")));
        shown.put("telephone", recipient.map(Person::telephone).orElse(""));
        shown.put("wanted", message.map(messages::wanted).orElse(""));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        messages.callOff(messageId(task), task.by());
        return Map.of();
    }

    private static String messageId(OpenTask task) {
        return (String) task.variables().get(InformNames.MESSAGE_ID);
    }
}
