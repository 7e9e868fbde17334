package org.safecontact.wellbeing;

/**
 * The looks after one child.
 *
 * @param id its number
 * @param childId the child
 * @param reference the report that opened it, to whose case it belongs
 * @param shared whether the child's other reports join it; false when its report keeps somebody away, who would learn of it
 */
public record WellbeingSchedule(long id, String childId, String reference, boolean shared) {}
