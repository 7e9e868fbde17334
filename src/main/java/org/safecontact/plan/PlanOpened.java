package org.safecontact.plan;

/**
 * The file of what is agreed about a child was opened, in the present transaction.
 *
 * @param childId about whom
 */
public record PlanOpened(String childId) {}
