package org.safecontact.plan;

/**
 * The review of a child's Safer Care Plan was signed, in the present transaction: the home is to read it.
 *
 * @param because the report that asked for the review; who is kept away from that is asked to read nothing of it
 * @param by id of who signed it
 */
public record SaferCarePlanSigned(String childId, String because, String by) {}
