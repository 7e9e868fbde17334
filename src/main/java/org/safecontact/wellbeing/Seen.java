package org.safecontact.wellbeing;

import java.util.List;
import java.util.Set;

/**
 * What somebody saw, without their words.
 *
 * @param compared with how the child usually is
 * @param different in what the child is different, for example {@code sleep}
 * @param place where the child stays
 * @param signs what goes back to the risk decision
 */
public record Seen(Compared compared, List<String> different, Place place, Set<Sign> signs) {

    /** Compared with how the child usually is. */
    public enum Compared {
        BETTER,
        SAME,
        WORSE
    }

    /** Where the child stays; whoever looks next is the one who can. */
    public enum Place {
        HOME,
        RESPITE,
        HOSPITAL,
        ELSEWHERE
    }

    /** What goes back to the risk decision at once (contract, wellbeing-schedule; domain brief, DMN-6). */
    public enum Sign {
        SELF_HARM,
        LIFE_AT_RISK,
        LIFE_PERHAPS_AT_RISK,
        MISSING,
        NEW_CONTACT
    }
}
