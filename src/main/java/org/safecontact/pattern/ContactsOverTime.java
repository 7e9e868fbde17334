package org.safecontact.pattern;

import static org.safecontact.pattern.InWords.counted;
import static org.safecontact.pattern.InWords.how;
import static org.safecontact.pattern.InWords.is;
import static org.safecontact.pattern.InWords.who;
import static org.safecontact.pattern.InWords.words;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.ChildAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.KeptLooks;
import org.safecontact.plan.PlanCheck;
import org.safecontact.plan.PlanPeople;
import org.safecontact.record.Statement;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts with a child over time, for whoever reads what is agreed for it: what they were, how many, and how the child was. Facts, no judgement. */
@Service
@Transactional
public class ContactsOverTime {

    /** Heading of the entry that keeps a reading by duty (practice, section 1). */
    public static final String READ_ON_DUTY = "Contacts over time were read on duty";

    /** Stands in an address for contact of which nobody knows with whom it was. */
    private static final String NOT_KNOWN = "0";

    private final Gathered gathered;
    private final PlanPeople people;
    private final ChildAccess access;
    private final KeptLooks looks;
    private final Agency agency;
    private final HumanTime times;
    private final Clock clock;

    ContactsOverTime(
            Gathered gathered,
            PlanPeople people,
            ChildAccess access,
            KeptLooks looks,
            Agency agency,
            HumanTime times,
            Clock clock) {
        this.gathered = gathered;
        this.people = people;
        this.access = access;
        this.looks = looks;
        this.agency = agency;
        this.times = times;
        this.clock = clock;
    }

    /** What was chosen, by the names that stand in the address; what none of them knows counts as not chosen. */
    public record Chosen(String span, String person, String channel) {}

    public record Option(String id, String words, boolean chosen) {}

    /**
     * A contact in the register.
     *
     * @param details a sentence each
     * @param page where it stands in full; empty where there is nothing to open
     */
    public record Line(String what, String when, List<String> details, String reference, String page) {}

    /** A line of a table with its bar. */
    public record Row(String what, Drawing bar, String says) {}

    /** A week of a table. */
    public record Week(String from, List<String> says) {}

    /**
     * Pictures, each with what it shows in words.
     *
     * @param weeks contacts by week, one by planned or not
     * @param looks looks by week
     * @param routines in what the child was different
     */
    public record Charts(
            Drawing weeks,
            List<Week> inWeeks,
            List<Row> byPerson,
            List<Row> before,
            Optional<Drawing> looks,
            Drawing routines,
            List<Week> inLooks) {}

    /**
     * @param says the figures, a sentence each
     * @param cut what is left out, a sentence; empty where nothing is
     * @param charts empty where there is nothing to draw
     * @param because the open case because of which duty reads it
     */
    public record Page(
            Child child,
            List<Option> spans,
            List<Option> persons,
            List<Option> channels,
            List<String> says,
            String cut,
            Optional<Charts> charts,
            List<Line> lines,
            Optional<String> because) {}

