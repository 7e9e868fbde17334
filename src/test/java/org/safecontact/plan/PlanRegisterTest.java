package org.safecontact.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanCheck.Contact;
import org.safecontact.plan.PlanCheck.Result;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Confirmed;
import org.safecontact.plan.PlanItem.Document;
import org.safecontact.plan.PlanItem.Ended;
import org.safecontact.plan.PlanItem.Order;
import org.safecontact.plan.PlanItem.Refusal;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.RecordVerifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is agreed as the demonstration begins with it, what is entered after it, and what it says of a contact. */
@SafeContactTest
class PlanRegisterTest {

    private static final String SUNDAY_AT_FOUR = "2027-01-17T16:10";

    @Autowired
    private PlanReaders readers;

    @Autowired
    private PlanRegister register;

    @Autowired
    private PlanPeople people;

    @Autowired
    private PlanCheck check;

    @Autowired
    private PlanWords words;

    @Autowired
    private PlanReading reading;

    @Autowired
    private CaseRecord record;

    @Autowired
    private RecordVerifier verifier;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aSunday() {
        clock.setLondon(SUNDAY_AT_FOUR);
    }

    @Test
    void theDemonstrationBeginsAsTheContractSays() {
        assertThat(lines("C1"))
                .contains(
                        "no contact with C1's father: Court order of 11 February 2025",
                        "agreed with C1's mother: video call, Sundays 16:00-16:30, you stay in the room");
        assertThat(register.plan("C2").entries())
                .filteredOn(held -> held.confirmed()
                        .filter(by -> by.who().contains("Southmere"))
                        .isPresent())
                .as("nothing is agreed and nothing is barred")
                .extracting(Held::item)
                .hasOnlyElementsOfType(Document.class);
        assertThat(lines("C3")).contains("agreed with C3's grandmother: phone call, any day, nobody needs to be there");
        assertThat(List.of("C1", "C2", "C3"))
                .allSatisfy(
                        child -> assertThat(register.plan(child).isCurrent()).isTrue());
        assertThat(record.entries(register.reference("C1").orElseThrow()))
                .as("what was entered is on record")
                .anySatisfy(entry -> assertThat(entry.statements().toString() + entry.title())
                        .contains(PlanRegister.CHANGED));
        assertThat(verifier.verify().broken()).isEmpty();
    }

