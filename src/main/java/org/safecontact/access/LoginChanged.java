package org.safecontact.access;

/**
 * Something about a login, or about where its owner is reached, is another from now on. Same transaction, before it holds.
 *
 * @param change number of the change
 */
public record LoginChanged(long change, String login) {}
