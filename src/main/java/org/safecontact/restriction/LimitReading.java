package org.safecontact.restriction;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.plan.AlsoAgreed;
import org.safecontact.plan.PlanReading;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Limits as people read them: on the page of what is agreed, on a page of their own, and in the forms. Never one that is kept from the reader. */
@Service
@Transactional(readOnly = true)
public class LimitReading implements AlsoAgreed {

    private static final String HEADING = "Limits on phone or apps";

    /** Headings of the forms with which it can be lifted, and what each asks then, as it stands in the record; the first asks nothing. */
    private static final Map<String, String> WHY_LIFTED = Map.of(
            LimitDecisions.WRITTEN, "",
            LimitDecisions.RATIFIED, "Why?",
            LimitDecisions.LOOKED_AT, "Why can it be over?");

    private static final String ABOUT_TO_HAPPEN = "What was, or is, about to happen?";

    private final RestrictionRepository repository;
    private final RestrictionWords words;
    private final LimitPeople people;
    private final ChildAccess children;
    private final CaseAccess access;
    private final CaseRecord record;
    private final Agency agency;
    private final HumanTime time;
    private final Clock clock;

    LimitReading(
            RestrictionRepository repository,
            RestrictionWords words,
            LimitPeople people,
            ChildAccess children,
            CaseAccess access,
            CaseRecord record,
            Agency agency,
            HumanTime time,
            Clock clock) {
        this.repository = repository;
        this.words = words;
        this.people = people;
        this.children = children;
        this.access = access;
        this.record = record;
        this.agency = agency;
        this.time = time;
        this.clock = clock;
    }

    /**
     * A limit on its page.
     *
     * @param mayLook whether this person may look at it before its day
     */
    public record Shown(
            String reference, String words, String state, List<String> details, boolean runs, boolean mayLook) {}

    /**
     * @param none what stands there where none runs; empty where one does
     * @param mayPropose whether this person may ask for one
     */
    public record Page(Child child, List<Shown> limits, String none, boolean mayPropose) {}

    @Override
    public String path(String childId) {
        return "/safe-contact/l/" + childId;
    }

    @Override
    public String more() {
        return "All of it, and asking for it";
    }

    @Override
    public PlanReading.Part about(String childId, String personId) {
        List<Restriction> readable = readable(childId, personId);
        Stream<PlanReading.Line> run = readable.stream()
                .filter(Restriction::runs)
                .map(one -> new PlanReading.Line(0, words.line(one), detailsWithChild(one), ""));
        Stream<PlanReading.Line> over = readable.stream()
                .filter(this::endedLately)
                .map(one -> new PlanReading.Line(0, "Over: " + words.past(one), List.of(state(one) + "."), ""));
        return new PlanReading.Part(HEADING, Stream.concat(run, over).toList());
    }

    private boolean endedLately(Restriction restriction) {
        Instant since = clock.instant().minus(agency.length(HouseTime.OVER_SHOWN));
        return restriction.isOver()
                && restriction.steps().stream()
                        .filter(step -> step.what() == Step.What.LIFTED || step.what() == Step.What.LAPSED)
                        .anyMatch(step -> step.at().isAfter(since));
    }

    /** The same for who is kept away from one that runs: they would learn that there is something, and it is true for them too. */
    @Override
    public String none(String childId, String personId) {
        return readable(childId, personId).stream().anyMatch(Restriction::runs) ? "" : "No limit stands here now.";
    }

    /** @throws org.safecontact.access.NotYours when what is kept about the child is not this person's to read */
    public Page page(String childId, String personId) {
        children.requireRead(personId, childId);
        return new Page(
                agency.child(childId).orElseThrow(),
                readable(childId, personId).stream()
                        .map(one -> shown(one, personId))
                        .toList(),
                none(childId, personId),
                people.mayPropose(personId, childId));
    }

