package org.safecontact.incident.carer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseFinder;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a report ended that is closed, and what holds from now on, as whoever closed it wrote for the carer: the last that a home is told. */
@NamedInterface("carer")
@Service
@Transactional(readOnly = true)
public class HowItEnded {

    /** The question of the form, as it stands in the record. */
    static final String QUESTION = "For the carer: how this ended, and what holds from now on";

    private final CaseRecord record;
    private final CaseFiles files;
    private final CaseFinder finder;
    private final Agency agency;
    private final HumanTime times;
    private final Clock clock;

    HowItEnded(CaseRecord record, CaseFiles files, CaseFinder finder, Agency agency, HumanTime times, Clock clock) {
        this.record = record;
        this.files = files;
        this.finder = finder;
        this.agency = agency;
        this.times = times;
        this.clock = clock;
    }

    /** Of a closed report, where to read how it ended. */
    @NamedInterface("carer")
    public record Ended(String reference, NewsForTheCarer.News news) {}

    /** Empty where nobody wrote that. */
    Optional<String> words(String reference) {
        return record.entries(reference).stream()
                .flatMap(entry -> entry.statements().stream())
                .filter(said -> said.question().equals(QUESTION))
                .map(Statement::answer)
                .map(String::strip)
                .reduce((earlier, later) -> later);
    }

    /** What was closed lately about a child of this carer's home, as far as they may read it. */
    public List<Ended> lately(String personId) {
        Instant since = clock.instant().minus(agency.length(HouseTime.CLOSED_ON_LIST));
        return agency.person(personId).flatMap(Person::householdId).map(agency::childrenOf).orElse(List.of()).stream()
                .flatMap(child -> finder.earlier(personId, child.id(), "").stream())
                .flatMap(reference -> files.find(reference).flatMap(CaseFile::closedAt).stream()
                        .filter(at -> at.isAfter(since) && words(reference).isPresent())
                        .map(at -> new Ended(
                                reference,
                                new NewsForTheCarer.News(
                                        "Closed " + times.at(at) + ": how it ended, and what holds from now on",
                                        "c/" + reference))))
                .toList();
    }
}
