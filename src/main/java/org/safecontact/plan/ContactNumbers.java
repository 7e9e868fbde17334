package org.safecontact.plan;

import java.time.Clock;
import org.safecontact.agency.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** References of everything about contact that is kept for itself (contract, section 3): one row of numbers for all of it. */
@Repository
public class ContactNumbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return {@code CON-<year in England>-<six digits>}, never given twice */
    public String next() {
        return "CON-%d-%06d"
                .formatted(
                        clock.instant().atZone(London.ZONE).getYear(),
                        jdbc.sql("select nextval('contact_number')")
                                .query(Integer.class)
                                .single());
    }
}
