package org.safecontact.incident.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.incident.carer.ForTheCarer;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/** Who has told the police, when, and with which reference, out of the record: whoever rings them again says the same reference. */
@Component
class WhoToldThePolice {

    /** The question of each form that says what was done, as it stands in the record. */
    private static final Set<String> DONE = Set.of("What was done?", "What came of it?", "The police");

    /** What else is answered there told them nothing, or says it of something else. */
    static final Set<String> TOLD = Set.of(
            CallPolice.RANG_999,
            CallPolice.RANG_101,
            CallPolice.REPORTED_ONLINE,
            "The carer rang 999",
            "The police are there",
            "were rung");

    private static final Set<String> HEADINGS = Set.of(CallPolice.POLICE, RingCarer.RUNG, ForTheCarer.ANSWERED);

    /** How every question for it begins. */
    private static final String REFERENCE = "Police reference";

    private static final String RUNG_AT = "When were the police rung?";

    private final Agency agency;
    private final HumanTime time;

    WhoToldThePolice(Agency agency, HumanTime time) {
        this.agency = agency;
        this.time = time;
    }

    /** A line for each, the newest last: <i>Frankie Nightingale, today at 22:06: I rang 101. Reference 4711/26.</i> */
    String inText(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> HEADINGS.contains(entry.title()))
                .flatMap(entry -> said(entry).stream()
                        .map(said -> agency.nameOf(entry.author().personId()) + ", " + time.at(entry.writtenAt()) + ": "
                                + said))
                .collect(Collectors.joining("\n\n"));
    }

    private static Optional<String> said(Entry entry) {
        boolean answer = entry.title().equals(ForTheCarer.ANSWERED);
        Stream<String> done = entry.statements().stream()
                .filter(said -> DONE.contains(said.question()) && TOLD.contains(said.answer()))
                .map(said ->
                        (answer ? "The police " + said.answer() : said.answer()) + (answer ? rungAt(entry) : "") + ".");
        Stream<String> references = entry.statements().stream()
                .filter(said -> said.question().startsWith(REFERENCE))
                .map(said -> "Reference **" + AsTyped.inText(said.answer()) + "**.");
        return Stream.concat(done, references).reduce((one, other) -> one + " " + other);
    }

    private static String rungAt(Entry entry) {
        String at = EntriesInText.answer(entry, RUNG_AT);
        return at.isEmpty() ? "" : ", " + at;
    }
}
