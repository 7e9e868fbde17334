package org.safecontact.access;

/**
 * An administrator changed something of a running case from outside its diagram (contract, 5.9). Published in the
 * request that did it, after it was done.
 *
 * @param reference the case; empty text when the work belonged to none
 * @param personId the administrator
 * @param what in plain words
 */
public record TouchedFromOutside(String reference, String personId, String what) {}
