package org.safecontact.incident.report;

/** What a tap on danger is: one more of the same, one that counts before the report is sent, or one that came after it. */
public enum DangerTap {
    KNOWN,
    BEFORE_SENDING,
    AFTER_SENDING
}
