package org.safecontact.referral;

import java.time.Instant;

/** A body that had to be asked was asked meanwhile, as a later assessment says. Same transaction. */
public record AskedMeanwhile(Referral referral, Instant at) {}
