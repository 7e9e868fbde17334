package org.safecontact.incident.report;

/**
 * What a tap on danger is: nothing new, the same once more, one that counts before the report is sent, or one that came after it.
 */
public enum DangerTap {
    KNOWN,
    AGAIN,
    BEFORE_SENDING,
    AFTER_SENDING
}
