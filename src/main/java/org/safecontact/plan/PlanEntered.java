package org.safecontact.plan;

/**
 * Something was entered, in the present transaction.
 *
 * @param childId about whom
 * @param reference the child's file
 * @param entry as it was entered
 */
public record PlanEntered(String childId, String reference, PlanEntry entry) {}
