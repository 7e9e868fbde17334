package org.safecontact.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
import org.safecontact.access.CaseAccess;
import org.safecontact.access.MovedChildren;
import org.safecontact.agency.London;
import org.safecontact.agency.NextFolder;
import org.safecontact.incident.Endings;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.named.NamedInWorry;
import org.safecontact.incident.report.PlanAnswers;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.Channel;
import org.safecontact.plan.Confirmation;
import org.safecontact.plan.ConfirmedHow;
import org.safecontact.plan.NewPlanEntry;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanPeople;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.Relationship;
import org.safecontact.plan.Rhythm;
import org.safecontact.plan.Supervision;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through {@code planned-contact}, as carers go it; what follows from each answer, and who reads it. */
@SafeContactTest
class PlannedContactTest {

    private static final String PAGE = "/safe-contact/t";
    private static final String SUNDAY = "2027-02-21";

    @LocalServerPort
    private int port;

    @Autowired
    private PlanRegister register;

    @Autowired
    private PlanPeople people;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Endings endings;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private NamedInWorry namedInWorry;

    @Autowired
    private CaseRecord record;

    @Autowired
    private NextFolder folder;

    @Autowired
    private MovedChildren moved;

    @Autowired
    private CaseAccess access;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Visitor carer;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(PlannedContactTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("planned-contact");
    }

    @BeforeEach
    void afterTheCallOnSunday() {
        clock.setLondon(SUNDAY + "T16:40");
        carer = Visitor.loggedIn(port, "carer1");
    }

