package org.safecontact.access;

/** Somebody does not see the case any more who was let in for a reason that is over. Same transaction. */
public record GrantOver(String reference) {}
