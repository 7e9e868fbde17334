package org.safecontact.access;

/**
 * Somebody has no login any more, from the present transaction on.
 *
 * @param login whose
 */
public record LoginTakenAway(String login) {}
