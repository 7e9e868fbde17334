package org.safecontact.incident.level;

import static org.safecontact.agency.Role.REGISTERED_MANAGER;
import static org.safecontact.agency.Role.TEAM_MANAGER;

import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.store.NoteRepository;
import org.springframework.stereotype.Component;

/**
 * Who may lower a level: MEDIUM a team manager, HIGH and IMMEDIATE a registered manager (contract, section 4); any level a registered manager
 * alone while somebody who knows of sexual abuse has not made their own report (practice, section 8).
 */
@Component
public class MayLower {

    private final Agency agency;
    private final NoteRepository notes;

    MayLower(Agency agency, NoteRepository notes) {
        this.agency = agency;
        this.notes = notes;
    }

    /**
     * @param from the present level
     * @return why this person may not, in words for them; empty when they may
     */
    public Optional<String> refused(String reference, RiskLevel from, String personId) {
        if (agency.is(personId, REGISTERED_MANAGER)) {
            return Optional.empty();
        }
        if (!agency.is(personId, TEAM_MANAGER)) {
            return Optional.of("Only a manager may lower how serious it is.");
        }
        if (from.urgent()) {
            return Optional.of("Only a registered manager may lower this one.");
        }
        return notes.abuseReportMissing(reference)
                ? Optional.of("Somebody who knows of sexual abuse has not made their own report yet."
                        + " Only a registered manager may lower this one.")
                : Optional.empty();
    }
}
