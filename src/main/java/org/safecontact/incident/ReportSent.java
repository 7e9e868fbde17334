package org.safecontact.incident;

/** A report was sent: the child, the answers and everybody who is excluded are stored. Published in the same transaction, before anybody is told. */
public record ReportSent(String reference) {}
