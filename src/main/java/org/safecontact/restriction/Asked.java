package org.safecontact.restriction;

/**
 * What the table {@code device-restriction} has to be told by whoever asks; the rest it learns from plan, child and case.
 *
 * @param made whether it was done already, because of danger
 * @param purpose {@code safety} or {@code punishment}
 * @param force whether it needs force, or did: {@code yes}, {@code no} or {@code unsure}
 * @param danger whether injury, serious damage or an offence is about to happen: the same
 * @param evidence whether the device may hold what the police need: the same
 */
public record Asked(boolean made, String purpose, String force, String danger, String evidence) {

    static final String SAFETY = "safety";
    static final String YES = "yes";
    static final String NO = "no";
    static final String UNSURE = "unsure";

    /** The same once the danger of the moment is over. */
    Asked afterwards() {
        return new Asked(made, purpose, force, NO, evidence);
    }

    /** Whether it may be done at once only: then it lasts for the least time (policy, section 4). */
    boolean inDanger() {
        return !danger.equals(NO);
    }
}
