package org.safecontact.plan.safercare;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * A version of a child's Safer Care Plan.
 *
 * @param number counted within the child's plan, from 1 without gaps
 * @param signedBy id of who signed it
 */
@NamedInterface("saferCare")
public record SaferCareVersion(int number, SaferCareText text, String signedBy, Instant signedAt) {}
