package org.safecontact.inform;

import java.time.Instant;

/** What every row about one turn of an alarm has in common. */
record TellingOf(String reference, String ladder, Rung rung, Instant now) {}
