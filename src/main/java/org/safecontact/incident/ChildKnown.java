package org.safecontact.incident;

/** It was just said which child a report is about, in the present transaction. */
public record ChildKnown(String reference) {}
