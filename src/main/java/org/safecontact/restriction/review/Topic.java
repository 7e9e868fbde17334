package org.safecontact.restriction.review;

import org.safecontact.plan.Choice;

/** What is looked at, point by point of the policy's section 7; the name is also the key of the form's question. */
public enum Topic implements Choice {
    PARENTAL_CONTROLS("parentalControls", "Parental controls"),
    PRIVACY_SETTINGS("privacySettings", "Privacy settings"),
    TALKS("talks", "Talking about being online"),
    OPENNESS("openness", "Being open about it"),
    SHARED_SPACES("sharedSpaces", "Devices in shared rooms"),
    MONITORING("monitoring", "Checking what the child does online");

    private final String id;
    private final String words;

    Topic(String id, String words) {
        this.id = id;
        this.words = words;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String words() {
        return words;
    }
}