    /**
     * How it stands, and what belongs to it, in sentences.
     *
     * @throws NotYours when it is not this person's to read, or there is none of that reference
     */
    public List<String> stands(String reference, String personId) {
        access.requireRead(personId, reference);
        Restriction restriction = repository.find(reference).orElseThrow(NotYours::new);
        List<String> lines = new ArrayList<>();
        lines.add(words.standing(restriction));
        lines.addAll(needs(restriction));
        return lines;
    }

    private Shown shown(Restriction restriction, String personId) {
        return new Shown(
                restriction.reference(),
                restriction.isOver() ? words.past(restriction) : words.line(restriction),
                state(restriction),
                detailsWithChild(restriction),
                restriction.runs(),
                people.mayLook(personId, restriction.reference()));
    }

    private String state(Restriction restriction) {
        String since = time.full(
                restriction.steps().get(restriction.steps().size() - 1).at());
        return switch (restriction.state()) {
                    case RUNS -> restriction.toRatify() ? "Runs; a registered manager is asked to look at it" : "Runs";
                    case WAITS_FOR_OTHERS -> "Not yet: others decide first";
                    case REFUSED -> "Not allowed";
                    case LIFTED -> "Lifted";
                    case LAPSED -> "Ended by itself";
                    case NOT_DECIDED -> "Nobody decided before its end";
                    case BEGUN, NOTHING -> "Nothing is limited";
                }
                + " (" + since + ")" + (restriction.returned() ? ". Undone, and somebody talked with the child" : "");
    }

    private List<String> detailsWithChild(Restriction restriction) {
        List<String> details = new ArrayList<>(details(restriction));
        whyLifted(restriction).ifPresent(why -> details.add("Why it was lifted: " + why));
        if (restriction.runs()) {
            details.add(words.toTheChild(restriction));
        }
        return details;
    }

    /** Where the case in which it was made keeps the reader away, so does the limit. */
    private List<Restriction> readable(String childId, String personId) {
        return repository.ofChild(childId).stream()
                .filter(one -> one.state() != Restriction.State.BEGUN && one.state() != Restriction.State.NOTHING)
                .filter(one -> access.mayRead(personId, one.reference()))
                .toList();
    }

    public String line(Restriction restriction) {
        return words.line(restriction);
    }

    public List<String> details(Restriction restriction) {
        return words.details(restriction);
    }

    public String standing(Restriction restriction) {
        return words.standing(restriction);
    }

    public String toTheChild(Restriction restriction) {
        return words.toTheChild(restriction);
    }

    /** Why it was lifted, as whoever did so wrote in the form that lifted it, which is the last of them; empty where nobody had to say. */
    public Optional<String> whyLifted(Restriction restriction) {
        if (restriction.state() != Restriction.State.LIFTED) {
            return Optional.empty();
        }
        List<Entry> entries = record.entries(restriction.reference());
        return entries.stream()
                .map(Entry::title)
                .filter(WHY_LIFTED::containsKey)
                .reduce((earlier, later) -> later)
                .flatMap(form ->
                        said(entries.stream().filter(entry -> entry.title().equals(form)), WHY_LIFTED.get(form)));
    }

    private static Optional<String> said(Stream<Entry> entries, String question) {
        return entries.flatMap(entry -> entry.statements().stream())
                .filter(statement -> statement.question().equals(question))
                .map(statement -> statement.answer().strip())
                .reduce((earlier, later) -> later);
    }

    /** The danger because of which it was made, as whoever made it answered; empty before that. */
    public List<String> danger(Restriction restriction) {
        List<String> danger = new ArrayList<>();
        restriction.asked().ifPresent(asked -> {
            said(record.entries(restriction.reference()).stream(), ABOUT_TO_HAPPEN)
                    .ifPresent(what -> danger.add("What was about to happen: " + what));
            danger.addAll(words.danger(restriction, asked));
        });
        return danger;
    }

    /** What belongs to it, as the table says; empty before it was asked, and once it is over. */
    public List<String> needs(Restriction restriction) {
        return restriction.isOver()
                ? List.of()
                : restriction.answer().map(words::needs).orElse(List.of());
    }
}
