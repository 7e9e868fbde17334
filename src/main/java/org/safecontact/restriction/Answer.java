package org.safecontact.restriction;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.engine.Decision;

/**
 * What the table {@code device-restriction} says.
 *
 * @param allowedNow {@code yes}, {@code temporary} or {@code no}
 * @param needs ids of what belongs to it, see {@link Need}
 * @param tellWithin by when the child's social worker hears of it, as a deadline; {@code now} or {@code none}
 * @param reviewWithin after which time it is looked at again, as a duration; {@code none}
 */
public record Answer(String allowedNow, List<String> needs, String tellWithin, String reviewWithin) {

    static final String NONE = "none";
    static final String NOW = "now";

    /** For what the table would leave open. House default. */
    private static final Duration OFTEN = Duration.ofHours(24);

    private static final Set<String> ALLOWED = Set.of("yes", "temporary", "no");

    /** What follows for whoever asked. */
    public enum Follows {
        /** It may be done now. */
        NOW,
        /** Others decide first. */
        ASK,
        /** It is not done, or is undone. */
        NO
    }

    static Answer of(Decision decision) {
        String allowed = (String) decision.row().get("allowedNow");
        if (!ALLOWED.contains(allowed)) {
            throw new IllegalStateException("It does not say whether it is allowed");
        }
        return new Answer(
                allowed,
                ((List<?>) decision.row().get("needs"))
                        .stream().map(Object::toString).toList(),
                (String) decision.row().get("tellWithin"),
                (String) decision.row().get("reviewWithin"));
    }

    /** Without the table: a punishment and force never, what was made because of danger until a manager has looked, else the authority. */
    static Answer careful(Asked asked) {
        if (!asked.purpose().equals(Asked.SAFETY)) {
            return new Answer("no", List.of("noPunishment"), NONE, NONE);
        }
        if (!asked.force().equals(Asked.NO)) {
            return new Answer("no", List.of("registeredManager", "forceOnRecord"), NOW, NONE);
        }
        return asked.made()
                ? new Answer("temporary", List.of("registeredManager", "childsSocialWorker"), "PT24H", "PT24H")
                : new Answer("no", List.of("authorityAgrees", "parentsAgree"), NONE, "P7D");
    }

    /** What needs somebody's answer first cannot stay where it was made already: it is undone and can then be asked for. */
    Follows follows(boolean made) {
        if (!allowedNow.equals("no")) {
            return Follows.NOW;
        }
        boolean others = Stream.of("authorityAgrees", "talkFirst").anyMatch(needs::contains);
        return others && !made ? Follows.ASK : Follows.NO;
    }

    /** Whether a manager has to look at it: whatever is allowed for now only (domain brief, DMN-5). */
    boolean temporary() {
        return allowedNow.equals("temporary");
    }

    boolean needs(Need need) {
        return needs.contains(need.id());
    }

    Duration reviewAfter() {
        return reviewWithin.equals(NONE) ? OFTEN : Duration.parse(reviewWithin);
    }
}
