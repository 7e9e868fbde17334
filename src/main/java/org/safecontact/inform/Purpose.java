package org.safecontact.inform;

import java.util.Arrays;
import org.safecontact.incident.CaseNames;

/** Why somebody is told. */
public enum Purpose {
    /** A report came in. */
    ALARM("alarm"),
    /** Somebody is more worried now: told again at the new level. */
    MORE_WORRIED("moreWorried"),
    /** What was told out of hours is handed over when the office opens (contract, who-to-tell). */
    HANDOVER(CaseNames.HANDOVER),
    /** A phone was taken, or an app limited: the child's social worker hears it (practice, section 4; NMS 9.3). */
    PHONE_TAKEN("phoneTaken");

    private final String id;

    Purpose(String id) {
        this.id = id;
    }

    /** Whether it asks for an answer for the child now: what is handed over and what is only made known does not. */
    public boolean isAlarm() {
        return this == ALARM || this == MORE_WORRIED;
    }

    /** The value of the process variable {@code purpose}. */
    public String id() {
        return id;
    }

    /** An unknown or missing purpose is an alarm: the careful answer. */
    public static Purpose of(Object id) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.id.equals(id))
                .findFirst()
                .orElse(ALARM);
    }
}
