package org.safecontact.incident;

/**
 * What somebody wrote was sent back by the second person, in the present transaction: it is open again, and its author hears of it.
 *
 * @param taskId the to-do in which it is asked again
 * @param author who wrote it
 */
public record SentBack(String reference, String taskId, String author) {}
