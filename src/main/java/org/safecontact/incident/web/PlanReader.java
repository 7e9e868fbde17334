package org.safecontact.incident.web;

import java.util.List;
import java.util.Optional;
import org.safecontact.access.EarlierReports;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Authors;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What changed last in a child's Safer Care Plan and why, as it was signed, for whoever works on a report about the child. */
@Component
class PlanReader {

    /**
     * @param reference the report in whose record it stands
     * @param signed when and by whom, in words
     * @param statements what was written
     * @param readable whether the reader may open that report too
     */
    record SignedPlan(String reference, String signed, List<Statement> statements, boolean readable) {}

    private final SaferCarePlans plans;
    private final EarlierReports earlier;
    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final HumanTime times;

    PlanReader(
            SaferCarePlans plans,
            EarlierReports earlier,
            CaseRecord record,
            Authors authors,
            Agency agency,
            HumanTime times) {
        this.plans = plans;
        this.earlier = earlier;
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.times = times;
    }

    /** Empty where none was signed, or it is not this person's to read; the reading is kept. */
    @Transactional
    Optional<SignedPlan> read(String childId, String personId) {
        return plans.signedLast(childId)
                .filter(signed -> earlier.mayReadPlan(personId, signed.reference()))
                .map(signed -> new SignedPlan(
                        signed.reference(),
                        "Signed " + times.full(signed.at()) + " by " + agency.nameOf(signed.by()),
                        SaferCarePlans.words(signed, record.readPart(signed.reference(), authors.of(personId))),
                        earlier.mayRead(personId, signed.reference())));
    }
}
