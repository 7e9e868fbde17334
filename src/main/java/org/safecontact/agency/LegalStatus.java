package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonValue;

/** On what legal basis a child is looked after. {@link #UNKNOWN} is treated like section 20 (contract, device-restriction). */
public enum LegalStatus {
    CARE_ORDER("careOrder", "care order"),
    INTERIM_CARE_ORDER("interimCareOrder", "interim care order"),
    PLACEMENT_ORDER("placementOrder", "placement order"),
    EMERGENCY_PROTECTION("emergencyProtection", "emergency protection order"),
    SECTION_20("section20", "section 20 (parents agreed)"),
    REMAND("remand", "remand"),
    UNKNOWN("unknown", "not known");

    private final String id;
    private final String words;

    LegalStatus(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** The name that decision tables and the agency's files use. */
    @JsonValue
    public String id() {
        return id;
    }

    /** The name that people read. */
    public String words() {
        return words;
    }
}
