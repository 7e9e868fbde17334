package org.safecontact.plan;

/**
 * A version of a child's Safer Care Plan was signed, in the present transaction: the home is to read it.
 *
 * @param version its number
 * @param by id of who signed it
 */
public record SaferCarePlanSigned(String childId, int version, String by) {}
