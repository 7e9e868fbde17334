package org.safecontact.incident.process;

import java.util.List;
import org.safecontact.engine.Answers;
import org.safecontact.incident.AccountMet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The full record asks in one field for app and name, or for the number that rang: what stands there is met as well. */
@Component
class AccountsInWords {

    private static final List<String> ASKED = List.of("callFrom", "platform", "game", "emailFrom");

    private final ApplicationEventPublisher events;

    AccountsInWords(ApplicationEventPublisher events) {
        this.events = events;
    }

    void met(String reference, String by, Answers answers) {
        ASKED.stream()
                .flatMap(field -> answers.one(field).stream())
                .forEach(words -> events.publishEvent(new AccountMet(reference, by, "", words, true)));
    }
}
