package org.safecontact.wellbeing;

/**
 * The looks after one child.
 *
 * @param id its number
 * @param childId the child
 * @param reference the report that opened it, to whose case it belongs
 * @param withHome whether the child's home is asked; false when somebody of it is named, or who is named is not settled
 */
public record WellbeingSchedule(long id, String childId, String reference, boolean withHome) {}
