package org.safecontact.incident;

/** An incident was closed, withdrawn, or turned out to be nothing to report. Same transaction. */
public record IncidentEnded(String reference, Incident.State state) {}
