package org.safecontact.incident.named;

/**
 * Who is kept away because of reports about this child may have changed. Same transaction.
 *
 * @param childId about whom
 */
record LookedAgain(String childId) {}
