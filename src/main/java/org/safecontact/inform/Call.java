package org.safecontact.inform;

/**
 * A call to the child's authority that somebody has to make.
 *
 * @param role {@code childsSocialWorker} or {@code emergencyDutyTeam}
 */
public record Call(String reference, String ladder, String role) {}
