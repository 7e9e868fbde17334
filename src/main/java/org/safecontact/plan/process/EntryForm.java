package org.safecontact.plan.process;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.London;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.FormRefused;
import org.safecontact.plan.Channel;
import org.safecontact.plan.Choice;
import org.safecontact.plan.Confirmation;
import org.safecontact.plan.ConfirmedHow;
import org.safecontact.plan.Decider;
import org.safecontact.plan.DocumentKind;
import org.safecontact.plan.NewPlanEntry;
import org.safecontact.plan.PlanItem;
import org.safecontact.plan.PlanPeople;
import org.safecontact.plan.RefusedWhy;
import org.safecontact.plan.Relationship;
import org.safecontact.plan.Rhythm;
import org.safecontact.plan.Subject;
import org.safecontact.plan.Supervision;
import org.springframework.stereotype.Component;

/** Turns the answers of the form {@code keep-plan} into an entry. */
@Component
class EntryForm {

    /** Stands for a person who is on no list yet. */
    static final String NEW_PERSON = "new";

    static final String ANY_DAY = "any";

    private final PlanPeople people;
    private final Clock clock;

    EntryForm(PlanPeople people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** @throws FormRefused when a choice is none; the form's own check came before */
    NewPlanEntry read(String childId, String kind, Answers answers, String by) {
        return new NewPlanEntry(
                item(childId, kind, answers, by),
                answers.one("replaces").map(Integer::valueOf),
                answers.one("confirmedBy")
                        .map(who -> new Confirmation(
                                who,
                                answers.date("confirmedOn").orElseThrow(),
                                choice(answers, "confirmedHow", ConfirmedHow.class))));
    }

    /** With whom, to choose from. */
    List<Map<String, String>> people(String childId) {
        Map<String, String> options = new LinkedHashMap<>();
        people.of(childId).forEach(person -> options.put(person.id(), person.label()));
        options.put(NEW_PERSON, "Somebody who is not on this list");
        return FormOptions.of(options);
    }

    private PlanItem item(String childId, String kind, Answers answers, String by) {
        Optional<LocalDate> review = answers.date("reviewOn");
        return switch (kind) {
            case "agreement" ->
                new PlanItem.Agreement(
                        person(childId, answers, by),
                        choice(answers, "channel", Channel.class),
                        days(answers.many("days")),
                        answers.one("startsAt").map(LocalTime::parse),
                        answers.one("endsAt").map(LocalTime::parse),
                        choice(answers, "rhythm", Rhythm.class),
                        choice(answers, "supervision", Supervision.class),
                        answers.one("conditions").orElse(""),
                        from(answers),
                        answers.date("until"),
                        review);
            case "refusal" ->
                new PlanItem.Refusal(
                        person(childId, answers, by),
                        choice(answers, "refusedWhy", RefusedWhy.class),
                        text(answers, "says"),
                        from(answers),
                        answers.date("until"),
                        review);
            case "order" ->
                new PlanItem.Order(
                        text(answers, "title"),
                        answers.date("dated").orElseThrow(),
                        answers.date("until"),
                        Optional.empty(),
                        text(answers, "keptAt"),
                        person(childId, answers, by),
                        answers.one("forbids").filter("yes"::equals).isPresent(),
                        text(answers, "says"));
            case "carePlan", "placementPlan" ->
                new PlanItem.Document(
                        Choice.of(DocumentKind.class, kind).orElseThrow(),
                        text(answers, "title"),
                        answers.date("dated").orElseThrow(),
                        answers.one("documentVersion").orElse(""),
                        review,
                        text(answers, "keptAt"));
            case "delegation" ->
                new PlanItem.Delegation(
                        choice(answers, "subject", Subject.class),
                        choice(answers, "decider", Decider.class),
                        answers.one("details").orElse(""),
                        review);
            case "alone" -> new PlanItem.Alone(text(answers, "alone"), text(answers, "aloneWhy"), review);
            case "confirm" -> new PlanItem.Confirmed(number(answers, "toConfirm"));
            case "end" -> new PlanItem.Ended(number(answers, "toEnd"), text(answers, "endWhy"));
            default -> throw new FormRefused("kind", "Please choose what you want to enter.");
        };
    }

    private Optional<String> person(String childId, Answers answers, String by) {
        String chosen = text(answers, "person");
        return Optional.of(
                chosen.equals(NEW_PERSON)
                        ? people.add(
                                        childId,
                                        text(answers, "personLabel"),
                                        choice(answers, "relationship", Relationship.class),
                                        by)
                                .id()
                        : chosen);
    }

    private Optional<LocalDate> from(Answers answers) {
        return answers.date("beginsOn").or(() -> answers.date("since")).or(() -> Optional.of(today()));
    }

    static List<DayOfWeek> days(List<String> ticked) {
        return ticked.contains(ANY_DAY)
                ? List.of()
                : ticked.stream().map(DayOfWeek::valueOf).toList();
    }

    static <C extends Enum<C> & Choice> C choice(Answers answers, String field, Class<C> type) {
        return answers.one(field)
                .flatMap(id -> Choice.of(type, id))
                .orElseThrow(() -> new FormRefused(field, "Please choose one of the answers shown."));
    }

    private static String text(Answers answers, String field) {
        return answers.one(field).orElseThrow();
    }

    private static int number(Answers answers, String field) {
        return Integer.parseInt(text(answers, field));
    }

    private LocalDate today() {
        return clock.instant().atZone(London.ZONE).toLocalDate();
    }
}
