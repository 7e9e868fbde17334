package org.safecontact.wellbeing;

import java.util.Collections;
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

    /** What goes back to the risk decision at once, where the child's schedule lists it (contract, wellbeing-schedule; domain brief, DMN-6). */
    public enum Sign {
        SELF_HARM(EscalateWhen.SELF_HARM_TALK),
        LIFE_AT_RISK(EscalateWhen.SELF_HARM_TALK),
        LIFE_PERHAPS_AT_RISK(EscalateWhen.SELF_HARM_TALK),
        MISSING(EscalateWhen.MISSING),
        NEW_CONTACT(EscalateWhen.NEW_CONTACT),
        /** Not sure of each that is not ticked. */
        NOT_SURE(EscalateWhen.SELF_HARM_TALK, EscalateWhen.MISSING, EscalateWhen.NEW_CONTACT);

        private final Set<EscalateWhen> escalates;

        Sign(EscalateWhen... escalates) {
            this.escalates = Set.of(escalates);
        }

        boolean escalates(Set<EscalateWhen> when) {
            return !Collections.disjoint(escalates, when);
        }
    }
}
