package org.safecontact.record;

import java.time.Instant;

/**
 * A point in time up to which the record can no longer be rebuilt unseen.
 *
 * @param number from 1 without gaps
 * @param madeAt when it was made
 * @param heads how many cases it gathered
 * @param hash hexadecimal; whoever notes it outside this system can later prove that nothing before it was rewritten
 */
public record Checkpoint(int number, Instant madeAt, int heads, String hash) {}
