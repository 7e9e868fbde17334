package org.safecontact.agency;

import java.time.ZoneId;

/** What is a day and an hour to people here. Everything runs in UTC; whoever reads or types a time means London's. */
public final class London {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {}
}
