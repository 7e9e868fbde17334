package org.safecontact.incident;

/** A report was begun. Published in the transaction that begins it. */
public record IncidentStarted(String reference, String personId) {}
