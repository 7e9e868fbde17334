package org.safecontact.wellbeing.process;

import java.util.List;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.LooksOnRecord;
import org.safecontact.incident.carer.AlsoForTheCarer;
import org.safecontact.record.CaseRecord;
import org.springframework.stereotype.Component;

/** What a worker who saw the child agreed with the carer: what is agreed with somebody stands where they read it again. */
@Component
class AgreedAtTheVisit implements AlsoForTheCarer {

    /** The question of the form, as it stands in the record. */
    private static final String AGREED = "What did you agree, and who does it by when?";

    private static final Set<String> HEADINGS = Set.of(Touchpoint.SEEN, Touchpoint.SEEN + LooksOnRecord.IN_FULL);

    private final CaseRecord record;
    private final Agency agency;
    private final HumanTime times;

    AgreedAtTheVisit(CaseRecord record, Agency agency, HumanTime times) {
        this.record = record;
        this.agency = agency;
        this.times = times;
    }

    /** Of the newest visit. */
    @Override
    public List<String> lines(String reference) {
        return record.entries(reference).stream()
                .filter(entry -> HEADINGS.contains(entry.title()))
                .flatMap(entry -> entry.statements().stream()
                        .filter(said -> said.question().equals(AGREED))
                        .map(said ->
                                "Agreed with " + agency.nameOf(entry.author().personId()) + ", who saw the child, "
                                        + times.at(entry.writtenAt()) + ": "
                                        + said.answer().strip()))
                .reduce((earlier, later) -> later)
                .stream()
                .toList();
    }
}