    @AfterEach
    void nobodyIsFollowed() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("wellbeing-monitoring")
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "test over"));
        jdbc.sql("update wellbeing_schedule set closed_at = started_at, closed_by = 'test' where closed_at is null")
                .update();
    }

    @Test
    void aGoodContactIsToldInAMinuteAndNobodyHasToDoAnything() {
        String page = words(carer.get(PAGE).text());
        assertThat(page)
                .as("seen before the contact, in one sentence")
                .contains(
                        "agreed with C1's mother: video call, Sundays 16:00-16:30, you stay in the room",
                        "Tell of an agreed contact");
        Begun begun = begin(carer, "C1");
        assertThat(begin(carer, "C1")).as("goes on with what was begun").isEqualTo(begun);
        assertThat(begun.reference()).matches("CON-2027-\\d{6}");
        JsonNode data = carer.formData(begun.todo());
        assertThat(text(data, "agreed"))
                .contains("agreed with C1's mother: video call, Sundays 16:00-16:30, you stay in the room");
        assertThat(data.path("contacts").toString()).contains("C1's mother: video call, today 16:00-16:30");
        Map<String, Object> good = good("C1");
        assertThat(good).as("taps").hasSizeLessThanOrEqualTo(7);
        send(carer, begun, good);

        assertThat(running(begun)).as("nothing is left of it").isEmpty();
        assertThat(openOf(begun)).isEmpty();
        Entry kept = entry(begun.reference(), Contacts.KEPT);
        assertThat(words(kept))
                .contains("About C1 (Kingfisher)", "It is within what is agreed. Agreed with C1's mother", "16:00");
        assertThat(words(entry(begun.reference(), ContactReports.ANSWERS)))
                .contains(
                        "Which contact was it? C1's mother: video call, today 16:00-16:30",
                        "Who was there? One of us carers, in the room",
                        "How has the child been since? Their usual self");
        assertThat(words(entry(begun.reference(), PlanAnswers.AGREED)))
                .as("what stood there that day stays with it")
                .contains("(PLN-", "Placement Plan", "No contact with C1's father");
        assertThat(thanks(carer, begun).toString())
                .contains("Nobody has to do anything more")
                .contains("\"report\":\"\"");
        String read = words(Visitor.loggedIn(port, "ssw1").get(PAGE + "/C1").text());
        assertThat(read)
                .as("the supervising social worker can read it")
                .contains(
                        "C1's mother, video call: as agreed",
                        "a carer in the room",
                        "before: their usual self; afterwards: their usual self",
                        begun.reference());
        assertThat(Visitor.loggedIn(port, "ssw1")
                        .get("/safe-contact/c/" + begun.reference() + "/r")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shorterALittleLongerOrNotAtAllIsRecordedAndNothingElse() {
        for (Map<String, Object> told : List.of(
                with(good("C1"), "went", "shorter", "why", "C1 wanted to play."),
                with(good("C1"), "went", "longer", "muchLonger", "few"),
                without(with(good("C1"), "went", "notHappened", "after", "unsettled"), "there"))) {
            Begun begun = begin(carer, "C1");
            send(carer, begun, told);
            assertThat(running(begun)).isEmpty();
            assertThat(report(begun)).as(told.toString()).isEmpty();
        }
    }

    @Test
    void whatWasNotAsAgreedBecomesAReportAndNobodyTypesItTwice() {
        Begun begun = begin(carer, "C1");
        send(
                carer,
                begun,
                with(
                        more(good("C1")),
                        "went",
                        "different",
                        "different",
                        "Her uncle joined the call.",
                        "childSaid",
                        "He has a red car."));
        String reference = report(begun).orElseThrow();
        assertThat(running(begun)).as("it ended").isEmpty();
        Incident report = incidents.get(reference);
        assertThat(report.level()).as("in the same moment").contains(RiskLevel.MEDIUM);
        assertThat(incidents.decision(reference).orElseThrow().ruleId()).startsWith("rule_19");
        assertThat(incidents.answers(reference))
                .containsEntry("planCheck", "outside")
                .containsEntry("contactBarred", "no")
                .containsEntry("channel", "video")
                .containsEntry("person", mother())
                .containsEntry("distress", "settled")
                .containsEntry("immediateDanger", "no")
                .containsEntry("namedPerson", "none")
                .containsEntry("concerns", List.of());
        assertThat(report.happenedAt()).contains(at(SUNDAY + "T16:00"));
        assertThat(report.knownAt()).as("who stayed in the room knew then").isEqualTo(at(SUNDAY + "T16:00"));
        List<Entry> carried = record.entries(reference).stream()
                .filter(entry -> entry.title().equals(Reporting.ANSWERS))
                .toList();
        assertThat(words(carried)).contains("Her uncle joined the call.");
        assertThat(carried)
                .filteredOn(entry -> entry.kind() == EntryKind.CHILDS_WORDS)
                .as("the child's own words stand by themselves")
                .singleElement()
                .satisfies(entry -> assertThat(words(entry)).contains("He has a red car."));
        assertThat(thanks(carer, begun).toString()).contains(reference);

        jobs.runDue();
        Visitor worker = Visitor.loggedIn(port, "duty1");
        Visitor.Todo acknowledge = worker.todos().stream()
                .filter(todo -> todo.key().equals("acknowledge"))
                .filter(todo -> text(worker.formData(todo), "reference").equals(reference))
                .findFirst()
                .orElseThrow();
        assertThat(text(worker.formData(acknowledge), "reported"))
                .as("whoever is told reads what the carer wrote")
                .contains("Her uncle joined the call.", "He has a red car.", "What is agreed says of this contact");
        assertThat(worker.get(PAGE + "/C1").status())
                .as("duty reads because of a case")
                .isEqualTo(200);
        assertThat(record.entries(jdbc.sql(
                                "select reference from case_file where child_id = 'C1' and closed_at is null and reference like 'INC-%' order by urgency desc, opened_at desc, reference desc limit 1")
                        .query(String.class)
                        .single()))
                .as("which stands in its record")
                .extracting(Entry::title)
                .contains(ContactReading.READ_ON_DUTY);
        assertThat(Visitor.loggedIn(port, "ssw1").get(PAGE + "/C1").text())
                .as("a report stands with the reports")
                .doesNotContain(begun.reference());
    }

    @Test
    void notTheSupervisionNotTheDayOrMuchLongerIsOutsideAndSaidAtTheField() {
        Begun begun = begin(carer, "C1");
        Map<String, Object> alone = with(good("C1"), "there", "nobody");
        assertThat(refused(carer, begun, alone).path("went").asText())
                .as("a slip is put right, and what was different is asked for")
                .contains("This is not what is agreed", "you stay in the room", "choose Something was different");
        Map<String, Object> friday = with(other(good("C1")), "began", "2027-02-19T16:10");
        assertThat(refused(carer, begun, friday).path("went").asText()).contains("Sundays 16:00-16:30");
        send(carer, begun, with(more(alone), "went", "different", "different", "I was in the kitchen."));
        assertThat(planCheck(begun)).isEqualTo("outside");
        assertThat(record.entries(report(begun).orElseThrow()))
                .filteredOn(entry -> entry.title().equals(PlanAnswers.AGREED))
                .as("what the record says of it is what counted")
                .allSatisfy(entry -> assertThat(entry.statements())
                        .anyMatch(said -> said.question().equals(PlanAnswers.SAYS)
                                && !said.answer().startsWith("within")));

        Begun long1 = begin(carer, "C1");
        send(carer, long1, with(more(good("C1")), "went", "longer", "muchLonger", "more"));
        assertThat(planCheck(long1)).isEqualTo("outside");
        Begun contactWorker = begin(carer, "C1");
        send(carer, contactWorker, with(good("C1"), "there", "contactWorker"));
        assertThat(report(contactWorker)).as("nearer than agreed is no less").isEmpty();
        Begun onFriday = begin(carer, "C1");
        send(carer, onFriday, with(more(friday), "went", "different", "different", "She asked for Friday."));
        assertThat(planCheck(onFriday)).isEqualTo("outside");
    }

    @Test
    void whereNothingCountsTheQuestionsOfAReportAreAskedAndItIsOne() {
        clock.setLondon("2031-02-23T16:40");
        Begun begun = begin(carer, "C1");
        JsonNode data = carer.formData(begun.todo());
        assertThat(text(data, "agreed")).contains("Does not count: past its review");
        String slot = agreement("C1") + ".2031-02-23";
        assertThat(data.path("open").toString()).contains(slot);
        Map<String, Object> good = with(good("C1"), "contact", slot);
        JsonNode fields = refused(carer, begun, good);
        assertThat(fields.has("namedPerson")).isTrue();
        assertThat(fields.has("personRisk")).isTrue();
        send(carer, begun, more(good));
        String reference = report(begun).orElseThrow();
        assertThat(incidents.answers(reference))
                .containsEntry("planCheck", "unknown")
                .containsEntry("contactBarred", "unsure");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);
        assertThat(begun.reference()).startsWith("CON-2031-");
    }

    @Test
    void aWorryIsAReportAlsoWithinWhatIsAgreedAndNeverLighterThanOneMadeDirectly() {
        clock.setLondon("2027-03-07T16:40");
        Map<String, Object> threats = with(
                more(with(good("C1"), "contact", agreement("C1") + ".2027-03-07")),
                "worried",
                "yes",
                "concerns",
                List.of("threats"),
                "personRisk",
                "risky");
        Begun begun = begin(carer, "C1");
        send(carer, begun, threats);
        String carried = report(begun).orElseThrow();
        String direct = direct(Map.of(
                "child", "C1",
                "danger", List.of("none"),
                "concerns", List.of("threats"),
                "personRisk", "risky",
                "person", "C1." + mother(),
                "channel", "video",
                "disclosed", List.of("none"),
                "distress", "settled",
                "namedPerson", "none"));
        assertThat(incidents.get(carried).level())
                .isEqualTo(incidents.get(direct).level())
                .contains(RiskLevel.HIGH);
        assertThat(incidents.get(carried).policeNow())
                .isEqualTo(incidents.get(direct).policeNow());
        assertThat(incidents.decision(carried).orElseThrow().ruleId())
                .isEqualTo(incidents.decision(direct).orElseThrow().ruleId());
        assertThat(incidents.answers(carried)).containsEntry("planCheck", "within");

        Begun unsure = begin(carer, "C1");
        Map<String, Object> feels =
                with(threats, "worried", "unsure", "concerns", List.of("unsure"), "personRisk", "safe");
        send(carer, unsure, feels);
        assertThat(incidents.get(report(unsure).orElseThrow()).level()).contains(RiskLevel.MEDIUM);
    }

    @Test
    void agreedContactIsNeverCountedAmongThoseThatNobodyPlanned() {
        clock.setLondon("2027-04-04T16:40");
        for (int times = 0; times < 4; times++) {
            Begun begun = begin(carer, "C1");
            send(
                    carer,
                    begun,
                    with(
                            more(with(good("C1"), "contact", agreement("C1") + ".2027-04-04")),
                            "worried",
                            "unsure",
                            "concerns",
                            List.of("unsure")));
            assertThat(report(begun)).isPresent();
        }
        clock.setLondon("2027-04-11T16:20");
        String direct = direct(Map.of(
                "child", "C1",
                "danger", List.of("none"),
                "contactKind", "unexpected",
                "channel", "video",
                "person", "C1." + mother(),
                "concerns", List.of("none"),
                "personRisk", "safe",
                "disclosed", List.of("none"),
                "distress", "settled",
                "namedPerson", "none"));
        assertThat(incidents.get(direct).level()).contains(RiskLevel.LOW);
    }

    @Test
    void aChildWhoIsVeryUpsetIsFollowedAndItsWorkerKnows() {
        Begun begun = begin(carer, "C1");
        Map<String, Object> upset = with(good("C1"), "after", "marked");
        assertThat(refused(carer, begun, upset).has("namedPerson"))
                .as("asked where a child is very upset")
                .isTrue();
        send(carer, begun, with(upset, "namedPerson", "none", "childSaid", "I want to go home."));
        assertThat(report(begun)).isEmpty();
        assertThat(thanks(carer, begun).toString()).contains("rings you", "how they are");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("deliver-message")
                        .variableValueEquals("reference", begun.reference())
                        .count())
                .as("whoever rings hears of it at once")
                .isPositive();
        followed(begun);
        assertThat(monitored("C1").getBusinessKey()).isEqualTo(begun.reference());

        Begun second = begin(carer, "C1");
        send(carer, second, with(upset, "namedPerson", "none"));
        followed(second);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("wellbeing-monitoring")
                        .variableValueEquals("childId", "C1")
                        .count())
                .as("one schedule for each child")
                .isEqualTo(1);

        clock.setLondon("2027-02-22T09:30");
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        Task hear = openOf(begun).get(0);
        assertThat(hear.getTaskDefinitionKey()).isEqualTo("hearOfContact");
        assertThat(hear.getDueDate().toInstant()).as("two hours of the office").isEqualTo(at("2027-02-22T11:00"));
        assertThat(worker.has("touchpoint")).as("and somebody sees the child").isTrue();
        assertThat(worker.claim(todo(hear)).accepted()).isTrue();
        assertThat(text(worker.formData(todo(hear)), "told")).contains("I want to go home.", "within what is agreed");
        assertThat(Visitor.loggedIn(port, "ssw2").claim(todo(hear)).accepted()).isFalse();
        Visitor.Answer heard = worker.submit(
                todo(hear),
                Map.of(
                        "spoke", "Alex; calm by the evening.",
                        "toldWhom", "Kit Placer, by telephone",
                        "toldAt", "2027-02-22T09:20",
                        "agreedStays", "ask",
                        "helps", "The call may become shorter."));
        assertThat(heard.status()).as(heard.text()).isEqualTo(204);
        assertThat(running(begun)).isEmpty();
        assertThat(record.entries(begun.reference()))
                .extracting(Entry::title)
                .contains("When somebody looks how the child is", "An agreed contact that upset the child");
    }

    @Test
    void whoeverSupervisesTheHomeToWhichTheChildMovesRingsAboutWhatTheOldHomeTold() {
        Begun begun = begin(carer, "C1");
        send(carer, begun, with(good("C1"), "after", "marked", "namedPerson", "none"));
        followed(begun);
        Begun unsent = begin(carer, "C1");
        Map<String, Object> told = good("C1");
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        Visitor other = Visitor.loggedIn(port, "ssw2");
        Task hear = openOf(begun).get(0);
        assertThat(worker.claim(todo(hear)).accepted()).isTrue();
        try {
            folder.childMoves("C1", "H2");
            moved.look();
            assertThat(carer.get("/safe-contact/api/contacts/" + begun.reference() + "/thank-you")
                            .text())
                    .contains("The child's supervising social worker reads this")
                    .doesNotContain("Eli Southgate");
            String offered = carer.formData(unsent.todo()).toString();
            assertThat(offered)
                    .as("nothing of the home where the child lives now, nor what is agreed since")
                    .doesNotContain("carer2", "ssw2", "you stay in the room")
                    .contains("Ask your supervising social worker", "carer3");
            assertThat(worker.formData(todo(hear)).has("told")).isFalse();
            assertThat(other.claim(todo(hear)).accepted()).isTrue();
            for (String before : List.of("ssw1", "carer3")) {
                assertThat(access.mayRead(before, begun.reference())).as(before).isFalse();
            }
            send(carer, unsent, told);
            assertThat(access.mayRead("ssw2", unsent.reference()))
                    .as("the old home still tells what was, and the new one's worker has it")
                    .isTrue();
            assertThat(access.mayRead("carer3", unsent.reference())).isFalse();
        } finally {
            folder.unchanged();
            moved.look();
        }
        assertThat(other.formData(todo(hear)).has("told")).isFalse();
        assertThat(worker.claim(todo(hear)).accepted()).isTrue();
    }

    @Test
    void whatIsSeenOfTheChildAfterwardsIsDecidedInAReportThatGoesOnFromTheContact() {
        Visitor home = Visitor.loggedIn(port, "carer2");
        Begun begun = begin(home, "C3");
        send(
                home,
                begun,
                with(
                        good("C3"),
                        "contact",
                        agreement("C3") + ".now",
                        "there",
                        "nobody",
                        "after",
                        "marked",
                        "namedPerson",
                        "none"));
        followed(begun);
        clock.setLondon(SUNDAY + "T20:05");
        jobs.runDue(monitored("C3").getId());
        Visitor.Todo look = home.todo("observeWellbeing");
        Visitor.Answer seen = home.submit(
                look, Map.of("compared", "worse", "different", List.of("sleep"), "signs", List.of("missing")));
        assertThat(seen.status()).as(seen.text()).isEqualTo(204);
        String reference = report(begun).orElseThrow();
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.answers(reference))
                .containsEntry("immediateDanger", "yes")
                .containsEntry("distress", "marked")
                .containsEntry("planCheck", "within")
                .containsEntry("namedPerson", "none");
        jobs.runDue();
        assertThat(Visitor.loggedIn(port, "duty1").has("acknowledge")).isTrue();
    }

    @Test
    void dangerThatIsTickedCountsAtOnceAndTheRestComesWithTheForm() {
        Begun begun = begin(carer, "C1");
        assertThat(tap(carer, begun, "immediateDanger").status()).isEqualTo(200);
        String reference = report(begun).orElseThrow();
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.get(reference).policeNow()).isTrue();
        int entries = record.entries(reference).size();
        assertThat(tap(carer, begun, "immediateDanger").status()).isEqualTo(200);
        assertThat(record.entries(reference)).as("the same tap twice is one").hasSize(entries);
        assertThat(tap(carer, begun, "somethingElse").status()).isEqualTo(400);
        assertThat(tap(Visitor.loggedIn(port, "carer3"), begun, "threatToLife").status())
                .as("not somebody else's")
                .isEqualTo(404);

        Map<String, Object> answers = with(
                more(good("C1")),
                "danger",
                List.of("immediateDanger"),
                "went",
                "different",
                "different",
                "She said that she stands outside.");
        send(carer, begun, answers);
        assertThat(report(begun)).as("one report for each contact").contains(reference);
        assertThat(incidents.answers(reference))
                .containsEntry("planCheck", "outside")
                .containsEntry("namedPerson", "none");
        assertThat(words(record.entries(reference))).contains("She said that she stands outside.");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, "unplanned-contact")
                        .count())
                .isEqualTo(1);

        Begun unsure = begin(carer, "C2");
        tap(carer, unsure, "unsure");
        assertThat(incidents.get(report(unsure).orElseThrow()).level()).contains(RiskLevel.HIGH);
        send(carer, unsure, Map.of("contact", "nothing"));
        assertThat(incidents.get(report(unsure).orElseThrow()).state())
                .as("danger that was ticked stays")
                .isEqualTo(Incident.State.OPEN);
    }

    @Test
    void dangerThatIsTickedAgainAfterItsReportWasTakenBackIsANewReport() {
        Begun begun = begin(carer, "C1");
        tap(carer, begun, "immediateDanger");
        String before = report(begun).orElseThrow();
        endings.askToWithdraw(before, "manager1", List.of(new Statement("Why", "A thumb on the screen.")));
        endings.withdraw(before, Optional.of("manager2"));
        assertThat(incidents.get(before).state()).isEqualTo(Incident.State.WITHDRAWN);

        assertThat(tap(carer, begun, "immediateDanger").status()).isEqualTo(200);
        String now = report(begun).orElseThrow();
        assertThat(now).isNotEqualTo(before);
        assertThat(incidents.get(now).level()).contains(RiskLevel.IMMEDIATE);
        jobs.runDue();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(now)
                        .taskDefinitionKey("acknowledge")
                        .count())
                .as("somebody is told")
                .isPositive();
        tap(carer, begun, "immediateDanger");
        assertThat(report(begun)).as("the same tap twice is one").contains(now);
        send(carer, begun, Map.of("contact", "nothing"));
    }

    @Test
    void sharedPhotosHaveTheirQuestionFirstAndDoubtIsAReport() {
        int aunt = photosWithTheAunt();
        Begun begun = begin(carer, "C2");
        JsonNode data = carer.formData(begun.todo());
        assertThat(text(data, "contacts")).contains("C2's aunt: sharing photos, just now");
        String slot = aunt + ".now";
        assertThat(text(data, "photos")).contains(slot);
        Map<String, Object> good = with(good("C1"), "contact", slot, "there", "nobody");
        assertThat(refused(carer, begun, good).has("pictures")).isTrue();
        List<String> order = carer.form(begun.todo()).path("components").findValuesAsText("key");
        assertThat(order.indexOf("pictures"))
                .as("before anything is written")
                .isPositive()
                .isLessThan(order.indexOf("different"))
                .isLessThan(order.indexOf("why"))
                .isLessThan(order.indexOf("childSaid"));
        send(carer, begun, with(good, "pictures", "no"));
        assertThat(report(begun)).isEmpty();
        JsonNode report = carer.post("/safe-contact/api/reports", Map.of()).body();
        List<String> asked = carer.form(new Visitor.Todo(
                        report.path("taskId").asText(), "reportContact", "", Optional.empty(), Optional.empty()))
                .path("components")
                .findValuesAsText("key");
        assertThat(asked.indexOf("pictures"))
                .as("so it is in a report")
                .isPositive()
                .isLessThan(asked.indexOf("whatHappened"))
                .isLessThan(asked.indexOf("childSaid"));

        Begun pictures = begin(carer, "C2");
        send(carer, pictures, with(more(good), "pictures", "yes"));
        String reference = report(pictures).orElseThrow();
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(incidents.concerns(reference)).contains("images");
    }

    @Test
    void bothCarersMayTellOfTheSameContactAndBothStay() {
        clock.setLondon("2027-03-14T17:00");
        Map<String, Object> good = with(good("C1"), "contact", agreement("C1") + ".2027-03-14");
        Begun first = begin(carer, "C1");
        send(carer, first, good);
        Visitor other = Visitor.loggedIn(port, "carer3");
        Begun second = begin(other, "C1");
        assertThat(text(other.formData(second.todo()).path("contacts").toString()))
                .contains("Alex Ashdown told us of it already; you may too");
        send(other, second, good);
        assertThat(thanks(other, second).toString()).contains("Alex Ashdown told us of the same contact. Both stay");
        assertThat(words(entry(second.reference(), Contacts.KEPT)))
                .contains("also told by Alex Ashdown, " + first.reference());
        String page = Visitor.loggedIn(port, "ssw1").get(PAGE + "/C1").text();
        assertThat(page).contains(first.reference(), second.reference());
    }

    @Test
    void twoPressesAndTwoWindowsDoubleNothingAndLoseNothing() throws Exception {
        CompletableFuture<Begun> one = CompletableFuture.supplyAsync(() -> begin(carer, "C1"));
        Begun two = begin(carer, "C1");
        assertThat(one.get()).isEqualTo(two);

        Map<String, Object> good = good("C1");
        CompletableFuture<Integer> window = CompletableFuture.supplyAsync(
                () -> carer.submit(two.todo(), good).status());
        int here = carer.submit(two.todo(), good).status();
        assertThat(List.of(here, window.get()))
                .as("sent twice in the same moment")
                .contains(204);
        assertThat(record.entries(two.reference()).stream()
                        .filter(entry -> entry.title().equals(Contacts.KEPT)))
                .hasSize(1);
        assertThat(report(two)).isEmpty();

        carer.submit(
                two.todo(),
                with(more(good), "worried", "yes", "concerns", List.of("grooming"), "childSaid", "It is our secret."));
        String reference = report(two).orElseThrow();
        assertThat(incidents.get(reference).level())
                .as("nobody may think that what another window said was heard")
                .contains(RiskLevel.HIGH);
        assertThat(words(record.entries(reference))).contains("It is our secret.");
        assertThat(incidents.answers(reference)).containsEntry("planCheck", "within");
    }

    @Test
    void whatOneWindowTellsIsNotLostWhenAnotherSaidThatItWasNothing() {
        Map<String, Object> upset =
                with(good("C1"), "after", "marked", "namedPerson", "none", "childSaid", "I want to go home.");
        Map<String, Object> uncle =
                with(more(good("C1")), "went", "different", "different", "Her uncle joined the call.");
        for (Map<String, Object> told : List.of(upset, uncle)) {
            Begun begun = begin(carer, "C1");
            send(carer, begun, Map.of("contact", "nothing"));
            assertThat(carer.submit(begun.todo(), told).status()).isEqualTo(409);
            String reference = report(begun).orElseThrow();
            assertThat(incidents.answers(reference)).containsEntry("distress", told.get("after"));
            assertThat(words(record.entries(reference)))
                    .contains((String) told.getOrDefault("different", told.get("childSaid")));
            assertThat(incidents.decision(reference)).as("it goes its way").isPresent();
        }
        Begun fine = begin(carer, "C1");
        send(carer, fine, Map.of("contact", "nothing"));
        carer.submit(fine.todo(), good("C1"));
        assertThat(report(fine)).as("a good one is on record, and no report").isEmpty();
        assertThat(words(record.entries(fine.reference())))
                .as("with which contact it was")
                .contains("Which contact was it? C1's mother: video call, today 16:00-16:30");
    }

    @Test
    void aTimeToComeOneOfLongAgoAndSomebodyElsesChildAreRefusedInPlainWords() {
        Begun begun = begin(carer, "C1");
        Map<String, Object> other = other(good("C1"));
        assertThat(refused(carer, begun, with(other, "began", "2027-02-21T18:00"))
                        .path("began")
                        .asText())
                .contains("lies in the future");
        assertThat(refused(carer, begun, with(other, "began", "2026-02-22T16:00"))
                        .path("began")
                        .asText())
                .contains("This was long ago");
        assertThat(refused(carer, begun, with(good("C1"), "contact", "999.2027-02-21"))
                        .has("contact"))
                .isTrue();
        assertThat(refused(carer, begun, without(good("C1"), "danger")).has("danger"))
                .isTrue();
        send(carer, begun, Map.of("contact", "nothing"));
        assertThat(running(begun)).isEmpty();
        assertThat(thanks(carer, begun).toString()).contains("Nothing was recorded");

        Visitor stranger = Visitor.loggedIn(port, "carer2");
        assertThat(post(stranger, "C1").statusCode()).isEqualTo(404);
        assertThat(stranger.get(PAGE + "/C1").status()).isEqualTo(404);
        assertThat(stranger.get("/safe-contact/api/contacts/" + begun.reference() + "/thank-you")
                        .status())
                .isEqualTo(404);
        for (String reads : List.of("childsw1", "manager1", "teammanager1")) {
            Visitor visitor = Visitor.loggedIn(port, reads);
            assertThat(visitor.get(PAGE + "/C1").status()).as(reads).isEqualTo(200);
            assertThat(post(visitor, "C1").statusCode())
                    .as(reads + " does not tell of it")
                    .isEqualTo(404);
        }
    }

    @Test
    void toldADayLateItSaysSo() {
        clock.setLondon("2027-03-22T09:00");
        Begun begun = begin(carer, "C1");
        assertThat(carer.formData(begun.todo()).path("contacts").toString())
                .contains("C1's mother: video call, yesterday 16:00-16:30");
        send(carer, begun, with(good("C1"), "contact", agreement("C1") + ".2027-03-21"));
        assertThat(words(entry(begun.reference(), Contacts.KEPT)))
                .contains("Written on Monday 22 March 2027, 09:00 about Sunday 21 March 2027, 16:00.");
    }

    @Test
    void whoIsNamedReadsNothingOfItAndWhatWasBegunIsNobodyElses() {
        clock.setLondon("2027-05-02T16:40");
        Visitor other = Visitor.loggedIn(port, "carer3");
        Map<String, Object> good = with(good("C1"), "contact", agreement("C1") + ".2027-05-02");
        Begun named = begin(carer, "C1");
        assertThat(other.get("/safe-contact/api/tasks/" + named.task() + "/case")
                        .status())
                .as("what is begun and not sent is nobody else's")
                .isEqualTo(404);
        send(
                carer,
                named,
                with(
                        more(good),
                        "worried",
                        "yes",
                        "concerns",
                        List.of("none"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("ssw1"),
                        "childSaid",
                        "CANARY"));
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        assertThat(incidents.get(report(named).orElseThrow()).level()).contains(RiskLevel.HIGH);
        assertThat(worker.get("/safe-contact/c/" + named.reference() + "/r").status())
                .isEqualTo(404);
        assertThat(worker.get(PAGE + "/C1").text()).doesNotContain("CANARY", named.reference());

        Begun later = begin(carer, "C1");
        send(carer, later, good);
        assertThat(worker.get("/safe-contact/c/" + later.reference() + "/r").status())
                .as("nor what is told afterwards, until the registered manager has decided")
                .isEqualTo(404);
        assertThat(worker.get(PAGE + "/C1").text()).doesNotContain(later.reference());
        assertThat(other.get(PAGE + "/C1").text()).contains("as agreed");
        assertThat(Visitor.loggedIn(port, "manager1").get(PAGE + "/C1").text()).contains(later.reference());
    }

    @Test
    void whoIsNamedLosesWhatWasToldBeforeAndSomebodyElseRings() {
        Begun upset = begin(carer, "C1");
        send(carer, upset, with(good("C1"), "after", "marked", "namedPerson", "none"));
        followed(upset);
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        String told = "/safe-contact/api/cases/" + upset.reference() + "/record";
        assertThat(worker.get(told).status()).isEqualTo(200);
        Task hear = openOf(upset).get(0);
        assertThat(worker.claim(todo(hear)).accepted()).isTrue();

        Begun named = begin(carer, "C1");
        send(
                carer,
                named,
                with(
                        more(good("C1")),
                        "worried",
                        "yes",
                        "concerns",
                        List.of("none"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("ssw1")));
        assertThat(worker.get(told).status()).isEqualTo(404);
        assertThat(worker.get(PAGE + "/C1").text()).doesNotContain(upset.reference());
        assertThat(openOf(upset).get(0).getAssignee()).isNull();
        assertThat(worker.claim(todo(hear)).accepted()).isFalse();
        Visitor manager = Visitor.loggedIn(port, "manager1");
        assertThat(manager.claim(todo(hear)).accepted())
                .as("somebody else rings")
                .isTrue();
        assertThat(Visitor.loggedIn(port, "carer3").get(told).status())
                .as("the home reads it as before")
                .isEqualTo(200);

        Begun again = begin(carer, "C1");
        send(
                carer,
                again,
                with(
                        more(good("C1")),
                        "worried",
                        "yes",
                        "concerns",
                        List.of("none"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("ssw1")));
        namedInWorry.otherCases(report(named).orElseThrow(), "manager1", true);
        assertThat(worker.get(told).status())
                .as("another report names them still")
                .isEqualTo(404);
        for (String report : jdbc.sql("select distinct report from agreed_contact_report")
                .query(String.class)
                .list()) {
            namedInWorry.otherCases(report, "manager1", true);
        }
        assertThat(worker.get(told).status()).as("let back").isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from case_access_change where reference = ? and change = 'let back'")
                        .param(upset.reference())
                        .query(Integer.class)
                        .single())
                .as("on record")
                .isEqualTo(1);
    }

    @Test
    void whereNobodyRingsAfterAnUpsettingContactOneMoreIsAskedEachHour() {
        Begun begun = begin(carer, "C1");
        send(carer, begun, with(good("C1"), "after", "marked", "namedPerson", "none"));
        followed(begun);
        Task hear = openOf(begun).get(0);
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        Visitor duty = Visitor.loggedIn(port, "duty1");
        clock.setLondon("2027-02-22T10:59");
        assertThat(worker.claim(todo(hear)).accepted()).isTrue();
        jobs.runDue(hear.getProcessInstanceId());
        assertThat(askedToRing(begun)).as("in time nobody else is asked").containsOnly("ssw1");
        assertThat(duty.get("/safe-contact/api/tasks/" + hear.getId() + "/case").status())
                .isEqualTo(404);

        clock.setLondon("2027-02-22T11:00");
        jobs.runDue(hear.getProcessInstanceId());
        assertThat(askedToRing(begun)).as("told that somebody is to be rung").containsOnly("ssw1", "duty1");
        assertThat(openOf(begun).get(0).getAssignee())
                .as("whoever took it a minute ago is left to ring")
                .isEqualTo("ssw1");
        assertThat(record.entries(begun.reference()))
                .filteredOn(entry -> entry.title().equals(NotHeard.STILL_WAITS))
                .as("on record, with who has it")
                .singleElement()
                .extracting(entry -> entry.statements().get(0).answer())
                .isEqualTo("Dana Northgate");
        clock.setLondon("2027-02-22T12:00");
        jobs.runDue(hear.getProcessInstanceId());
        assertThat(openOf(begun).get(0).getAssignee())
                .as("whoever took it and did not ring has it no longer alone")
                .isNull();
        assertThat(askedToRing(begun)).containsOnly("ssw1", "duty1", "teammanager1");
        clock.setLondon("2027-02-22T13:00");
        jobs.runDue(hear.getProcessInstanceId());
        assertThat(askedToRing(begun)).containsOnly("ssw1", "duty1", "teammanager1", "manager1");
        int all = askedToRing(begun).size();
        clock.setLondon("2027-02-22T14:00");
        jobs.runDue(hear.getProcessInstanceId());
        assertThat(askedToRing(begun)).as("nobody every hour of a night").hasSize(all);
        for (int hour = 1; hour < 24; hour++) {
            clock.setLondon("2027-02-23T13:00");
            jobs.run(hear.getProcessInstanceId(), "boundaryEvent_notHeard");
        }
        assertThat(askedToRing(begun)).as("again the day after").hasSize(all + 4);
        assertThat(record.entries(begun.reference()))
                .filteredOn(entry -> entry.title().equals(NotHeard.STILL_WAITS))
                .as("each time on record")
                .hasSize(4);

        assertThat(duty.claim(todo(hear)).accepted()).isTrue();
        assertThat(text(duty.formData(todo(hear)), "told")).contains("Very upset");
        assertThat(duty.submit(
                                todo(hear),
                                Map.of(
                                        "spoke", "Alex; calm by the evening.",
                                        "toldWhom", "Kit Placer, by telephone",
                                        "toldAt", "2027-02-23T12:50",
                                        "agreedStays", "ask",
                                        "helps", "The call may become shorter."))
                        .status())
                .isEqualTo(204);
        assertThat(running(begun)).as("and it is over").isEmpty();
        assertThat(duty.get("/safe-contact/api/cases/" + begun.reference() + "/record")
                        .status())
                .as("duty read it for that alone")
                .isEqualTo(404);
    }

    // ---- steps

    private List<String> askedToRing(Begun begun) {
        return jdbc.sql("select recipient from outgoing_message where reference = ? and wanted = 'RING'")
                .param(begun.reference())
                .query(String.class)
                .list();
    }

    private record Begun(String task, String reference) {

        Visitor.Todo todo() {
            return new Visitor.Todo(task, "recordContact", "", Optional.empty(), Optional.empty());
        }
    }

    private Begun begin(Visitor visitor, String child) {
        String address = post(visitor, child).headers().firstValue("Location").orElseThrow();
        assertThat(address).contains("/camunda/app/tasklist/default/#/?task=");
        String task = address.replaceFirst(".*task=", "");
        String instance = history.createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
        return new Begun(
                task,
                history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getBusinessKey());
    }

    private static HttpResponse<byte[]> post(Visitor visitor, String child) {
        return visitor.raw(PAGE + "/" + child, "application/x-www-form-urlencoded", BodyPublishers.noBody());
    }

    private static void send(Visitor visitor, Begun begun, Map<String, Object> answers) {
        Visitor.Answer answer = visitor.submit(begun.todo(), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static JsonNode refused(Visitor visitor, Begun begun, Map<String, Object> answers) {
        Visitor.Answer answer = visitor.submit(begun.todo(), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.body().path("fields");
    }

    private static Visitor.Answer tap(Visitor visitor, Begun begun, String question) {
        return visitor.post(
                "/safe-contact/api/contacts/" + begun.reference() + "/danger", Map.of("question", question));
    }

    private static JsonNode thanks(Visitor visitor, Begun begun) {
        return visitor.get("/safe-contact/api/contacts/" + begun.reference() + "/thank-you")
                .body();
    }

    private String direct(Map<String, Object> answers) {
        JsonNode begun = carer.post("/safe-contact/api/reports", Map.of()).body();
        Visitor.Answer sent = carer.submit(
                new Visitor.Todo(
                        begun.path("taskId").asText(), "reportContact", "", Optional.empty(), Optional.empty()),
                answers);
        assertThat(sent.status()).as(sent.text()).isEqualTo(204);
        return begun.path("reference").asText();
    }

    /** Photos are agreed with C2's aunt, who is nobody that a court speaks of. */
    private int photosWithTheAunt() {
        String aunt =
                people.add("C2", "C2's aunt", Relationship.OTHER_FAMILY, "ssw1").id();
        return register.enter(
                "C2",
                new NewPlanEntry(
                        new Agreement(
                                Optional.of(aunt),
                                Channel.PHOTO,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Rhythm.ANY_TIME,
                                Supervision.NOBODY,
                                "",
                                Optional.of(LocalDate.parse("2027-01-01")),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.of(
                                new Confirmation("Lee Placer", LocalDate.parse("2027-01-01"), ConfirmedHow.LETTER))),
                "ssw1");
    }

    private String mother() {
        return people.of("C1").stream()
                .filter(person -> person.label().equals("C1's mother"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private int agreement(String child) {
        return register.plan(child).entries().stream()
                .filter(held -> held.item() instanceof Agreement)
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** As agreed, today: seven taps. */
    private Map<String, Object> good(String child) {
        return new HashMap<>(Map.of(
                "contact", agreement(child) + "." + SUNDAY,
                "danger", List.of("none"),
                "went", "asAgreed",
                "there", "inTheRoom",
                "before", "settled",
                "after", "settled",
                "worried", "no"));
    }

    /** What is asked beside it where it was different, or worries somebody; nothing of it is bad. */
    private static Map<String, Object> more(Map<String, Object> answers) {
        return with(answers, "personRisk", "safe", "disclosed", List.of("none"), "namedPerson", "none");
    }

    private Map<String, Object> other(Map<String, Object> answers) {
        return with(answers, "contact", "other", "entry", String.valueOf(agreement("C1")));
    }

    private static Map<String, Object> with(Map<String, Object> answers, Object... differently) {
        Map<String, Object> all = new HashMap<>(answers);
        for (int at = 0; at < differently.length; at += 2) {
            all.put((String) differently[at], differently[at + 1]);
        }
        return all;
    }

    private static Map<String, Object> without(Map<String, Object> answers, String key) {
        Map<String, Object> all = new HashMap<>(answers);
        all.remove(key);
        return all;
    }

    // ---- what came of it

    private Optional<String> report(Begun begun) {
        return jdbc.sql("select report from agreed_contact_report where reference = ? order by id desc limit 1")
                .param(begun.reference())
                .query(String.class)
                .optional();
    }

    private Object planCheck(Begun begun) {
        return incidents.answers(report(begun).orElseThrow()).get("planCheck");
    }

    private List<String> running(Begun begun) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(begun.reference(), "planned-contact")
                .list()
                .stream()
                .map(running -> running.getId())
                .toList();
    }

    private List<Task> openOf(Begun begun) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(begun.reference())
                .processDefinitionKey("planned-contact")
                .list();
    }

    private void followed(Begun begun) {
        jobs.run(running(begun).get(0), "serviceTask_followChild");
    }

    private ProcessInstance monitored(String child) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("wellbeing-monitoring")
                .variableValueEquals("childId", child)
                .singleResult();
    }

    private static Visitor.Todo todo(Task task) {
        return new Visitor.Todo(task.getId(), task.getTaskDefinitionKey(), "", Optional.empty(), Optional.empty());
    }

    private Entry entry(String reference, String title) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String london) {
        return LocalDateTime.parse(london).atZone(London.ZONE).toInstant();
    }

    private static String words(List<Entry> entries) {
        return entries.stream().map(PlannedContactTest::words).collect(Collectors.joining("\n"));
    }

    private static String words(Entry entry) {
        return entry.statements().stream()
                .map(said -> said.question() + " " + said.answer())
                .collect(Collectors.joining("\n"));
    }

    private static String text(JsonNode data, String key) {
        return text(data.path(key).path("value").asText());
    }

    private static String text(String shown) {
        return shown.replace("\\", "");
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", "").replace("&#39;", "'").replaceAll("\\s+", " ");
    }
}
