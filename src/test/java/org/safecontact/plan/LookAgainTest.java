package org.safecontact.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.plan.Asking.agreed;
import static org.safecontact.plan.Asking.refused;
import static org.safecontact.plan.Asking.send;
import static org.safecontact.plan.Asking.shown;
import static org.safecontact.plan.Asking.take;
import static org.safecontact.plan.Asking.todo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.agency.London;
import org.safecontact.agency.NextFolder;
import org.safecontact.demo.MailSink;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.process.HomeReadsWhatIsOver;
import org.safecontact.record.CaseRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every way through {@code look-again}: nothing that is agreed lapses, or goes on, because nobody thought of it. */
@SafeContactTest
class LookAgainTest {

    private static final String BEFORE_END = "intermediateCatchEvent_beforeEnd";

    @LocalServerPort
    private int port;

    @Autowired
    private Asking asking;

    @Autowired
    private PlanRegister register;

    @Autowired
    private PlanPeople people;

    @Autowired
    private CaseRecord record;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MailSink mails;

    @Autowired
    private NextFolder folder;

    @Autowired
    private HomeReadsWhatIsOver over;

    @Autowired
    private TestClock clock;

    private Visitor worker;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(LookAgainTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("look-again");
    }

    @BeforeEach
    void aTuesday() {
        clock.setLondon("2027-01-12T10:00");
        worker = Visitor.loggedIn(port, "ssw1");
    }

    @AfterEach
    void theDemonstrationsFolder() {
        folder.unchanged();
    }

    @Test
    void whatGoesOnIsAskedForAnewWithItsAnswersCarriedOver() {
        int number = enter("C1's aunt Ro", "2027-01-10", "2027-03-31", null);
        String instance = running(number);
        assertThat(jobs.waiting(instance, BEFORE_END).get(0).getDuedate())
                .as("ten working days before, Good Friday and Easter Monday not among them")
                .isEqualTo(london("2027-03-15T09:00"));
        clock.setLondon("2027-03-15T09:00");
        jobs.run(instance, BEFORE_END);

        Task look = look(instance);
        assertThat(look.getDueDate()).isEqualTo(london("2027-03-22T17:00"));
        for (String doesNot : List.of("duty1", "teammanager1", "carer1", "ssw2", "childsw1")) {
            assertThat(Visitor.loggedIn(port, doesNot).claim(todo(look.getId())).accepted())
                    .as(doesNot)
                    .isFalse();
        }
        take(worker, look.getId());
        assertThat(shown(worker, look.getId(), "day")).isEqualTo("31 March 2027");
        assertThat(shown(worker, look.getId(), "entry")).contains("Agreed with C1's aunt Ro", "Until 31 March 2027");
        send(worker, look.getId(), Map.of("comes", "askAnew", "help", "It goes on."));
        assertThat(running(instance, "look-again")).isZero();

        Visitor.Todo ask = worker.todo("askForContact");
        String reference = asking.reference(ask.id());
        assertThat(worker.formData(ask).path("days").path("value").toString()).contains("THURSDAY");
        assertThat(shown(worker, ask.id(), "startsAt")).isEqualTo("16:00");
        Map<String, Object> asked = new HashMap<>(Map.of(
                "wish",
                "child",
                "person",
                shown(worker, ask.id(), "person"),
                "channel",
                "phone",
                "occasion",
                "regular",
                "days",
                List.of("THURSDAY"),
                "rhythm",
                "everyWeek",
                "childSays",
                "Please.",
                "goodFor",
                "They get on well."));
        asked.put("startsAt", "16:00");
        asked.put("endsAt", "16:15");
        send(worker, ask.id(), asked);
        Visitor authority = Visitor.loggedIn(port, "childsw1");
        String decide = asking.one(reference, "decideContact").getId();
        take(authority, decide);
        assertThat(shown(authority, decide, "replaces"))
                .as("it takes its place")
                .isEqualTo(String.valueOf(number));
        Map<String, Object> answers = agreed("2027-03-16", "2027-09-30");
        answers.put("replaces", String.valueOf(number));
        send(authority, decide, answers);
        assertThat(register.plan("C1").entry(number))
                .as("until the new one begins")
                .isPresent();
        assertThat(register.plan("C1", LocalDate.parse("2027-03-16")).entry(number))
                .isEmpty();
        assertThat(running(register.plan("C1").version()))
                .as("the new one is looked at in its time")
                .isNotEmpty();
    }

