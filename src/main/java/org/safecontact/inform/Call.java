package org.safecontact.inform;

/**
 * A call to the child's authority that somebody has to make.
 *
 * @param role {@code childsSocialWorker} or {@code emergencyDutyTeam}
 * @param purpose what it is about
 */
public record Call(String reference, String ladder, String role, Purpose purpose) {}
