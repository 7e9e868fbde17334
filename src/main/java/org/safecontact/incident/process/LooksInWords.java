package org.safecontact.incident.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.incident.LooksOnRecord;
import org.safecontact.incident.WrittenTogether;
import org.safecontact.incident.level.Levels;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** What somebody saw who looked how the child is: out of the record, the newest first. */
@Component
class LooksInWords {

    /** Also looks that another report opened, as they are told in this one. */
    private static final Set<String> WITH_COPIES = Stream.concat(
                    LooksOnRecord.HEADINGS.stream(),
                    LooksOnRecord.HEADINGS.stream().map(heading -> heading + LooksOnRecord.IN_FULL))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<EntryKind> SEEN_AND_SAID = Set.of(EntryKind.FACT, EntryKind.CHILDS_WORDS);

    private static final String NONE = "None of these";

    /** How many looks somebody reads who takes over: more stand in the record. */
    private static final int LATELY = 3;

    private final Agency agency;
    private final HumanTime time;

    LooksInWords(Agency agency, HumanTime time) {
        this.agency = agency;
        this.time = time;
    }

    /**
     * Where that is why people are asked now.
     *
     * @param entries the whole record
     * @param reads what of it this person reads
     * @return empty where it was decided last for anything but a look
     */
    String whyNow(List<Entry> entries, Predicate<Entry> reads) {
        List<List<Entry>> looks = new ArrayList<>();
        int end = entries.size();
        while (end > 0 && !entries.get(end - 1).title().equals(Levels.HOW_SERIOUS)) {
            end--;
        }
        List<Entry> newest = lookBefore(entries, end - 1);
        if (newest.isEmpty()) {
            return "";
        }
        looks.add(newest);
        if (worse(newest)) {
            int before = end - 1 - newest.size();
            while (before > 0 && !isLook(entries.get(before - 1))) {
                before--;
            }
            List<Entry> earlier = lookBefore(entries, before);
            if (worse(earlier)) {
                looks.add(earlier);
            }
        }
        return inText("**Why you are asked now: how the child is.**", looks, reads);
    }

    /**
     * The newest looks, whatever they led to.
     *
     * @param entries the whole record
     * @param reads what of it this person reads
     */
    String lately(List<Entry> entries, Predicate<Entry> reads) {
        List<List<Entry>> looks = newestFirst(entries).limit(LATELY).toList();
        return inText("**How the child is, as it was seen since:**", looks, reads);
    }

    /** All of them in a line: <i>3 looks, the last on Friday 4 December at 20:00: As usual; worse in 1; nobody looked 1 time</i>. */
    String soFar(List<Entry> entries, Predicate<Entry> reads) {
        List<Entry> compared = newestFirst(entries, WITH_COPIES)
                .flatMap(look -> look.stream()
                        .filter(reads)
                        .filter(entry -> !compared(entry).isEmpty()))
                .toList();
        long worse = compared.stream()
                .filter(entry -> compared(entry).equals(LooksOnRecord.WORSE))
                .count();
        long missed = entries.stream()
                .filter(reads)
                .filter(entry -> entry.title().equals(LooksOnRecord.MISSED))
                .count();
        String last = compared.isEmpty()
                ? "nobody has looked"
                : compared.size() + (compared.size() == 1 ? " look" : " looks") + ", the last "
                        + time.at(compared.get(0).writtenAt()) + ": " + compared(compared.get(0));
        return last
                + (worse == 0 ? "" : "; worse in " + worse)
                + (missed == 0 ? "" : "; nobody looked " + missed + (missed == 1 ? " time" : " times"));
    }

    private static Stream<List<Entry>> newestFirst(List<Entry> entries) {
        return newestFirst(entries, LooksOnRecord.HEADINGS);
    }

    private static Stream<List<Entry>> newestFirst(List<Entry> entries, Set<String> headings) {
        return headings.stream()
                .flatMap(heading -> WrittenTogether.of(entries, heading).stream())
                .sorted(Comparator.comparing((List<Entry> look) -> look.get(0).number())
                        .reversed());
    }

    private static String compared(Entry entry) {
        return EntriesInText.answer(entry, LooksOnRecord.COMPARED);
    }

    private String inText(String heading, List<List<Entry>> looks, Predicate<Entry> reads) {
        String seen = looks.stream()
                .map(look -> look.stream().filter(reads).toList())
                .filter(look -> !look.isEmpty())
                .map(this::inText)
                .collect(Collectors.joining("\n\n"));
        return seen.isEmpty() ? "" : heading + "\n\n" + seen;
    }

    /** All that was written with the entry before that one, where it is of a look. */
    private static List<Entry> lookBefore(List<Entry> entries, int end) {
        if (end <= 0 || !isLook(entries.get(end - 1))) {
            return List.of();
        }
        return WrittenTogether.of(entries.subList(0, end), entries.get(end - 1).title()).stream()
                .reduce((earlier, later) -> later)
                .orElse(List.of());
    }

    private static boolean isLook(Entry entry) {
        return LooksOnRecord.HEADINGS.contains(entry.title());
    }

    private static boolean worse(List<Entry> look) {
        return look.stream().anyMatch(entry -> compared(entry).equals(LooksOnRecord.WORSE));
    }

    private String inText(List<Entry> look) {
        Entry first = look.get(0);
        return look.stream()
                .filter(entry -> SEEN_AND_SAID.contains(entry.kind()))
                .flatMap(entry -> entry.statements().stream()
                        .map(Statement::answer)
                        .filter(answer -> !answer.equals(NONE))
                        .map(answer -> entry.kind() == EntryKind.CHILDS_WORDS
                                ? "The child's words: *" + AsTyped.inText(answer) + "*"
                                : AsTyped.inText(answer)))
                .collect(Collectors.joining(
                        " · ",
                        "**" + agency.nameOf(first.author().personId()) + ", " + time.at(first.writtenAt()) + ":** ",
                        ""));
    }
}
