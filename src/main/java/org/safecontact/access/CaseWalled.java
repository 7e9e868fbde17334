package org.safecontact.access;

/** From now on only those who answer for the service, and people with a grant, see the case. Same transaction. */
public record CaseWalled(String reference) {}