    @Test
    void aReviewIsFollowedUpTheSameWayAndOnlyContactIsAskedFor() {
        PlanItem alone = new PlanItem.Alone("Plays chess online.", "Knows the others.", day("2027-02-26"));
        int number = register.enter("C2", new NewPlanEntry(alone, Optional.empty(), Optional.of(confirmed())), "ssw1");
        Task look = begin("C2", number, "2027-02-12T09:00");
        take(worker, look.getId());
        assertThat(shown(worker, look.getId(), "contact")).isEqualTo("false");
        assertThat(refused(
                                worker,
                                look.getId(),
                                Map.of("comes", "askAnew", "childSays", "I win.", "help", "It goes on."))
                        .path("comes")
                        .asText())
                .contains("Only contact is asked for");
        send(worker, look.getId(), Map.of("comes", "enter", "childSays", "I win.", "help", "C2 plays on."));
        Visitor.Todo keep = worker.todo("keepPlan");
        assertThat(keep.assignee()).contains("ssw1");
        send(worker, keep.id(), Map.of("kind", "nothing"));
    }

    /** Policy, section 10: digital independence grows with the child, and lapses neither by being forgotten nor by a slip. */
    @Test
    void whatTheChildMayDoAloneIsReadAndLookedAtAgainWithTheChildsWords() {
        String reference = register.reference("C2").orElseThrow();
        PlanItem before =
                new PlanItem.Alone("Music videos until seven.", "C2 tells what it watched.", day("2027-02-26"));
        int number = register.enter("C2", new NewPlanEntry(before, Optional.empty(), Optional.of(confirmed())), "ssw1");
        Visitor carer = Visitor.loggedIn(port, "carer1");
        assertThat(page(carer))
                .contains(
                        "What the child may do alone",
                        "alone: Music videos until seven.",
                        "Why at this age: C2 tells what it watched.",
                        "To be looked at again by 26 February 2027.");

        Task look = begin("C2", number, "2027-02-12T09:00");
        take(worker, look.getId());
        assertThat(shown(worker, look.getId(), "alone")).isEqualTo("true");
        assertThat(refused(worker, look.getId(), Map.of("comes", "enter", "help", "C2 grows."))
                        .path("childSays")
                        .asText())
                .as("nobody looks at it again without the child")
                .isNotEmpty();
        send(worker, look.getId(), Map.of("comes", "enter", "childSays", "I can do until eight.", "help", "C2 grows."));
        assertThat(record.entries(reference).stream().flatMap(entry -> entry.statements().stream()))
                .as("in the child's own words")
                .anyMatch(said -> said.answer().equals("I can do until eight."));
        Map<String, Object> more = new HashMap<>(Map.of(
                "kind",
                "alone",
                "replaces",
                String.valueOf(number),
                "alone",
                "Music videos until eight.",
                "aloneWhy",
                "It went well for a year.",
                "reviewOn",
                "2027-08-26",
                "confirmed",
                "yes",
                "confirmedBy",
                "Lee Placer",
                "confirmedOn",
                "2027-02-12",
                "confirmedHow",
                "meeting"));
        send(worker, worker.todo("keepPlan").id(), more);
        assertThat(page(carer)).contains("alone: Music videos until eight.").doesNotContain("until seven");
        assertThat(instances("C2", register.plan("C2").version()))
                .as("the new one is looked at in its time")
                .isNotEmpty();

        clock.setLondon("2027-08-27T10:00");
        assertThat(page(carer)).contains("Does not count: past its review.");
    }

    private static String page(Visitor visitor) {
        return visitor.get("/safe-contact/a/C2")
                .text()
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }

