package org.safecontact.inform;

import java.util.List;

/**
 * What the next turn of an alarm sets in motion.
 *
 * @param messages to be handed over
 * @param calls to be made
 */
public record SetInMotion(List<OutgoingMessage> messages, List<Call> calls) {

    public SetInMotion {
        messages = List.copyOf(messages);
        calls = List.copyOf(calls);
    }
}
