package org.safecontact.plan.request;

/**
 * Somebody begins to ask for contact, in the present transaction.
 *
 * @param by id of who asks
 */
public record RequestBegun(String reference, String childId, String by) {}
