package org.safecontact.restriction.review;

import java.time.LocalDate;
import java.util.Optional;

/**
 * On which day online safety is looked at with a child.
 *
 * @param householdId the home in which it is
 * @param report the report that closed; empty where it is another reason
 */
public record ReviewDay(
        long id, String childId, String householdId, LocalDate day, Because because, Optional<String> report) {

    /** Why it is that day. */
    public enum Because {
        /** The product began with this child. */
        FIRST,
        /** The child came to this home. */
        ARRIVED,
        /** It was chosen when it was looked at last. */
        NEXT,
        /** A report about the child was closed. */
        REPORT_CLOSED
    }
}
