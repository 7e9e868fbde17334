package org.safecontact.referral;

/** Somebody who knows of sexual abuse makes their own report of it. Same transaction. */
public record OwnReportOwed(String reference, String personId) {}
