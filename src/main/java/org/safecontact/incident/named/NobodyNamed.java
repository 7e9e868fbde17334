package org.safecontact.incident.named;

/** A registered manager has settled that nobody near the child is part of the worry, after that was open. Same transaction. */
public record NobodyNamed(String reference) {}
