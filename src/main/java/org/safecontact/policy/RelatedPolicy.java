package org.safecontact.policy;

import java.util.Arrays;
import java.util.Optional;

/** The five that the policy names as related (policy, section 12). An agency may have more of its own. */
public enum RelatedPolicy {
    CONTACT_AND_FAMILY_TIME("contactAndFamilyTime", "Contact & Family Time Policy"),
    ONLINE_SAFETY("onlineSafety", "Online Safety Policy"),
    SAFEGUARDING("safeguarding", "Safeguarding & Child Protection Policy"),
    SAFER_CARE("saferCare", "Safer Care Guidance"),
    RECORDING_AND_REPORTING("recordingAndReporting", "Recording & Reporting Policy");

    private final String id;
    private final String title;

    RelatedPolicy(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Its id in the agency's folder. */
    public String id() {
        return id;
    }

    /** What it is called where the agency's folder has none. */
    public String title() {
        return title;
    }

    static Optional<RelatedPolicy> of(String id) {
        return Arrays.stream(values()).filter(policy -> policy.id.equals(id)).findFirst();
    }
}
