package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** The plans of the authority that contact follows (policy, section 2). */
public enum DocumentKind implements Choice {
    CARE_PLAN("carePlan", "Care Plan"),
    PLACEMENT_PLAN("placementPlan", "Placement Plan");

    private final String id;
    private final String words;

    DocumentKind(String id, String words) {
        this.id = id;
        this.words = words;
    }

    @JsonValue
    @Override
    public String id() {
        return id;
    }

    @Override
    public String words() {
        return words;
    }
}
