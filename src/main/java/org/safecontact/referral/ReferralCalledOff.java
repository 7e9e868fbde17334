package org.safecontact.referral;

/** A body need not be asked, or its answer waited for, any more. Same transaction. */
public record ReferralCalledOff(Referral referral) {}
