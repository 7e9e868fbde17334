package org.safecontact.plan.safercare;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * What somebody wrote, signed or not.
 *
 * @param id of this text, over all children; nobody reads it
 * @param writtenBy id of who wrote it
 */
@NamedInterface("saferCare")
public record SaferCareText(long id, String childId, NewSaferCare words, String writtenBy, Instant writtenAt) {}
