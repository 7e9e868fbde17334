package org.safecontact.incident.carer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.incident.Additions;
import org.safecontact.incident.Noted;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/** A carer who keeps the evidence wants to ask before anybody is blocked (practice, section 4): open until somebody wrote for the carer after it. */
@Component
public class AskedAboutBlocking implements AlsoForTheCarer {

    /** The question of the form, and the answer that asks; as both stand in the record. */
    static final String QUESTION = "Was anybody blocked?";

    static final String ASK_FIRST = "I want to ask first";

    private static final String FOR_WORKERS =
            "**The carer asks whether to block: please answer in what you write for the"
                    + " carer.** Nobody is blocked until then. Blackmail: do not pay, stop contact and block, delete nothing,"
                    + " report. A relative: not without the plan. Somebody building secret trust: ask the police first.";

    private static final String FOR_THE_CARER =
            "You asked about blocking: do not block yet. Whoever has this tells you.";

    private final CaseRecord record;
    private final NoteRepository notes;

    AskedAboutBlocking(CaseRecord record, NoteRepository notes) {
        this.record = record;
        this.notes = notes;
    }

    /** For whoever answers, assesses, signs or reviews; empty where nobody asks, or somebody wrote since what the carer reads. */
    public String inText(List<Entry> entries) {
        return entries.stream()
                .findFirst()
                .filter(any -> open(read(any.reference(), entries)))
                .map(any -> FOR_WORKERS)
                .orElse("");
    }

    @Override
    public List<String> lines(String reference) {
        return open(read(reference, record.entries(reference))) ? List.of(FOR_THE_CARER) : List.of();
    }

    /** An assessment answers the carer once a second person has signed it: before that they do not read it. */
    private List<Entry> read(String reference, List<Entry> entries) {
        Optional<Instant> signed = notes.newestAt(reference, Noted.SECOND_SIGNATURE, "sign");
        return entries.stream()
                .filter(entry -> !entry.title().equals(ForTheCarer.ASSESSMENT)
                        || signed.filter(at -> !at.isBefore(entry.writtenAt())).isPresent())
                .toList();
    }

    private static boolean open(List<Entry> entries) {
        boolean open = false;
        for (Entry entry : entries) {
            open = says(entry).orElse(open && !forTheCarer(entry));
        }
        return open;
    }

    private static Optional<Boolean> says(Entry entry) {
        return entry.statements().stream()
                .filter(said -> said.question().equals(QUESTION))
                .map(said -> said.answer().equals(ASK_FIRST))
                .findFirst();
    }

    private static boolean forTheCarer(Entry entry) {
        return entry.title().equals(Additions.TO_EVERYBODY)
                || entry.statements().stream()
                        .anyMatch(said ->
                                said.question().equals(ForTheCarer.QUESTION) || ForTheCarer.isAgreed(said.question()));
    }
}
