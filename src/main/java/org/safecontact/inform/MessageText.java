package org.safecontact.inform;

import org.safecontact.agency.HumanTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a message says: reference, what is wanted, by when, where to log in; never anything of the case (contract, 5.3). */
@Component
class MessageText {

    private final HumanTime time;
    private final String login;

    MessageText(HumanTime time, @Value("${safe-contact.base-url}") String baseUrl) {
        this.time = time;
        this.login = baseUrl + (baseUrl.endsWith("/") ? "" : "/") + "camunda/app/tasklist/";
    }

    String subject(OutgoingMessage message) {
        return message.reference() + ": " + wanted(message);
    }

    String body(OutgoingMessage message) {
        return """
                %s: %s.

                Please log in: %s

                %sThis message says nothing about what happened, on purpose. Please do not answer it.
                """.formatted(message.reference(), wanted(message), login, orElse(message));
    }

    String wanted(OutgoingMessage message) {
        String by = message.byWhen().map(time::byDate).map(words -> " " + words).orElse("");
        return switch (message.wanted()) {
            case ANSWER -> "please answer" + by;
            case KNOW -> "for you to know; you may answer";
            case RING -> "please make a telephone call" + by;
            case TAKE -> "a to-do is open again, please take it";
            case READ -> "something was added, please read it";
            case DECIDE -> "something waits for you to decide" + by;
            case SEE_TO -> "something is to do, please see to it" + by;
            case LOOK_AFTER -> "something did not happen by itself; please look after it by hand" + by;
            case MEND -> "a step failed after every attempt; please mend it, and see Cockpit";
            case TAKE_OVER -> "something was handed over to you; please do it" + by;
        };
    }

    private static String orElse(OutgoingMessage message) {
        return message.wanted() == OutgoingMessage.Wanted.ANSWER
                ? "When nobody answers in time, the next person is asked.\n\n"
                : "";
    }
}
