package org.safecontact.plan.request;

import java.util.Optional;
import org.safecontact.plan.Channel;
import org.springframework.modulith.NamedInterface;

/**
 * What a request was begun with; its answers stand in the form already.
 *
 * @param renews number of the entry whose end comes
 * @param report reference of the case in whose review the contact was found good for the child
 * @param personId with whom it is, as far as that is known
 * @param channel how, as far as that is known
 */
@NamedInterface("request")
public record Because(
        Optional<Integer> renews, Optional<String> report, Optional<String> personId, Optional<Channel> channel) {

    /** Somebody asks of their own accord. */
    public static Because ofItself() {
        return new Because(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What is agreed comes to its end and is to go on. */
    public static Because itEnds(int entry) {
        return new Because(Optional.of(entry), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A contact that nobody had planned was good for the child (practice, section 6, point 10.2). */
    public static Because itWasGood(String report, Optional<String> personId, Optional<Channel> channel) {
        return new Because(Optional.empty(), Optional.of(report), personId, channel);
    }
}
