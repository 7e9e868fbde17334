package org.safecontact.incident;

/**
 * More of a child's private details got out than was known before, or that some did without saying which. Same transaction, after whoever is
 * named was kept away.
 *
 * @param by who said so
 * @param withTheReport whether the report itself says so, not somebody later
 */
public record PrivateDetailsOut(String reference, String by, boolean withTheReport) {}
