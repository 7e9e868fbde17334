package org.safecontact.incident;

import java.util.Locale;

/** How serious a report is, from the decision {@code risk-level} (contract, section 4). Ordered: later is more serious. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    IMMEDIATE;

    /** Above the {@link #urgency} of IMMEDIATE: for what waits with minutes left. House default. */
    public static final int BEFORE_ALL_ELSE = IMMEDIATE.urgency() + 1;

    /** Whether people are needed now: HIGH and IMMEDIATE, whatever the hour. */
    public boolean urgent() {
        return compareTo(HIGH) >= 0;
    }

    /** How workers and managers read it; carers never do (practice, section 5). */
    public String words() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.UK);
    }

    /** 0 for LOW to 3 for IMMEDIATE, for ordering lists and tasks. */
    public int urgency() {
        return ordinal();
    }
}