    @Test
    void whatIsAgreedAnswersForACarer() {
        String mother = person("C1", "C1's mother");
        assertThat(answer("C1", mother, Channel.VIDEO, "2027-01-17T16:30")).isEqualTo("within no");
        assertThat(answer("C1", mother, Channel.VIDEO, "2027-01-17T16:31")).isEqualTo("outside no");
        assertThat(answer("C1", mother, Channel.VIDEO, "2027-01-18T16:10")).isEqualTo("outside no");
        assertThat(answer("C1", mother, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("outside no");
        assertThat(answer("C1", person("C1", "C1's father"), Channel.TEXT, SUNDAY_AT_FOUR))
                .isEqualTo("barred yes");
        assertThat(answer("C1", PlanCheck.SOMEBODY_ELSE, Channel.TEXT, SUNDAY_AT_FOUR))
                .isEqualTo("silent not answered");
        assertThat(answer("C3", mother, Channel.VIDEO, SUNDAY_AT_FOUR))
                .as("somebody of another child")
                .isEqualTo("unknown not answered");
        Contact hidden = new Contact(Optional.of(mother), Optional.of(Channel.VIDEO), true, clock.now(), true);
        assertThat(check.compare("C1", hidden).result())
                .as("an account that nobody knew is no agreed way")
                .isEqualTo(Result.OUTSIDE);
        Contact noWay = new Contact(Optional.of(mother), Optional.empty(), false, clock.now(), true);
        assertThat(check.compare("C1", noWay).result()).isEqualTo(Result.UNKNOWN);
        Contact noHour = new Contact(Optional.of(mother), Optional.of(Channel.VIDEO), false, clock.now(), false);
        assertThat(check.compare("C1", noHour).result()).isEqualTo(Result.UNKNOWN);
        Contact noHourByText = new Contact(Optional.of(mother), Optional.of(Channel.TEXT), false, clock.now(), false);
        assertThat(check.compare("C1", noHourByText).result())
                .as("never agreed by text, whatever the hour")
                .isEqualTo(Result.OUTSIDE);
        assertThat(check.compare(
                                "C1",
                                new Contact(
                                        Optional.of(person("C1", "C1's father")),
                                        Optional.empty(),
                                        false,
                                        clock.now(),
                                        true))
                        .clause())
                .contains("No contact of any kind");
    }

    @Test
    void whoIsForbiddenIsNobodyElseInOtherLetters() {
        String father = person("C1", "C1's father");
        assertThat(List.of("C1’s father", "c1s  Father.", "C1's\u200b father", "Ｃ１'s\u00a0father"))
                .allSatisfy(typed -> {
                    assertThat(people.add("C1", typed, Relationship.FRIEND, "ssw1")
                                    .id())
                            .isEqualTo(father);
                    assertThat(answer("C1", person("C1", typed), Channel.TEXT, SUNDAY_AT_FOUR))
                            .isEqualTo("barred yes");
                });
    }

    @Test
    void theHourIsEnglands() {
        String mother = person("C1", "C1's mother");
        // Clocks go forward on 28 March 2027: 16:10 in summer is 15:10 in Greenwich.
        clock.setLondon("2027-04-04T16:10");
        assertThat(clock.now().toString()).contains("T15:10");
        assertThat(answer("C1", mother, Channel.VIDEO, "2027-04-04T16:10")).isEqualTo("within no");
        assertThat(answer("C1", mother, Channel.VIDEO, "2027-04-04T15:10")).isEqualTo("outside no");
    }

    @Test
    void whatIsPastItsReviewAnswersNothingAndAnOrderStands() {
        clock.setLondon("2031-01-19T16:10");
        String at = "2031-01-19T16:10";
        assertThat(answer("C1", person("C1", "C1's mother"), Channel.VIDEO, at)).isEqualTo("unknown unsure");
        assertThat(answer("C1", person("C1", "C1's father"), Channel.TEXT, at)).isEqualTo("barred yes");
        assertThat(answer("C1", PlanCheck.SOMEBODY_ELSE, Channel.TEXT, at)).isEqualTo("unknown not answered");
        assertThat(register.plan("C1").entries())
                .filteredOn(held -> held.item() instanceof Agreement)
                .extracting(Held::standing)
                .contains(Standing.PAST_REVIEW);
    }

    @Test
    void whatNobodyConfirmedCountsAsUnknownUntilSomebodyDid() {
        String aunt =
                people.add("C3", "C3's aunt", Relationship.OTHER_FAMILY, "ssw2").id();
        assertThat(answer("C3", aunt, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("silent not answered");
        int entered = enter("C3", agreement(aunt, Channel.TEXT, List.of(DayOfWeek.SUNDAY)), false);
        assertThat(answer("C3", aunt, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("unknown not answered");
        assertThat(words.sentence("C3", register.plan("C3").entry(entered).orElseThrow()))
                .contains("Nobody at the authority has confirmed it yet", "Does not count");
        assertThat(PlanWords.sentence("alone: messages until 20:00.")).isEqualTo("Alone: messages until 20:00.");
        int version =
                register.enter("C3", new NewPlanEntry(new Confirmed(entered), Optional.empty(), confirmed()), "ssw2");
        assertThat(version).isEqualTo(register.plan("C3").version());
        assertThat(answer("C3", aunt, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("within no");

        register.enter(
                "C3", new NewPlanEntry(new Ended(entered, "She moved."), Optional.empty(), Optional.empty()), "ssw2");
        assertThat(answer("C3", aunt, Channel.TEXT, SUNDAY_AT_FOUR))
                .as("an end that nobody confirmed ends nothing")
                .isEqualTo("within no");
        register.enter("C3", new NewPlanEntry(new Ended(entered, "She moved."), Optional.empty(), confirmed()), "ssw2");
        assertThat(answer("C3", aunt, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("silent not answered");
        assertThat(lines("C3")).noneMatch(line -> line.contains("is to end"));
    }

    @Test
    void anOrderCountsWhenASecondPersonHasComparedItWithTheDocument() {
        String uncle = people.add("C3", "C3's uncle", Relationship.OTHER_FAMILY, "ssw2")
                .id();
        int order = enter("C3", order(uncle, true), true);
        assertThat(answer("C3", uncle, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("unknown unsure");
        assertThat(words.sentence("C3", register.plan("C3").entry(order).orElseThrow()))
                .as("what forbids never reads as leave, while it is being checked")
                .contains("No contact until this is settled: it is not checked against the document yet.")
                .doesNotContain("Does not count");
        assertThat(refused(() -> register.check("C3", order, true, "", "ssw2"))).containsOnlyKeys("matches");
        register.check("C3", order, true, "", "teammanager1");
        assertThat(answer("C3", uncle, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("barred yes");

        int wrong =
                register.enter("C3", new NewPlanEntry(order(uncle, false), Optional.of(order), confirmed()), "ssw2");
        assertThat(answer("C3", uncle, Channel.TEXT, SUNDAY_AT_FOUR))
                .as("what is to take its place does so only when it counts")
                .isEqualTo("barred yes");
        register.check("C3", wrong, false, "It says that he may write.", "teammanager1");
        assertThat(register.plan("C3").entry(wrong)).isEmpty();
        assertThat(register.differs("C3", wrong)).contains("It says that he may write.");
        assertThat(answer("C3", uncle, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("barred yes");

        int right =
                register.enter("C3", new NewPlanEntry(order(uncle, false), Optional.of(order), confirmed()), "ssw2");
        register.check("C3", right, true, "", "teammanager1");
        assertThat(answer("C3", uncle, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("silent not answered");

        int end = register.enter(
                "C3", new NewPlanEntry(new Ended(right, "The court ended it."), Optional.empty(), confirmed()), "ssw2");
        assertThat(register.plan("C3").entry(right)).as("not checked yet").isPresent();
        register.check("C3", end, true, "", "teammanager1");
        assertThat(register.plan("C3").entry(right)).isEmpty();
    }

    @Test
    void whatIsOverOrReplacedStoodUntilThen() {
        String stepfather = people.add("C3", "C3's stepfather", Relationship.OTHER_FAMILY, "ssw2")
                .id();
        int order = enter("C3", order(stepfather, true), true);
        register.check("C3", order, true, "", "teammanager1");
        int softer = register.enter(
                "C3",
                new NewPlanEntry(order(stepfather, false, "2027-01-15"), Optional.of(order), confirmed()),
                "ssw2");
        register.check("C3", softer, true, "", "teammanager1");
        assertThat(answerToday("C3", stepfather, "2027-01-14T16:10"))
                .as("before the order that takes its place was made")
                .isEqualTo("barred yes");
        assertThat(answerToday("C3", stepfather, "2027-01-15T16:10")).isEqualTo("silent not answered");

        String stepbrother = people.add("C3", "C3's stepbrother", Relationship.OTHER_FAMILY, "ssw2")
                .id();
        int refusal = enter("C3", refusal(stepbrother), true);
        register.enter(
                "C3", new NewPlanEntry(new Ended(refusal, "It is well."), Optional.empty(), confirmed()), "ssw2");
        assertThat(answerToday("C3", stepbrother, "2027-01-10T16:10"))
                .as("before the authority ended it")
                .isEqualTo("barred yes");
        assertThat(answerToday("C3", stepbrother, "2027-01-11T16:10")).isEqualTo("silent not answered");

        int again = enter("C3", refusal(stepbrother), true);
        register.enter(
                "C3",
                new NewPlanEntry(
                        new Refusal(
                                Optional.of(stepbrother),
                                RefusedWhy.UNKNOWN_PERSON,
                                "Not now.",
                                Optional.of(LocalDate.parse("2027-01-01")),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.of(again),
                        confirmed()),
                "ssw2");
        assertThat(answerToday("C3", stepbrother, "2027-01-10T16:10"))
                .as("a refusal is not made milder for days that are past")
                .isEqualTo("barred yes");
        assertThat(answerToday("C3", stepbrother, "2027-01-11T16:10")).isEqualTo("unknown unsure");
    }

    @Test
    void onlyWhatIsAboutTheSamePersonTakesItsPlace() {
        String one = people.add("C3", "C3's great-uncle", Relationship.OTHER_FAMILY, "ssw2")
                .id();
        String other = people.add("C3", "C3's great-aunt", Relationship.OTHER_FAMILY, "ssw2")
                .id();
        for (Function<String, PlanItem> kind : List.<Function<String, PlanItem>>of(
                person -> agreement(person, Channel.EMAIL, List.of()),
                person -> order(person, true),
                PlanRegisterTest::refusal)) {
            int entered = enter("C3", kind.apply(one), true);
            assertThat(refused(() -> register.enter(
                            "C3", new NewPlanEntry(kind.apply(other), Optional.of(entered), confirmed()), "ssw2")))
                    .containsOnlyKeys("replaces");
            assertThat(register.enter(
                            "C3", new NewPlanEntry(kind.apply(one), Optional.of(entered), confirmed()), "ssw2"))
                    .isGreaterThan(entered);
        }
    }

    @Test
    void underSection20OnlyACourtForbidsAParent() {
        String mother =
                people.add("C2", "C2's mother", Relationship.MOTHER, "ssw1").id();
        String cousin = people.add("C2", "C2's cousin", Relationship.OTHER_FAMILY, "ssw1")
                .id();
        assertThat(refused(() -> enter("C2", refusal(mother), true))).containsOnlyKeys("refusedWhy");
        enter("C2", refusal(cousin), true);
        assertThat(answer("C2", cousin, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("barred yes");
        assertThat(answer("C2", mother, Channel.TEXT, SUNDAY_AT_FOUR)).isEqualTo("silent not answered");
        String father =
                people.add("C1", "C1's stepfather", Relationship.FATHER, "ssw1").id();
        enter("C1", refusal(father), true);
        assertThat(answer("C1", father, Channel.TEXT, SUNDAY_AT_FOUR))
                .as("under a care order the authority may")
                .isEqualTo("barred yes");
    }

    @Test
    void badInputIsSaidAtTheField() {
        String mother = person("C1", "C1's mother");
        Agreement endsFirst = new Agreement(
                Optional.of(mother),
                Channel.EMAIL,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Rhythm.EVERY_WEEK,
                Supervision.NOBODY,
                "",
                Optional.of(LocalDate.parse("2027-03-02")),
                Optional.of(LocalDate.parse("2027-03-01")),
                Optional.empty());
        assertThat(refused(() -> enter("C1", endsFirst, true))).containsOnlyKeys("until");
        assertThat(refused(() -> enter("C1", at(mother, Channel.EMAIL, "16:30", "16:00"), true)))
                .containsOnlyKeys("endsAt");
        assertThat(refused(() -> enter("C1", at(mother, Channel.EMAIL, "16:30", ""), true)))
                .containsOnlyKeys("endsAt");
        assertThat(refused(() -> enter("C1", agreement(mother, Channel.VIDEO, List.of()), true)))
                .hasEntrySatisfying(
                        "days",
                        words ->
                                assertThat(words).contains("agreed with C1's mother: video call, Sundays 16:00-16:30"));
        int wednesdays = enter("C1", agreement(mother, Channel.VIDEO, List.of(DayOfWeek.WEDNESDAY)), true);
        assertThat(register.enter(
                        "C1",
                        new NewPlanEntry(
                                agreement(mother, Channel.VIDEO, List.of(DayOfWeek.WEDNESDAY)),
                                Optional.of(wednesdays),
                                confirmed()),
                        "ssw1"))
                .as("in its place")
                .isGreaterThan(wednesdays);
        assertThat(register.plan("C1").entry(wednesdays)).isEmpty();
        assertThat(refused(() -> register.enter(
                        "C1", new NewPlanEntry(order(mother, false), Optional.of(wednesdays), confirmed()), "ssw1")))
                .containsOnlyKeys("replaces");
        assertThat(refused(() -> register.enter(
                        "C1", new NewPlanEntry(new Ended(9999, ""), Optional.empty(), confirmed()), "ssw1")))
                .containsOnlyKeys("toEnd");
    }

    @Test
    void nobodyAgreesContactThatIsForbidden() {
        String uncle = people.add("C3", "C3's godfather", Relationship.OTHER_FAMILY, "ssw2")
                .id();
        int agreed = enter("C3", agreement(uncle, Channel.TEXT, List.of()), true);
        assertThat(mark(agreed)).isEmpty();
        int refused = enter("C3", refusal(uncle), false);
        assertThat(mark(agreed))
                .as("a refusal that nobody confirmed forbids nothing")
                .isEmpty();
        register.enter("C3", new NewPlanEntry(new Confirmed(refused), Optional.empty(), confirmed()), "ssw2");
        assertThat(mark(agreed)).isEqualTo("Not now: the authority says no contact.");
        assertThat(words.sentence(
                        "C3",
                        register.plan("C3"),
                        register.plan("C3").entry(agreed).orElseThrow()))
                .endsWith(" Not now: the authority says no contact.");
        assertThat(refused(() -> enter("C3", agreement(uncle, Channel.EMAIL, List.of()), true)))
                .containsEntry(
                        "person",
                        "The authority says no contact with this person, entry " + refused
                                + ". End that entry first, with what ended it.");
        int order = enter("C3", order(uncle, true), true);
        register.check("C3", order, true, "", "teammanager1");
        register.enter("C3", new NewPlanEntry(new Ended(refused, "Over."), Optional.empty(), confirmed()), "ssw2");
        assertThat(mark(agreed)).isEqualTo("Not now: a court says no contact.");
        assertThat(refused(() -> enter("C3", agreement(uncle, Channel.EMAIL, List.of()), false)))
                .hasEntrySatisfying("person", says -> assertThat(says).startsWith("A court says no contact"));
        assertThat(refused(() -> enter("C1", agreement(person("C1", "C1's father"), Channel.VIDEO, List.of()), true)))
                .containsEntry(
                        "person",
                        "A court says no contact with this person, as the agency's folder says."
                                + " It has to be taken out of the folder first, with what ended it.");
    }

    private String mark(int agreed) {
        return reading.read("C3", "ssw2").parts().stream()
                .flatMap(part -> part.lines().stream())
                .filter(line -> line.number() == agreed)
                .findFirst()
                .orElseThrow()
                .mark();
    }

    @Test
    void whatTheFolderAndAPersonSpeakOfInTheSameWordsIsOnePerson() {
        String father =
                people.add("C1", " c1's FATHER ", Relationship.FATHER, "ssw1").id();
        assertThat(father).isEqualTo(person("C1", "C1's father"));
    }

    @Test
    void whoHasNotReadWhatStandsShows() {
        int version = register.plan("C3").version();
        register.acknowledge("C3", "carer2", version);
        assertThat(readers.notReadBy("C3")).isEmpty();
        register.enter(
                "C3",
                new NewPlanEntry(
                        carePlan("2027-01-04", "4", Optional.empty()),
                        Optional.of(one("C3", DocumentKind.CARE_PLAN)),
                        confirmed()),
                "ssw2");
        assertThat(readers.notReadBy("C3")).extracting("id").containsExactly("carer2");
    }

    @Test
    void thereIsOneCarePlanAndOneAnswerToWhoDecides() {
        int care = one("C2", DocumentKind.CARE_PLAN);
        int placement = one("C2", DocumentKind.PLACEMENT_PLAN);
        PlanItem newer = carePlan("2027-01-08", "4", Optional.of(LocalDate.parse("2027-07-08")));
        assertThat(refused(() -> enter("C2", newer, true)))
                .hasEntrySatisfying(
                        "replaces",
                        says -> assertThat(says)
                                .startsWith("There is one already, entry " + care + ": Care Plan:")
                                .endsWith("Please say that this one takes its place."));
        assertThat(refused(() ->
                        register.enter("C2", new NewPlanEntry(newer, Optional.of(placement), confirmed()), "ssw1")))
                .as("the one plan is not the other")
                .containsOnlyKeys("replaces");
        int waits = register.enter("C2", new NewPlanEntry(newer, Optional.of(care), Optional.empty()), "ssw1");
        assertThat(register.plan("C2").entry(care)).as("until it counts").isPresent();
        int sooner = register.enter("C2", new NewPlanEntry(newer, Optional.of(care), confirmed()), "ssw1");
        assertThat(register.plan("C2").entry(care)).isEmpty();
        assertThat(refused(() -> register.enter(
                        "C2", new NewPlanEntry(new Confirmed(waits), Optional.empty(), confirmed()), "ssw1")))
                .as("confirmed later it would stand beside the one that counts")
                .hasEntrySatisfying("toConfirm", says -> assertThat(says).contains("entry " + sooner + ":"));

        int ask = enter("C2", delegation(Subject.SOCIAL_MEDIA, Decider.AUTHORITY), true);
        assertThat(refused(() -> enter("C2", delegation(Subject.SOCIAL_MEDIA, Decider.CARER), true)))
                .as("nobody reads: you decide, and: ask first")
                .containsOnlyKeys("replaces");
        int games = enter("C2", delegation(Subject.GAMES, Decider.CARER), true);
        assertThat(refused(() -> register.enter(
                        "C2",
                        new NewPlanEntry(
                                delegation(Subject.SOCIAL_MEDIA, Decider.CARER), Optional.of(games), confirmed()),
                        "ssw1")))
                .containsOnlyKeys("replaces");
        register.enter(
                "C2",
                new NewPlanEntry(delegation(Subject.SOCIAL_MEDIA, Decider.CARER), Optional.of(ask), confirmed()),
                "ssw1");
        assertThat(lines("C2"))
                .contains("social media accounts: you decide")
                .doesNotContain("social media accounts: ask the child's social worker first");
        enter("C2", delegation(Subject.OTHER, Decider.CARER), true);
        enter("C2", delegation(Subject.OTHER, Decider.PARENT), true);

        assertThat(refused(() -> register.enter(
                        "C2",
                        new NewPlanEntry(
                                carePlan("2027-01-08", "5", Optional.of(LocalDate.parse("2027-01-07"))),
                                Optional.of(sooner),
                                confirmed()),
                        "ssw1")))
                .containsOnlyKeys("reviewOn");
        assertThat(refused(() -> register.enter(
                        "C2",
                        new NewPlanEntry(
                                carePlan("2028-01-08", "5", Optional.empty()), Optional.of(sooner), confirmed()),
                        "ssw1")))
                .containsOnlyKeys("dated");
    }

    @Test
    void nothingIsEverChanged() {
        for (String sql : List.of(
                "update plan_entry set confirmed_by = 'me' where number = 1",
                "delete from plan_entry",
                "truncate plan_entry",
                "delete from plan_person",
                "update plan_file set child_id = 'C9'",
                "delete from plan_acknowledged")) {
            assertThat(catchThrowable(() -> jdbc.sql(sql).update())).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    private int enter(String child, PlanItem item, boolean confirmed) {
        return register.enter(
                child,
                new NewPlanEntry(item, Optional.empty(), confirmed ? confirmed() : Optional.empty()),
                child.equals("C3") ? "ssw2" : "ssw1");
    }

    private static Optional<Confirmation> confirmed() {
        return Optional.of(
                new Confirmation("Kit Placer, Northshire", LocalDate.parse("2027-01-11"), ConfirmedHow.EMAIL));
    }

    private static Agreement agreement(String person, Channel channel, List<DayOfWeek> days) {
        return new Agreement(
                Optional.of(person),
                channel,
                days,
                Optional.empty(),
                Optional.empty(),
                Rhythm.EVERY_WEEK,
                Supervision.NEARBY,
                "",
                Optional.of(LocalDate.parse("2027-01-01")),
                Optional.empty(),
                Optional.of(LocalDate.parse("2027-06-01")));
    }

    private static Agreement at(String person, Channel channel, String starts, String ends) {
        return new Agreement(
                Optional.of(person),
                channel,
                List.of(),
                Optional.of(starts).map(LocalTime::parse),
                Optional.of(ends).filter(time -> !time.isEmpty()).map(LocalTime::parse),
                Rhythm.EVERY_WEEK,
                Supervision.NEARBY,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Document carePlan(String dated, String version, Optional<LocalDate> review) {
        return new Document(DocumentKind.CARE_PLAN, "Care Plan", LocalDate.parse(dated), version, review, "There");
    }

    private static PlanItem.Delegation delegation(Subject subject, Decider decider) {
        return new PlanItem.Delegation(subject, decider, "", Optional.of(LocalDate.parse("2027-06-01")));
    }

    /** Number of the one that stands. */
    private int one(String child, DocumentKind kind) {
        return register.plan(child).entries().stream()
                .filter(held -> held.item() instanceof Document document && document.kind() == kind)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static Order order(String person, boolean forbids) {
        return order(person, forbids, "2027-01-05");
    }

    private static Order order(String person, boolean forbids, String dated) {
        return new Order(
                "Contact order",
                LocalDate.parse(dated),
                Optional.empty(),
                Optional.empty(),
                "The agency's safe",
                Optional.of(person),
                forbids,
                "As it says.");
    }

    private static Refusal refusal(String person) {
        return new Refusal(
                Optional.of(person),
                RefusedWhy.AUTHORITY,
                "Not for now.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String person(String child, String label) {
        return people.called(child, label).orElseThrow().id();
    }

    private List<String> lines(String child) {
        return register.plan(child).entries().stream()
                .map(held -> words.line(child, held.item()))
                .toList();
    }

    private String answer(String child, String person, Channel channel, String at) {
        clock.setLondon(at);
        return answer(child, person, channel, clock.now());
    }

    /** What is known today of a contact by text at another time. */
    private String answerToday(String child, String person, String at) {
        return answer(
                child,
                person,
                Channel.TEXT,
                LocalDateTime.parse(at).atZone(London.ZONE).toInstant());
    }

    private String answer(String child, String person, Channel channel, Instant at) {
        PlanCheck.Answer answer =
                check.compare(child, new Contact(Optional.of(person), Optional.of(channel), false, at, true));
        return answer.result().id() + " " + answer.barred().orElse("not answered");
    }

    private static java.util.Map<String, String> refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(FormRefused.class);
        return ((FormRefused) thrown).messages();
    }
}
