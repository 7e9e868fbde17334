package org.safecontact.incident;

import java.util.Set;

/**
 * What an assessment says that decides who outside the agency has to hear of it: enumerations only, those of three answers {@code yes},
 * {@code no} or {@code unsure}.
 *
 * @param by who assessed it
 * @param crime whether it is a crime
 * @param significantHarm whether there is reason to suspect significant harm
 * @param radicalisation whether the child is drawn into hate or violence
 * @param sexualAbuse whether sexual abuse was told, seen or found
 * @param exploitation whether there are signs of it; empty where nobody said
 * @param asked who was asked to act already, by the values of its form
 */
public record Assessed(
        String by,
        String crime,
        String significantHarm,
        String radicalisation,
        String sexualAbuse,
        String exploitation,
        Set<String> asked) {

    public Assessed {
        asked = Set.copyOf(asked);
    }
}