    @Test
    void whereNobodySaysWhatComesTheTeamManagerIsAskedTooAndItEnds() {
        int number = enter("C2", "C2's uncle Ends", "2027-01-01", "2027-02-26", null);
        Task look = begin("C2", number, "2027-02-12T09:00");
        String reference = register.reference("C2").orElseThrow();
        String instance = look.getProcessInstanceId();
        int before = mails(reference);
        clock.setLondon("2027-02-19T17:00");
        jobs.run(instance, "boundaryEvent_late");
        jobs.runDue();
        assertThat(mails(reference)).isEqualTo(before + 1);
        Visitor manager = Visitor.loggedIn(port, "teammanager1");
        assertThat(manager.claim(todo(look.getId())).accepted()).isFalse();
        clock.setLondon("2027-02-23T17:00");
        jobs.run(instance, "boundaryEvent_stillLate");
        jobs.runDue();
        assertThat(mails(reference)).as("both hear of it").isEqualTo(before + 3);
        take(manager, look.getId());
        assertThat(refused(manager, look.getId(), Map.of("comes", "ends", "help", "It was for the winter."))
                        .has("homeTold"))
                .isTrue();
        assertThat(refused(manager, look.getId(), Map.of("comes", "enter", "help", "x"))
                        .path("comes")
                        .asText())
                .contains("whoever supervises the home");
        send(
                manager,
                look.getId(),
                Map.of("comes", "ends", "homeTold", "Rang the carer; C2 knows.", "help", "It was for the winter."));
        assertThat(running(instance, "look-again")).isZero();
        assertThat(register.plan("C2", LocalDate.parse("2027-02-27")).entry(number))
                .isEmpty();
    }

    /** The home is not left to find out, and whoever has yet to say what comes hears that it is over for the home; not in the night. */
    @Test
    void whereNobodySaidWhatComesItIsSaidThatItIsOverForTheHome() {
        int number = enter("C2", "C2's aunt Silent", "2027-01-01", "2027-02-25", null);
        Task look = begin("C2", number, "2027-02-11T09:00");
        String reference = register.reference("C2").orElseThrow();
        clock.setLondon("2027-02-25T18:00");
        jobs.runDue();
        int before = mails(reference);
        clock.setLondon("2027-02-26T00:05");
        over.look();
        jobs.runDue();
        assertThat(mails(reference)).as("in the night").isEqualTo(before);
        clock.setLondon("2027-02-26T09:00");
        over.look();
        over.look();
        jobs.runDue();
        assertThat(mails(reference)).as("worker and team manager, once").isEqualTo(before + 2);
        assertThat(look(look.getProcessInstanceId()).getName())
                .isEqualTo("What comes after what is agreed? It is over for the home");
        take(worker, look.getId());
        assertThat(shown(worker, look.getId(), "gone")).isEqualTo("false");
        assertThat(shown(worker, look.getId(), "over"))
                .isEqualTo("Over since 26 February 2027: phone call, C2's aunt Silent");
        send(
                worker,
                look.getId(),
                Map.of("comes", "ends", "homeTold", "Rang the carer; C2 knows.", "help", "It was for the winter."));
    }

    @Test
    void whatStandsNoMoreIsNotAskedAbout() {
        int number = enter("C1's uncle Over", "2027-01-01", "2027-02-26", null);
        String instance = running(number);
        end(number);
        clock.setLondon("2027-02-12T09:00");
        jobs.run(instance, BEFORE_END);
        assertThat(running(instance, "look-again")).isZero();

        clock.setLondon("2027-01-12T10:00");
        int meanwhile = enter("C1's uncle Meanwhile", "2027-01-01", "2027-02-26", null);
        Task look = begin(meanwhile, "2027-02-12T09:00");
        take(worker, look.getId());
        end(meanwhile);
        assertThat(shown(worker, look.getId(), "gone")).isEqualTo("true");
        send(worker, look.getId(), Map.of());
        assertThat(running(look.getProcessInstanceId(), "look-again")).isZero();
    }

