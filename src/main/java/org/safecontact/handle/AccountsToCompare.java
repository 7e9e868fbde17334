package org.safecontact.handle;

/** What was written down in this report, in the present transaction, is to be compared with other reports, in one of its own. */
public record AccountsToCompare(String report) {}
