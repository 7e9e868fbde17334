package org.safecontact.inform;

import java.time.Instant;
import java.util.Optional;

/**
 * A call to the child's authority that somebody has to make.
 *
 * @param role {@code childsSocialWorker} or {@code emergencyDutyTeam}
 * @param purpose what it is about
 * @param began when that began, before which nobody can have heard of it; empty where nothing was limited, or it is an alarm
 */
public record Call(String reference, String ladder, String role, Purpose purpose, Optional<Instant> began) {}
