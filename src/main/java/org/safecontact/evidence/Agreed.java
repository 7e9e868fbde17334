package org.safecontact.evidence;

import java.time.Instant;

/**
 * A worker agreed with the carer that files of a kind are added (practice notes, section 4).
 *
 * @param by who agreed
 * @param at when, the newest time for this kind
 */
public record Agreed(EvidenceKind kind, String by, Instant at) {}
