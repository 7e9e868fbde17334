package org.safecontact.incident.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.springframework.stereotype.Component;

/** What the times of a report cannot be. */
@Component
class TimesOfAReport {

    private static final String NOT_BORN = "This child was not born yet. Please look at the year.";

    private final Agency agency;

    TimesOfAReport(Agency agency) {
        this.agency = agency;
    }

    /** Every clock of a telephone report runs from the call: one of years ago would make all of them late in the moment it is written. */
    void requireRecentCall(Report report, Instant now) {
        Instant oldest = now.minus(agency.length(HouseTime.OLDEST_CALL));
        if (report.calledAt().filter(called -> called.isBefore(oldest)).isPresent()) {
            throw new FormRefused(
                    "calledAt",
                    "This call was too long ago to be reported as one. Please write it as your own report, and give what happened its own date.");
        }
    }

    /**
     * A child may tell what happened years ago, and a carer may have known it as long: only what was before the child was born is certainly a
     * slip. House default.
     */
    void requireAfterBirth(Report report) {
        Map<String, String> refused = new LinkedHashMap<>();
        Optional<Instant> born = agency.child(report.childId())
                .map(child -> child.dateOfBirth().atStartOfDay(London.ZONE).toInstant());
        report.happenedAt()
                .filter(at -> born.filter(at::isBefore).isPresent())
                .ifPresent(at -> refused.put("happenedAt", NOT_BORN));
        report.knownAt()
                .filter(at -> born.filter(at::isBefore).isPresent())
                .ifPresent(at -> refused.put("knownAt", NOT_BORN));
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
    }
}
