package org.safecontact.incident.carer;

import java.util.List;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.Additions;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/** What a manager tells everybody on the case. */
@Component
class SaidToEverybody implements AlsoForTheCarer, NewsForTheCarer {

    private final CaseRecord record;
    private final Agency agency;
    private final HumanTime times;

    SaidToEverybody(CaseRecord record, Agency agency, HumanTime times) {
        this.record = record;
        this.agency = agency;
        this.times = times;
    }

    @Override
    public List<String> lines(String reference) {
        return said(reference)
                .map(entry -> "From " + agency.nameOf(entry.author().personId()) + ", " + times.at(entry.writtenAt())
                        + ": " + entry.statements().get(0).answer())
                .toList();
    }

    @Override
    public List<News> on(String reference) {
        return said(reference)
                .reduce((earlier, later) -> later)
                .map(entry ->
                        new News("A manager wrote something for you " + times.at(entry.writtenAt()), "c/" + reference))
                .stream()
                .toList();
    }

    private Stream<Entry> said(String reference) {
        return record.entries(reference).stream().filter(entry -> entry.title().equals(Additions.TO_EVERYBODY));
    }
}
