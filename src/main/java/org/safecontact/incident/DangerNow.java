package org.safecontact.incident;

/**
 * Somebody says that there is danger now: with the button, in a review, in an answer, in another version of the report or after a look.
 * Published in the same transaction, wherever it is said; the other reports that came of the same one hear of it.
 *
 * @param reference the report in which it is said
 * @param by who says so
 */
public record DangerNow(String reference, String by) {}
