package org.safecontact.incident;

/**
 * Whoever answered says in another version, sent later, what is worse than what is known. Stored already; people have to hear of it. Same
 * transaction.
 *
 * @param by who said so
 * @param danger whether it says that somebody is in danger; the other reports that came of the same one hear of that by {@link DangerNow}
 * @param police whether it says that the police are needed, where the first version did not
 */
public record SaidToo(String reference, String by, boolean danger, boolean police) {}
