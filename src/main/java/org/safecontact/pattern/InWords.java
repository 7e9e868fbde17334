package org.safecontact.pattern;

import java.util.Map;
import java.util.Optional;
import org.safecontact.plan.Channel;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.Seen;

/** How contacts and looks are called, in figures, register and pictures alike. */
final class InWords {

    private static final String NOBODY_KNOWN = "somebody not known";

    private InWords() {}

    static String who(Happened one, Map<String, String> labels) {
        return one.personId().map(labels::get).orElse(NOBODY_KNOWN);
    }

    static String how(Happened one) {
        return one.channel().map(Channel::words).orElse("not said how");
    }

    static Optional<String> counted(String what, long count) {
        return count == 0 ? Optional.empty() : Optional.of(what + " " + count);
    }

    static String words(Seen.Compared how) {
        return switch (how) {
            case BETTER -> "better";
            case SAME -> "as usual";
            case WORSE -> "worse";
        };
    }

    static boolean is(Look look, Seen.Compared how) {
        return look.seen().filter(seen -> seen.compared() == how).isPresent();
    }
}
