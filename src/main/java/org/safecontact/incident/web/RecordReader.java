package org.safecontact.incident.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.EarlierReports;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Authors;
import org.safecontact.incident.WhoseWords;
import org.safecontact.incident.voice.ChildSays;
import org.safecontact.incident.voice.EntriesInSight;
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
    private final EntriesInSight sight;
    private final WhoseWords words;
    private final Authors authors;
    private final Agency agency;
    private final HumanTime time;

    RecordReader(
            CaseRecord record,
            EarlierReports earlier,
            EntriesInSight sight,
            WhoseWords words,
            Authors authors,
            Agency agency,
            HumanTime time) {
        this.record = record;
        this.earlier = earlier;
        this.sight = sight;
        this.words = words;
        this.authors = authors;
        this.agency = agency;
        this.time = time;
    }

    /** The entries of a case by number; the reading is kept. */
    @Transactional
    List<ReadableEntry> read(String reference, String personId) {
        earlier.requireRead(personId, reference);
        List<Entry> entries = sight.of(reference, personId, record.read(reference, authors.of(personId)));
        SaidOnce once = new SaidOnce();
        return AskedAgain.folded(inOrder(entries)).stream().map(once::of).toList();
    }

    /**
     * One entry, with what the child says about it; the reading is kept.
     *
     * @throws NotYours when this person does not read it, or there is none
     */
    @Transactional
    ReadableEntry one(String reference, int number, String personId) {
        earlier.requireRead(personId, reference);
        return inOrder(sight.of(reference, personId, record.readPart(reference, authors.of(personId)))).stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .orElseThrow(NotYours::new);
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
                .flatMap(asked -> sight.tookTheCall(asked, Set.of(personId)))
                .stream()
                .flatMap(took -> record.entries(reference).stream()
                        .filter(entry -> EntriesInSight.isReport(entry)
                                && entry.author().personId().equals(took)));
    }

    /** What the child says about an entry stands under it, not in its own place. */
    private List<ReadableEntry> inOrder(List<Entry> entries) {
        Map<Integer, List<ReadableEntry>> said = new HashMap<>();
        List<ReadableEntry> all = readable(entries);
        for (int at = 0; at < all.size(); at++) {
            ReadableEntry one = all.get(at);
            ChildSays.about(entries.get(at))
                    .ifPresent(about -> said.computeIfAbsent(about, any -> new ArrayList<>())
                            .add(withoutNumber(one)));
        }
        Set<Integer> under = said.values().stream()
                .flatMap(List::stream)
                .map(ReadableEntry::number)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(entry -> !under.contains(entry.number()))
                .map(entry -> entry.underIt(said.getOrDefault(entry.number(), List.of())))
                .toList();
    }

    private static ReadableEntry withoutNumber(ReadableEntry said) {
        return said.with(said.statements().stream()
                .filter(statement -> !statement.question().equals(ChildSays.ABOUT))
                .toList());
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
