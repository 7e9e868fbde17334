package org.safecontact.incident;

/**
 * Somebody found that it is not safe to stay at home, and nothing of it is worse than what is known already. People have to hear of it all the
 * same. Same transaction.
 *
 * @param by who found it
 */
public record NotSafeAtHome(String reference, String by) {}