    /** @throws org.safecontact.access.NotYours when what is kept about the child is not this person's to read */
    public Page read(String childId, String personId, Chosen chosen) {
        access.requireRead(personId, childId);
        Child child = agency.child(childId).orElseThrow();
        Optional<String> because = access.becauseOf(personId, childId);
        because.ifPresent(reference -> looks.once(
                reference,
                READ_ON_DUTY,
                List.of(new Statement("Who", agency.nameOf(personId)), new Statement("About", child.label())),
                personId));
        boolean records = because.isEmpty()
                && agency.person(personId)
                        .filter((Person known) -> known.is(Role.CARER))
                        .isEmpty();
        Span span = Span.of(chosen.span()).orElse(Span.THREE_MONTHS);
        LocalDate today = clock.instant().atZone(London.ZONE).toLocalDate();
        Instant from = span.since(today).atStartOfDay(London.ZONE).toInstant();
        Gathered.All all = gathered.of(childId, personId, records, from);

        Map<String, String> labels = new HashMap<>(Map.of(PlanCheck.SOMEBODY_ELSE, "somebody else"));
        people.of(childId).forEach(person -> labels.put(person.id(), person.label()));
        List<Option> persons = persons(all.contacts(), labels, chosen.person());
        List<Option> channels = channels(all.contacts(), chosen.channel());
        List<Happened> contacts = all.contacts().stream()
                .filter(one -> isChosen(persons, who(one, labels)))
                .filter(one -> isChosen(channels, how(one)))
                .toList();
        LocalDate since = all.cut() || span == Span.ALL ? oldest(all, today) : span.since(today);
        Weeks weeks = Weeks.between(since, today);
        return new Page(
                child,
                Stream.of(Span.values())
                        .map(each -> new Option(each.id(), each.words(), each == span))
                        .toList(),
                persons,
                channels,
                says(contacts, all.looks(), labels, since),
                cut(all, since, weeks),
                contacts.isEmpty() && all.looks().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Pictures.charts(contacts, all.looks(), labels, weeks)),
                contacts.stream().map(one -> line(one, labels)).toList(),
                because);
    }

    // ---- words

    private static List<String> says(
            List<Happened> all, List<Look> looks, Map<String, String> labels, LocalDate since) {
        List<String> says = new ArrayList<>();
        List<Happened> contacts = all.stream().filter(Happened::tookPlace).toList();
        String from = " since " + HumanTime.date(since);
        Map<String, List<Happened>> byPerson = contacts.stream()
                .collect(Collectors.groupingBy(one -> who(one, labels), LinkedHashMap::new, Collectors.toList()));
        if (contacts.isEmpty()) {
            says.add("No contact stands here" + (all.isEmpty() ? "" : from) + ".");
        } else if (byPerson.size() == 1) {
            byPerson.forEach((who, with) ->
                    says.add(many(with.size(), "contact") + " with " + who + from + "; " + notPlanned(with) + "."));
        } else {
            says.add(many(contacts.size(), "contact") + from + "; " + notPlanned(contacts) + ".");
            byPerson.forEach((who, with) ->
                    says.add(many(with.size(), "contact") + " with " + who + "; " + notPlanned(with) + "."));
        }
        int missed = all.size() - contacts.size();
        if (missed > 0) {
            says.add(many(missed, "agreed contact") + " did not happen.");
        }
        if (!looks.isEmpty()) {
            says.add(many(looks.size(), "look") + " at how the child is: " + compared(looks) + ".");
        }
        return says;
    }

    private static String notPlanned(List<Happened> contacts) {
        long not = contacts.stream().filter(one -> !one.planned()).count();
        if (contacts.size() == 1) {
            return not == 1 ? "it was not planned" : "it was planned";
        }
        return not == 0 ? "all were planned" : not + (not == 1 ? " was" : " were") + " not planned";
    }

    private static String compared(List<Look> looks) {
        return Stream.of(Seen.Compared.values())
                .map(how -> counted(
                        words(how), looks.stream().filter(look -> is(look, how)).count()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String many(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String cut(Gathered.All all, LocalDate since, Weeks weeks) {
        if (all.cut()) {
            return "Only the newest " + Gathered.MOST + " contacts are here and counted, back to "
                    + HumanTime.date(since) + ". Please choose a shorter time.";
        }
        return weeks.first().isAfter(since)
                ? "The weeks are drawn from " + HumanTime.date(weeks.first())
                        + " on; everything else is of the whole time."
                : "";
    }

    private static LocalDate oldest(Gathered.All all, LocalDate today) {
        Stream<Instant> contacts = all.contacts().stream().map(Happened::at);
        Stream<Instant> looks = all.looks().stream().map(Look::dueAt);
        return (all.cut() ? contacts : Stream.concat(contacts, looks))
                .min(Instant::compareTo)
                .map(at -> at.atZone(London.ZONE).toLocalDate())
                .orElse(today);
    }

    private Line line(Happened one, Map<String, String> labels) {
        List<String> details = new ArrayList<>();
        details.add(
                one.planned()
                        ? "Planned, " + one.compared()
                        : "Not planned" + (one.compared().isEmpty() ? "" : ", " + one.compared()));
        List<String> child = new ArrayList<>();
        one.before().ifPresent(was -> child.add("before: " + was.words()));
        one.after().ifPresent(was -> child.add("afterwards: " + was.words()));
        one.reported().ifPresent(was -> child.add("when it was reported: " + was.words()));
        if (!child.isEmpty()) {
            details.add("The child, " + String.join("; ", child));
        }
        return new Line(
                one.what() + " with " + who(one, labels)
                        + one.channel().map(how -> ", " + how.words()).orElse(""),
                times.full(one.at()),
                details.stream().map(each -> each.replaceFirst(", $", "") + ".").toList(),
                one.reference().orElse(""),
                one.reference()
                        .map(reference -> "/safe-contact/c/" + reference + (reference.startsWith("CON") ? "/r" : ""))
                        .orElse(""));
    }

    // ---- what can be chosen: nobody of whom nothing is here

    private static List<Option> persons(List<Happened> contacts, Map<String, String> labels, String chosen) {
        Map<String, String> options = new TreeMap<>();
        contacts.forEach(one -> options.put(
                who(one, labels), one.personId().filter(labels::containsKey).orElse(NOT_KNOWN)));
        return options.entrySet().stream()
                .map(option -> new Option(
                        option.getValue(), option.getKey(), option.getValue().equals(chosen)))
                .toList();
    }

    /** By a number: an address says nothing of what was looked for. */
    private static List<Option> channels(List<Happened> contacts, String chosen) {
        return contacts.stream()
                .flatMap(one -> one.channel().stream())
                .distinct()
                .sorted()
                .map(channel -> new Option(
                        String.valueOf(channel.ordinal() + 1),
                        channel.words(),
                        String.valueOf(channel.ordinal() + 1).equals(chosen)))
                .toList();
    }

    private static boolean isChosen(List<Option> options, String words) {
        return options.stream().noneMatch(Option::chosen)
                || options.stream()
                        .anyMatch(option -> option.chosen() && option.words().equals(words));
    }
}
