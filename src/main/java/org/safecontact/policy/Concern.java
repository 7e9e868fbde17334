package org.safecontact.policy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a policy is to be looked at.
 *
 * @param about what exactly it is about: once that has changed, it is another concern
 * @param day the day by which it is to be looked at again, where that is why
 */
public record Concern(String policyId, String title, Because because, String about, Optional<LocalDate> day) {

    public enum Because {
        /** One of the five is not in the agency's folder. */
        MISSING,
        /** Its document has other words than this version had when it came. */
        CHANGED,
        /** The day by which it is to be looked at again is near, or past. */
        DUE
    }

    boolean isThatOf(PolicyLook look) {
        return look.policyId().equals(policyId)
                && look.because() == because
                && look.about().equals(about);
    }
}
