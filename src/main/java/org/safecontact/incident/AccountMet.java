package org.safecontact.incident;

/**
 * Somebody wrote down which account, number or name was used. Same transaction; whoever keeps the register of accounts hears it.
 *
 * @param by id of who wrote it
 * @param app which app or site, as written; empty where nobody said
 * @param written which account, as written, or the words among which it stands
 * @param amongWords whether it stands among other words, and not in a field of its own
 */
public record AccountMet(String reference, String by, String app, String written, boolean amongWords) {

    /** Keeps what was typed out of logs. */
    @Override
    public String toString() {
        return "AccountMet[" + reference + "]";
    }
}
