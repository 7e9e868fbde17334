package org.safecontact.access;

/**
 * A case became more urgent, in the present transaction.
 *
 * @param reference the case
 * @param urgency the new urgency, larger than the one before
 */
public record UrgencyRaised(String reference, int urgency) {}
