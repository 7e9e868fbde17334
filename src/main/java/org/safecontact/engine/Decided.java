package org.safecontact.engine;

/**
 * What follows for a case, and what decided it.
 *
 * @param answer the table's answer; the careful one when it gave none
 * @param by which rules of which version, for the record
 */
public record Decided<T>(T answer, DecidedBy by) {}