    @Test
    void itIsAskedInTimeHoweverShortTheAgreementIs() {
        assertThat(dueOf(enter("Friend A", "2027-01-13", "2027-01-22", null)))
                .as("shorter than ten working days: in the last working morning before its end")
                .isEqualTo(london("2027-01-21T09:00"));
        assertThat(dueOf(enter("Friend B", "2027-01-12", "2027-01-13", null)))
                .as("too short even for that: at once")
                .isEqualTo(london("2027-01-12T10:00"));
        assertThat(dueOf(enter("Friend C", "2027-01-10", "2027-06-30", "2027-04-12")))
                .as("the review comes first; over Easter and the clock change")
                .isEqualTo(london("2027-03-25T09:00"));
        int oneDay = enter("Friend D", "2027-01-20", "2027-01-20", null);
        assertThat(instances("C1", oneDay)).as("a single day ends with itself").isEmpty();
        int open = register.enter(
                "C1",
                new NewPlanEntry(
                        new PlanItem.Ended(enter("Friend E", "2027-01-10", "2027-06-30", null), "No more."),
                        Optional.empty(),
                        Optional.of(confirmed())),
                "ssw1");
        assertThat(instances("C1", open)).as("what has no end is not looked at").isEmpty();
        folder.ownTimes("lookAgain: workingDays:5", "sayWhatComes: endOfWorkingDay");
        int sooner = enter("Friend F", "2027-01-10", "2027-03-05", null);
        assertThat(dueOf(sooner)).isEqualTo(london("2027-02-26T09:00"));
        assertThat(begin(sooner, "2027-02-26T09:00").getDueDate()).isEqualTo(london("2027-02-26T17:00"));
        folder.ownTimes("lookAgain: endOfWorkingDay");
        assertThat(dueOf(enter("Friend G", "2027-01-10", "2027-03-05", null))).isEqualTo(london("2027-03-04T09:00"));
        folder.unchanged();
        int late = enter("Friend H", "2027-01-13", "2027-01-22", null);
        assertThat(begin(late, "2027-01-21T09:00").getDueDate())
                .as("before its end, whatever is usual")
                .isEqualTo(london("2027-01-21T17:00"));
    }

    private void end(int number) {
        register.enter(
                "C1",
                new NewPlanEntry(new PlanItem.Ended(number, "Moved away."), Optional.empty(), Optional.of(confirmed())),
                "ssw1");
    }

    private int enter(String label, String from, String until, String review) {
        return enter("C1", label, from, until, review);
    }

    private int enter(String child, String label, String from, String until, String review) {
        String person =
                people.add(child, label, Relationship.OTHER_FAMILY, "ssw1").id();
        Agreement agreement = new Agreement(
                Optional.of(person),
                Channel.PHONE,
                List.of(DayOfWeek.THURSDAY),
                Optional.of(LocalTime.of(16, 0)),
                Optional.of(LocalTime.of(16, 15)),
                Rhythm.EVERY_WEEK,
                Supervision.NEARBY,
                "",
                day(from),
                day(until),
                Optional.ofNullable(review).flatMap(LookAgainTest::day));
        return register.enter(child, new NewPlanEntry(agreement, Optional.empty(), Optional.of(confirmed())), "ssw1");
    }

    private Task begin(int number, String london) {
        return begin("C1", number, london);
    }

    private Task begin(String child, int number, String london) {
        String instance = running(child, number);
        clock.setLondon(london);
        jobs.run(instance, BEFORE_END);
        return look(instance);
    }

    private Task look(String instance) {
        return asking.byInstance(instance, "lookAgain");
    }

    private Date dueOf(int number) {
        return jobs.waiting(running(number), BEFORE_END).get(0).getDuedate();
    }

    private String running(int number) {
        return running("C1", number);
    }

    private String running(String child, int number) {
        List<ProcessInstance> found = instances(child, number);
        assertThat(found).hasSize(1);
        return found.get(0).getId();
    }

    private List<ProcessInstance> instances(String child, int number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(register.reference(child).orElseThrow(), "look-again")
                .variableValueEquals("entry", number)
                .list();
    }

    private long running(String instance, String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .processDefinitionKey(key)
                .count();
    }

    private int mails(String reference) {
        return (int) mails.letters().stream()
                .filter(letter -> letter.subject().contains(reference))
                .count();
    }

    private static Optional<LocalDate> day(String day) {
        return Optional.of(LocalDate.parse(day));
    }

    private static Date london(String local) {
        return Date.from(LocalDateTime.parse(local).atZone(London.ZONE).toInstant());
    }

    private static Confirmation confirmed() {
        return new Confirmation("Kit Placer", LocalDate.parse("2027-01-11"), ConfirmedHow.EMAIL);
    }
}
