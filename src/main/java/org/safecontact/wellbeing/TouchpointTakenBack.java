package org.safecontact.wellbeing;

/**
 * No report asks any more that a worker sees the child.
 *
 * @param scheduleId the child's schedule
 */
public record TouchpointTakenBack(long scheduleId) {}
