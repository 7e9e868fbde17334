package org.safecontact.incident.named;

/**
 * A report says which child it is about: who is kept away because of it may be more now, or others. Same transaction.
 *
 * @param childId about whom
 */
record LookedAgain(String childId) {}
