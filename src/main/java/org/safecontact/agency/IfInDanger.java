package org.safecontact.agency;

import java.time.Clock;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whom to ring and what to say, wherever something is refused or fails (contract, section 5, rule 4), in the words that stand above every
 * form: said also when nothing else works.
 */
@Component
public class IfInDanger {

    private static final String WORDS =
            "Danger now: 999, say \"a child in foster care is in danger\", your name, the address.";

    private final Agency agency;
    private final Clock clock;

    public IfInDanger(Agency agency, Clock clock) {
        this.agency = agency;
        this.clock = clock;
    }

    /** Duty's number at this moment; empty when the agency has none, and when the database is down. */
    public String dutyTelephone() {
        try {
            return agency.dutyTelephone(clock.instant());
        } catch (DataAccessException | TransactionException databaseIsDown) {
            return "";
        }
    }

    /** 999 and what to say there first, and then duty, as far as their number can be found. */
    public String sentence() {
        String duty = dutyTelephone();
        return WORDS + (duty.isBlank() ? "" : " Duty: " + duty + ".");
    }
}
