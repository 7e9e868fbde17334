package org.safecontact.engine;

/**
 * A step of a case that should have happened by itself failed for the last time, or a table gave no answer.
 *
 * @param reference the case
 * @param process key of the diagram or of the table
 * @param incident an id of its own for this failure
 */
public record StuckStep(String reference, String process, String incident) {}
