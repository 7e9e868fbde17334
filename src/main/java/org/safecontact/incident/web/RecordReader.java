package org.safecontact.incident.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.access.EarlierReports;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Authors;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.WhoseWords;
import org.safecontact.incident.report.ReportOnRecord;
import org.safecontact.incident.report.Reporting;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record as a person may read it. Workers and the child's social worker read all of a case that is theirs; carers
 * what their own home wrote or had written down on the telephone, for the rest is about how others see it (no level is ever shown to a carer: practice
 * notes, section 5).
 */
@Component
class RecordReader {

    private final CaseRecord record;
    private final EarlierReports earlier;
    private final Incidents incidents;
    private final WhoseWords words;
    private final Authors authors;
    private final Agency agency;
    private final HumanTime time;

    RecordReader(
            CaseRecord record,
            EarlierReports earlier,
            Incidents incidents,
            WhoseWords words,
            Authors authors,
            Agency agency,
            HumanTime time) {
        this.record = record;
        this.earlier = earlier;
        this.incidents = incidents;
        this.words = words;
        this.authors = authors;
        this.agency = agency;
        this.time = time;
    }

    /** The entries of a case by number; the reading is kept. */
    @Transactional
    List<ReadableEntry> read(String reference, String personId) {
        earlier.requireRead(personId, reference);
        List<Entry> entries = record.read(reference, authors.of(personId));
        if (readsOwnHomeOnly(personId)) {
            Set<String> home = words.homeOf(personId);
            Optional<String> tookTheCall = tookTheCall(reference, home);
            entries = entries.stream()
                    .filter(entry -> home.contains(entry.author().personId())
                            || isReport(entry)
                                    && tookTheCall
                                            .filter(entry.author().personId()::equals)
                                            .isPresent())
                    .toList();
        }
        SaidOnce once = new SaidOnce();
        return AskedAgain.folded(readable(entries)).stream().map(once::of).toList();
    }

    /** Whether the person reads only what their own home wrote. */
    boolean readsOwnHomeOnly(String personId) {
        return words.ownHomeOnly(personId);
    }

    /**
     * What the person wrote, also where they may no longer see the case: their receipt. Of one case also what was written down while they
     * told it on the telephone.
     *
     * @param reference of one case only; empty for all of them
     */
    @Transactional(readOnly = true)
    List<ReadableEntry> writtenBy(String personId, String reference) {
        return readable(Stream.concat(
                                record.writtenBy(personId).stream()
                                        .filter(entry -> reference.isEmpty()
                                                || entry.reference().equals(reference)),
                                toldByTelephone(personId, reference))
                        .toList())
                .stream()
                .map(entry -> entry.with(entry.statements()))
                .toList();
    }

    private Stream<Entry> toldByTelephone(String personId, String reference) {
        return Optional.of(reference)
                .filter(asked -> earlier.mayRead(personId, asked))
                .flatMap(asked -> tookTheCall(asked, Set.of(personId)))
                .stream()
                .flatMap(took -> record.entries(reference).stream()
                        .filter(entry ->
                                isReport(entry) && entry.author().personId().equals(took)));
    }

    /** Who wrote the report down while somebody of this home told it on the telephone. */
    private Optional<String> tookTheCall(String reference, Set<String> home) {
        return incidents
                .find(reference)
                .filter(incident -> home.contains(incident.reporterId()))
                .flatMap(Incident::takenBy);
    }

    private static boolean isReport(Entry entry) {
        return entry.title().equals(Reporting.ANSWERS) || entry.title().equals(ReportOnRecord.REPORTED);
    }

    private List<ReadableEntry> readable(List<Entry> entries) {
        return entries.stream()
                .map(entry -> ReadableEntry.of(entry, time, agency, supersededBy(entries, entry)))
                .toList();
    }

    private static List<Integer> supersededBy(List<Entry> entries, Entry entry) {
        return entries.stream()
                .filter(other -> other.reference().equals(entry.reference())
                        && Integer.valueOf(entry.number()).equals(other.supersedes()))
                .map(Entry::number)
                .toList();
    }
}
