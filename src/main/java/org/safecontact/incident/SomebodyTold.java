package org.safecontact.incident;

/**
 * Somebody was told of an incident. The area that tells people publishes it in the same transaction, so that what belongs to everybody told
 * so far (ringing the carer when the police are not confirmed) becomes that person's too.
 */
public record SomebodyTold(String reference, String personId) {}
