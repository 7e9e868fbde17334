package org.safecontact.access;

/** The wall of a case was just taken down, in the present transaction. */
public record CaseUnwalled(String reference) {}
