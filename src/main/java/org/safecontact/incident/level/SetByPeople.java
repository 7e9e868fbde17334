package org.safecontact.incident.level;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.springframework.stereotype.Component;

/** Levels that people set, and whether the table may overrule them (contract, section 4). */
@Component
class SetByPeople {

    /** Set in the moment in which the turn began: what is said with it is said since. */
    RiskDecision now(RiskLevel level, boolean police, String reason, String by, Instant turnBegan) {
        return new RiskDecision(level, police, false, reason, RiskDecision.BY_A_PERSON, "none", "", by, turnBegan);
    }

    /**
     * A level that a person raised stands against a table that says less, and so do the police that a person asked for; one that a manager
     * lowered stands until something worse is known.
     *
     * @param all every level that was set, newest first
     * @param worse whether anything worse is known than when it was decided last
     * @return what a person set, as of now; empty when the table decides
     */
    Optional<RiskDecision> stands(List<RiskDecision> all, RiskDecision byTable, boolean worse) {
        return all.stream()
                .filter(RiskDecision::byPerson)
                .findFirst()
                .filter(person -> {
                    int more = person.level().compareTo(byTable.level());
                    boolean lowered = more < 0 && all.get(0).byPerson();
                    boolean police = more == 0 && person.policeNow() && !byTable.policeNow();
                    return more > 0 || police || lowered && !worse;
                })
                .map(person -> carriedOn(person, byTable));
    }

    private RiskDecision carriedOn(RiskDecision person, RiskDecision byTable) {
        boolean raised = person.level().compareTo(byTable.level()) > 0;
        return new RiskDecision(
                person.level(),
                person.policeNow() || raised && byTable.policeNow(),
                false,
                person.reason(),
                RiskDecision.BY_A_PERSON,
                byTable.tableVersion(),
                byTable.signed(),
                person.decidedBy(),
                byTable.decidedAt());
    }
}
