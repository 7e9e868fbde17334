package org.safecontact.access;

/**
 * Nothing keeps somebody away from what is about a child any more, but the reports themselves that named them, in the present transaction.
 *
 * @param childId the child
 * @param personId who sees again what is kept beside those reports
 */
public record PersonCleared(String childId, String personId) {}
