package org.safecontact.agency;

import java.time.Clock;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Whom to ring, wherever something is refused or fails (contract, section 5, rule 4): said also when nothing else works. */
@Component
public class IfInDanger {

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

    /** 999 first, and then duty, as far as their number can be found. */
    public String sentence() {
        String duty = dutyTelephone();
        return "If anyone is in danger, ring 999." + (duty.isBlank() ? "" : " Duty: " + duty + ".");
    }
}
