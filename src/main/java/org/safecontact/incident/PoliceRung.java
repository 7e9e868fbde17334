package org.safecontact.incident;

/**
 * Whoever answered for a case says that the police were rung. Same transaction: nobody else has to confirm it.
 *
 * @param by who says so
 */
public record PoliceRung(String reference, String by) {}
