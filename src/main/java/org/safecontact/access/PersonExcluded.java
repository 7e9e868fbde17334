package org.safecontact.access;

/**
 * Somebody was just excluded from a case, in the present transaction.
 *
 * @param reference the case
 * @param personId who sees nothing of it any more
 */
public record PersonExcluded(String reference, String personId) {}
