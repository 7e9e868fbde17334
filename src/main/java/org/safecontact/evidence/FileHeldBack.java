package org.safecontact.evidence;

import java.util.UUID;

/**
 * A file was locked or sealed; somebody has to do something about it. Same transaction.
 *
 * @param sealed whether it is sealed; otherwise it waits for the confirmation to be given again
 */
public record FileHeldBack(String reference, UUID fileId, boolean sealed) {}
