package org.safecontact.pattern;

import static org.safecontact.pattern.InWords.counted;
import static org.safecontact.pattern.InWords.how;
import static org.safecontact.pattern.InWords.is;
import static org.safecontact.pattern.InWords.who;
import static org.safecontact.pattern.InWords.words;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safecontact.agency.HumanTime;
import org.safecontact.contact.Presentation;
import org.safecontact.pattern.ContactsOverTime.Charts;
import org.safecontact.pattern.ContactsOverTime.Row;
import org.safecontact.pattern.ContactsOverTime.Week;
import org.safecontact.pattern.Drawing.Fill;
import org.safecontact.pattern.Drawing.Marks;
import org.safecontact.pattern.Drawing.Series;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.Seen;

/** Contacts and looks by week, by person and way, and by how the child was, drawn and in words. */
final class Pictures {

    private static final List<String> DIFFERENT_IN = List.of("sleep", "school", "eating", "routine", "mood", "worry");

    private Pictures() {}

    static Charts charts(List<Happened> all, List<Look> looks, Map<String, String> labels, Weeks weeks) {
        List<Happened> contacts = all.stream().filter(Happened::tookPlace).toList();
        List<Integer> planned = weeks.count(contacts, Happened::at, Happened::planned);
        List<Integer> notPlanned = weeks.count(contacts, Happened::at, one -> !one.planned());
        Map<String, List<Integer>> inLooks = new LinkedHashMap<>();
        Map<String, List<Integer>> around = new LinkedHashMap<>();
        around.put("Before contact", weeks.count(contacts, Happened::at, one -> upset(one.before())));
        around.put(
                "Afterwards", weeks.count(contacts, Happened::at, one -> upset(one.after()) || upset(one.reported())));
        DIFFERENT_IN.forEach(what -> inLooks.put(
                Character.toUpperCase(what.charAt(0)) + what.substring(1),
                weeks.count(
                        looks,
                        Look::dueAt,
                        look -> look.seen()
                                .filter(seen -> seen.different().contains(what))
                                .isPresent())));
        Map<Seen.Compared, List<Integer>> compared = new LinkedHashMap<>();
        for (Seen.Compared how : Seen.Compared.values()) {
            compared.put(how, weeks.count(looks, Look::dueAt, look -> is(look, how)));
        }
        Map<String, List<Integer>> lines = new LinkedHashMap<>(around);
        lines.putAll(inLooks);
        return new Charts(
                Drawing.columns(weeks, List.of(new Series(Fill.FULL, planned), new Series(Fill.STRIPED, notPlanned))),
                table(
                        weeks,
                        List.of(planned, notPlanned),
                        week -> List.of(String.valueOf(planned.get(week)), String.valueOf(notPlanned.get(week)))),
                byPerson(contacts, labels),
                howTheChildWas(contacts),
                looks.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Drawing.columns(
                                weeks,
                                List.of(
                                        new Series(Fill.HOLLOW, compared.get(Seen.Compared.BETTER)),
                                        new Series(Fill.STRIPED, compared.get(Seen.Compared.SAME)),
                                        new Series(Fill.FULL, compared.get(Seen.Compared.WORSE))))),
                Drawing.marks(
                        weeks,
                        lines.entrySet().stream()
                                .map(line -> new Marks(line.getKey(), line.getValue()))
                                .toList()),
                table(
                        weeks,
                        Stream.concat(compared.values().stream(), lines.values().stream())
                                .toList(),
                        week -> List.of(
                                inWeek(week, compared, InWords::words),
                                inWeek(week, inLooks, String::toLowerCase),
                                inWeek(week, around, String::toLowerCase))));
    }

    private static <K> String inWeek(int week, Map<K, List<Integer>> counts, Function<K, String> words) {
        return counts.entrySet().stream()
                .map(line -> counted(words.apply(line.getKey()), line.getValue().get(week)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** The weeks in which there was anything. */
    private static List<Week> table(Weeks weeks, List<List<Integer>> counts, Function<Integer, List<String>> says) {
        return IntStream.range(0, weeks.count())
                .filter(week -> counts.stream().anyMatch(line -> line.get(week) > 0))
                .mapToObj(week -> new Week(HumanTime.date(weeks.monday(week)), says.apply(week)))
                .toList();
    }

    private static List<Row> byPerson(List<Happened> contacts, Map<String, String> labels) {
        Map<String, List<Happened>> together = new TreeMap<>(
                contacts.stream().collect(Collectors.groupingBy(one -> who(one, labels) + ", " + how(one))));
        int most = together.values().stream().mapToInt(List::size).max().orElse(0);
        return together.entrySet().stream()
                .map(line -> {
                    int not = (int) line.getValue().stream()
                            .filter(one -> !one.planned())
                            .count();
                    int planned = line.getValue().size() - not;
                    return new Row(
                            line.getKey(),
                            Drawing.bar(most, List.of(planned, not), Fill.FULL, Fill.STRIPED),
                            Stream.of(counted("planned", planned), counted("not planned", not))
                                    .flatMap(Optional::stream)
                                    .collect(Collectors.joining(", ")));
                })
                .toList();
    }

    private static List<Row> howTheChildWas(List<Happened> contacts) {
        Map<String, List<Integer>> counts = new LinkedHashMap<>();
        counts.put("Before agreed contact", presentations(contacts, Happened::before));
        counts.put("Afterwards", presentations(contacts, Happened::after));
        counts.put("When a contact was reported", presentations(contacts, Happened::reported));
        counts.values().removeIf(line -> Collections.max(line) == 0);
        int most = counts.values().stream()
                .mapToInt(line -> line.stream().mapToInt(Integer::intValue).sum())
                .max()
                .orElse(0);
        return counts.entrySet().stream()
                .map(line -> new Row(
                        line.getKey(),
                        Drawing.bar(most, line.getValue(), Fill.HOLLOW, Fill.STRIPED, Fill.FULL),
                        IntStream.range(0, Presentation.values().length)
                                .mapToObj(at -> counted(
                                        Presentation.values()[at].words(),
                                        line.getValue().get(at)))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private static List<Integer> presentations(
            List<Happened> contacts, Function<Happened, Optional<Presentation>> when) {
        return Arrays.stream(Presentation.values())
                .map(how -> (int) contacts.stream()
                        .map(when)
                        .filter(was -> was.filter(how::equals).isPresent())
                        .count())
                .toList();
    }

    private static boolean upset(Optional<Presentation> was) {
        return was.filter(Predicate.not(Presentation.SETTLED::equals)).isPresent();
    }
}
