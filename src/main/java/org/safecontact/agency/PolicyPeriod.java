package org.safecontact.agency;

import java.time.Instant;
import java.util.Optional;

/**
 * For how long a version of a policy was in force.
 *
 * @param until empty for the one that is in force now
 */
public record PolicyPeriod(String version, String sha256, Instant from, Optional<Instant> until) {}
