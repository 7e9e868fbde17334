package org.safecontact.referral;

/**
 * A body outside has to hear of a report. Same transaction.
 *
 * @param asked whether it was asked already, so that only its answer is waited for
 */
public record ReferralOwed(Referral referral, boolean asked) {}
