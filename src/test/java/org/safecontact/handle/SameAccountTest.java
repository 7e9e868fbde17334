package org.safecontact.handle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.PersonCleared;
import org.safecontact.access.ToDos;
import org.safecontact.demo.MailSink;
import org.safecontact.engine.EngineTables;
import org.safecontact.evidence.EvidenceKind;
import org.safecontact.evidence.EvidenceStore;
import org.safecontact.evidence.NewItem;
import org.safecontact.incident.Additions;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Wcag;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.RecordVerifier;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same account in reports about two children: who is asked, who learns what, and every way through {@code compare-accounts} and
 * {@code same-account}.
 */
@SafeContactTest
class SameAccountTest {

    private static final String KNOWN = "An account in this report is known to us: ring the on-call manager on";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private StoredReports reports;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private Reporting reporting;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private Additions additions;

    @Autowired
    private HandleRegister register;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseAccess access;

    @Autowired
    private CaseRecord record;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private RecordVerifier verifier;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MailSink mails;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(SameAccountTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("compare-accounts", "same-account");
    }

    @BeforeEach
    void aTuesdayNightOnWhichEverythingBeforeIsDecided() {
        clock.setLondon("2027-01-12T22:00");
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("same-account")
                .list()
                .forEach(asked -> {
                    register.answered(asked.getBusinessKey(), "notSure", "manager2");
                    runtime.deleteProcessInstance(asked.getId(), "another test");
                });
    }

    @Test
    void theRegisteredManagerIsAskedAndNobodyElseLearnsOfTheOtherChild() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        note(one, "carer1", "Snapchat", "@Heron_Nights");
        assertThat(finds(one)).as("one child is no find").isEmpty();
        Map<String, Integer> before = Map.of(one, record.length(one), two, record.length(two));
        write(two, "carer2", "snap chat", "heron_nights");
        assertThat(finds(two)).as("after whoever wrote it is done").isEmpty();
        goesOn(two);

        String find = find(two);
        assertThat(finds(one)).containsExactly(find);
        goesOn(find);
        assertThat(record.length(one)).as("nothing in a report").isEqualTo(before.get(one));
        assertThat(titles(two).subList(before.get(two), titles(two).size()))
                .as("nothing but what was written down")
                .isEqualTo(List.of(titles(two).get(before.get(two))));
        Task asked = open(find).get(0);
        assertThat(tasks.getIdentityLinksForTask(asked.getId()))
                .extracting(link -> link.getGroupId() + link.getUserId())
                .containsExactly("registeredManagernull");
        assertThat(asked.getDueDate()).as("four hours by the clock").isEqualTo("2027-01-13T02:00:00.000Z");
        assertThat(letters("manager1", find)).singleElement().asString().contains(find, "decide");
        assertThat(mails.letters().stream().filter(letter -> letter.subject().contains(find)))
                .allSatisfy(letter -> assertThat(letter.to()).startsWith("manager1@"));

        Visitor manager = Visitor.loggedIn(port, "manager1");
        JsonNode shown = manager.formData(todo(asked));
        assertThat(shown.path("aboutWhom").path("value").asText()).isEqualTo("2 children");
        assertThat(shown.path("reports").path("value").asText().replace("\\", ""))
                .contains(
                        one,
                        two,
                        "**C1 (Kingfisher)**: @Heron_Nights, in Snapchat",
                        "**C3 (Swallow)**: heron_nights, in snap chat",
                        "Charlie Brookside");
        for (String person : List.of(
                "carer1", "carer2", "carer3", "ssw1", "ssw2", "duty1", "teammanager1", "childsw1", "childsw2")) {
            Visitor other = Visitor.loggedIn(port, person);
            assertThat(access.mayRead(person, find)).as(person).isFalse();
            assertThat(other.todos()).as(person).noneMatch(each -> each.id().equals(asked.getId()));
            assertThat(other.claim(todo(asked)).accepted()).as(person).isFalse();
            assertThat(other.formData(todo(asked)).toString()).as(person).doesNotContain("Heron", one, two);
            assertThat(other.get("/safe-contact/api/cases/" + find + "/record").accepted())
                    .as(person)
                    .isFalse();
        }
        assertThat(Visitor.loggedIn(port, "director1").claim(todo(asked)).accepted())
                .as("who answers for the service may read it, and is not asked")
                .isFalse();

        Map<String, String> readers = Map.of("ssw1", one, "ssw2", two);
        readers.forEach((worker, own) -> {
            String other = own.equals(one) ? two : one;
            String child = own.equals(one) ? "C3" : "C1";
            Visitor reads = Visitor.loggedIn(port, worker);
            for (String page : List.of(
                    "/safe-contact/c/" + own,
                    "/safe-contact/c/" + own + "/r",
                    "/safe-contact/c/" + own + "/e",
                    "/safe-contact/api/cases/" + own + "/record",
                    "/safe-contact/api/evidence/" + own)) {
                assertThat(reads.get(page).text())
                        .as(page)
                        .doesNotContain(
                                other, find, ">" + child + "<", "The same account", "registered manager was asked");
            }
        });
        for (String told : List.of("duty1", "manager1", "director1")) {
            assertThat(Visitor.loggedIn(port, told)
                            .get("/safe-contact/c/" + one)
                            .text())
                    .as(told)
                    .contains(KNOWN, "07700 900501");
        }
        for (String carer : List.of("carer1", "carer3", "ssw1", "teammanager1", "childsw1")) {
            assertThat(Visitor.loggedIn(port, carer)
                            .get("/safe-contact/c/" + one)
                            .text())
                    .as(carer)
                    .doesNotContain("known to us");
        }

        Map<String, Object> answers = decided("no");
        answers.put("followed", List.of("police", "nothing"));
        manager.claim(todo(asked));
        assertThat(manager.submit(todo(asked), answers).text()).contains("either nothing, or what is done");
        assertThat(manager.submit(todo(asked), decided("no")).accepted()).isTrue();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(find, "same-account")
                        .count())
                .isZero();
        assertThat(Visitor.loggedIn(port, "duty1").get("/safe-contact/c/" + one).text())
                .as("it is not the same person")
                .doesNotContain("known to us");
        assertThat(titles(find)).contains("The same account for two children", "The same account: what is done");
        assertThat(Stream.concat(record.entries(one).stream(), record.entries(two).stream())
                        .map(Entry::statements)
                        .map(Object::toString))
                .noneMatch(said -> said.contains("not the same person"));
        assertThat(EngineTables.with(List.of(find), jdbc))
                .as("the search finds what is there")
                .isNotEmpty();
        assertThat(EngineTables.with(List.of("Heron_Nights", "heron_nights", "not the same person"), jdbc))
                .isEmpty();
        assertThat(mails.letters().toString()).doesNotContain("eron_", "Snapchat");
        assertThat(verifier.verify().broken()).isEmpty();
    }

    @Test
    void whoAnswersReadsWhomToRingAndNothingElse() {
        clock.runFrom("2027-01-12T22:00");
        note(report("C3", "carer2"), "carer2", "", "07700 900777");
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String reference = carer.beginsReport();
        Map<String, Object> answers = new HashMap<>(Map.of(
                "child", "C1",
                "danger", List.of("none"),
                "contactKind", "secretAccount",
                "channel", "phone",
                "concerns", List.of("none"),
                "personRisk", "safe",
                "contactBarred", "no",
                "disclosed", List.of("none"),
                "distress", "settled",
                "namedPerson", "none"));
        answers.put("whatHappened", "Somebody rang.");
        carer.complete("reportContact", answers);
        goesOn(reference);
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(shownToWhoAnswers(duty, reference)).isEmpty();

        carer.complete(
                "completeRecord",
                Map.of(
                        "whatHappened",
                        "All of it.",
                        "began",
                        "unsure",
                        "callFrom",
                        "+44 7700 900777, it was not hidden"));
        instances(reference, "compare-accounts").forEach(each -> jobs.run(each, "startEvent_accountWritten"));
        String find = find(reference);
        assertThat(shownToWhoAnswers(duty, reference)).isEqualTo("07700 900501");
        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "duty1");
        phone.list("Waiting for somebody");
        phone.page().getByText(reference).first().click();
        phone.see(KNOWN);
        phone.notSee(find, "C3");
        phone.picture("same-account-answer-phone");
        files.exclude(reference, "manager1", "named in the worry");
        assertThat(shownToWhoAnswers(duty, reference))
                .as("never who is kept away")
                .isEqualTo("07700 900502");
        goesOn(reference);
        goesOn(find);
        assertThat(letters("manager1", find)).isEmpty();
        assertThat(letters("manager2", find)).hasSize(1);
    }

    @Test
    void whoIsKeptAwayFromAFindLearnsNothingOfItFromAnotherReport() {
        String named = report("C1", "carer1");
        String other = report("C2", "carer1");
        String probe = report("C3", "carer2");
        note(named, "carer1", "Snapchat", "bittern_1");
        note(other, "carer1", "Snapchat", "dipper_1");
        files.exclude(named, "manager1", "named in the worry");
        note(probe, "carer2", "Snapchat", "dipper_1");
        String page = "/safe-contact/c/" + probe;
        assertThat(Visitor.loggedIn(port, "manager1").get(page).text()).contains(KNOWN);
        note(probe, "carer2", "Snapchat", "bittern_1");
        assertThat(finds(probe)).hasSize(2);
        assertThat(Visitor.loggedIn(port, "manager1").get(page).text())
                .as("not of what is about themself, whatever else is known")
                .doesNotContain("known to us");
        assertThat(Visitor.loggedIn(port, "duty1").get(page).text())
                .as("one number, of somebody who is kept away from neither")
                .contains("07700 900502")
                .doesNotContain("07700 900501");
        files.exclude(other, "duty1", "named in the worry");
        assertThat(Visitor.loggedIn(port, "duty1").get(page).text()).doesNotContain("known to us");
    }

    @Test
    void oneToDoAboutTheSameChildrenHasAllTheAccounts() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        for (String name : List.of("knot_1", "knot_2", "knot_3")) {
            note(one, "carer1", "Discord", name);
            note(two, "carer2", "Discord", name);
        }
        String find = find(two);
        goesOn(find);
        assertThat(open(find)).hasSize(1);
        assertThat(letters("manager1", find)).hasSize(1);
        JsonNode shown =
                Visitor.loggedIn(port, "manager1").formData(todo(open(find).get(0)));
        assertThat(shown.path("whichAccounts").path("value").asText()).isEqualTo("The same 3 accounts stand");
        assertThat(shown.path("reports").path("value").asText().replace("\\", ""))
                .containsSubsequence("knot_1", "knot_1", "knot_2", "knot_2", "knot_3", "knot_3");
        assertThat(titles(find)).filteredOn(HandleRegister.MORE::equals).hasSize(2);
    }

    @Test
    void whatJoinsIsReadBeforeItIsAnsweredAndWhatComesAfterNoIsAskedAnew() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        note(one, "carer1", "Discord", "ruff_1");
        note(two, "carer2", "Discord", "ruff_1");
        String find = find(two);
        goesOn(find);
        Visitor manager = Visitor.loggedIn(port, "manager1");
        Visitor.Todo todo = todo(open(find).get(0));
        manager.claim(todo);
        manager.formData(todo);
        String joins = report("C1", "carer3");
        note(joins, "carer3", "Discord", "ruff_1");
        assertThat(manager.submit(todo, decided("no")).text()).contains("This has changed since you opened it");
        assertThat(Visitor.loggedIn(port, "duty1")
                        .get("/safe-contact/c/" + joins)
                        .text())
                .contains(KNOWN);
        manager.formData(todo);
        assertThat(manager.submit(todo, decided("no")).accepted()).isTrue();
        note(joins, "carer3", "Discord", "ruff_1");
        assertThat(finds(joins)).as("nothing new").containsExactly(find);

        String later = report("C1", "carer1");
        note(later, "carer1", "Discord", "ruff_1");
        assertThat(find(later)).isNotEqualTo(find);
        assertThat(open(find(later))).hasSize(1);
        assertThat(Visitor.loggedIn(port, "duty1")
                        .get("/safe-contact/c/" + later)
                        .text())
                .contains(KNOWN);
    }

    @Test
    void anAccountInAStoryIsComparedToo() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        additions.add(
                one,
                "carer1",
                EntryKind.CHILDS_WORDS,
                "Robin says it was @Plover_Nights. Duty on 01632 960100 knows.",
                null);
        goesOn(one);
        additions.add(
                two,
                "carer2",
                EntryKind.FACT,
                "It says plover_nights. I rang duty on 01632 960100, ssw2@example.org.",
                null);
        assertThat(finds(two)).as("after whoever wrote it is done").isEmpty();
        goesOn(two);
        String find = find(two);
        goesOn(find);
        JsonNode shown =
                Visitor.loggedIn(port, "manager1").formData(todo(open(find).get(0)));
        assertThat(shown.path("reports").path("value").asText().replace("\\", ""))
                .contains("**C1 (Kingfisher)**: plover_nights", "**C3 (Swallow)**: plover_nights");
        note(two, "carer2", "Snapchat", "Plover_Nights");
        assertThat(register.met(find))
                .extracting(HandleRegister.Met::reference, HandleRegister.Met::app)
                .as("once for each report, with its app where that is known")
                .containsExactly(tuple(one, ""), tuple(two, "Snapchat"));
    }

    @Test
    void aFieldThatAsksForTheAccountIsMetWithItsAppAndNotOnceMoreWithout() {
        String one = report("C1", "carer1");
        record.append(
                one,
                NewEntry.now(
                        EntryKind.FACT,
                        "Evidence",
                        List.of(
                                new Statement("Which app, game or site?", "Snap_chat22"),
                                new Statement("Which name or number does the other person use there?", "dad_22"),
                                new Statement("The words you saw, as they were written", "Write to whimbrel_1")),
                        Author.SYSTEM));
        assertThat(jdbc.sql("select name from handle where reference = ?")
                        .param(one)
                        .query(String.class)
                        .list())
                .containsExactly("whimbrel_1");
    }

    @Test
    void whatTheManagerChoosesToSayIsReadInThoseReportsAndInNoOther() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        note(one, "carer1", "Discord", "curlew_1");
        note(two, "carer2", "Discord", "curlew_1");
        String find = find(two);
        goesOn(find);
        files.exclude(one, "ssw2", "named in the worry");
        Visitor manager = Visitor.loggedIn(port, "manager1");
        Visitor.Todo todo = todo(open(find).get(0));
        manager.claim(todo);
        assertThat(manager.formData(todo)
                        .path("awayButReading")
                        .path("value")
                        .asText()
                        .replace("\\", ""))
                .contains("Eli Southgate reads " + two)
                .doesNotContain(one);
        Map<String, Object> answers = decided("yes");
        answers.put("tell", List.of(two, report("C2", "carer1")));
        answers.put("words", "The police know of this account. Do not write to it, and do not block it.");
        assertThat(manager.submit(todo, answers).accepted())
                .as("a report that is none of these")
                .isFalse();
        answers.put("tell", List.of(two));
        assertThat(manager.submit(todo, answers).accepted()).isTrue();
        assertThat(titles(two)).contains("To everybody on this case");
        assertThat(titles(one)).doesNotContain("To everybody on this case");
        assertThat(Visitor.loggedIn(port, "carer2")
                        .get("/safe-contact/c/" + two)
                        .text())
                .contains("From Harper Leadwell", "do not block it");
        assertThat(Visitor.loggedIn(port, "carer1")
                        .get("/safe-contact/c/" + one)
                        .text())
                .doesNotContain("do not block it");
        assertThat(record.entries(two).toString()).doesNotContain(one, find);
    }

    @Test
    void aMoreUrgentReportMakesItMoreUrgentAndWhoIsAskedHearsOfIt() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        note(one, "carer1", "Discord", "smew_1");
        note(two, "carer2", "Discord", "smew_1");
        String find = find(two);
        goesOn(find);
        int before = letters("manager1", find).size();
        files.urgency(report("C2", "carer1"), RiskLevel.IMMEDIATE.urgency());
        assertThat(open(find).get(0).getPriority()).isLessThan(RiskLevel.IMMEDIATE.urgency());

        String joins = report("C1", "carer3");
        note(joins, "carer3", "Discord", "smew_1");
        clock.setLondon("2027-01-12T22:10");
        files.urgency(joins, RiskLevel.IMMEDIATE.urgency());
        goesOn(joins);
        goesOn(find);
        Task urgent = open(find).get(0);
        assertThat(urgent.getPriority()).isEqualTo(RiskLevel.IMMEDIATE.urgency());
        assertThat(urgent.getDueDate()).as("one hour by the clock").isEqualTo("2027-01-12T23:10:00.000Z");
        assertThat(letters("manager1", find)).hasSize(before + 1);
    }

    @Test
    void theAddressOfACaseLeadsWhoMayReadItToTheRecordOfWhatWasFound() {
        String two = report("C3", "carer2");
        note(report("C1", "carer1"), "carer1", "Discord", "rook_1");
        note(two, "carer2", "Discord", "rook_1");
        String find = find(two);
        TasklistWindow window = TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, "manager1");
        window.page().navigate("http://127.0.0.1:" + port + "/safe-contact/c/" + find);
        window.see("Record of " + find, two);
        assertThat(Visitor.loggedIn(port, "ssw2").get("/safe-contact/c/" + find).accepted())
                .isFalse();
    }

    @Test
    void whoIsKeptAwayFromOneOfTheReportsSeesNothingOfIt() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        files.exclude(one, "manager1", "named in the worry");
        note(one, "carer1", "Roblox", "egret_one");
        note(two, "carer2", "Roblox", "egret_one");
        String find = find(two);
        // Between the find and the moment in which people are asked.
        goesOn(find);
        Task asked = open(find).get(0);
        assertThat(access.mayRead("manager1", find)).isFalse();
        assertThat(Visitor.loggedIn(port, "manager1").todos())
                .noneMatch(each -> each.id().equals(asked.getId()));
        assertThat(Visitor.loggedIn(port, "manager1")
                        .get("/safe-contact/c/" + two)
                        .text())
                .doesNotContain(one, find);

        Visitor deputy = Visitor.loggedIn(port, "manager2");
        assertThat(deputy.claim(todo(asked)).accepted()).isTrue();
        files.exclude(two, "manager2", "named in the worry");
        assertThat(access.mayRead("manager2", find)).isFalse();
        assertThat(Visitor.loggedIn(port, "director1")
                        .claim(todo(open(find).get(0)))
                        .accepted())
                .as("never nobody")
                .isTrue();
        files.exclude(one, "director1", "named in the worry");
        assertThat(access.mayRead("director1", find)).isFalse();
        assertThat(Visitor.loggedIn(port, "duty1")
                        .claim(todo(open(find).get(0)))
                        .accepted())
                .as("every manager is named")
                .isTrue();
        files.exclude(two, "duty1", "named in the worry");
        files.exclude(two, "teammanager1", "named in the worry");
        assertThat(access.mayRead("director1", find))
                .as("kept away once is kept away")
                .isFalse();
        assertThat(access.mayRead("teammanager1", find))
                .as("whoever is left is asked all the same")
                .isTrue();
        assertThat(titles(find)).contains("Everybody who could be told is named");
    }

    @Test
    void whoIsKeptAwayInTheMomentInWhichItIsFoundIsNeverAsked() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        note(one, "carer1", "Roblox", "egret_two");
        write(two, "carer2", "Roblox", "egret_two");
        CompletableFuture<Void> asks = transaction.execute(now -> {
            for (String manager : List.of("manager1", "manager2")) {
                files.exclude(one, manager, "named in the worry");
            }
            CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> goesOn(two));
            Patience.untilWaiting(jdbc, 1);
            return waits;
        });
        assertThat(asks).succeedsWithin(Patience.SECONDS, TimeUnit.SECONDS);
        String find = find(two);
        goesOn(find);
        assertThat(access.mayRead("manager1", find)).isFalse();
        assertThat(letters("manager1", find)).isEmpty();
        assertThat(Visitor.loggedIn(port, "director1").todos())
                .anyMatch(each -> each.id().equals(open(find).get(0).getId()));
    }

    @Test
    void aFurtherChildIsAskedAboutAnewAndANewReportAboutTheSameIsNot() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        note(one, "carer1", "Discord", "gull#77");
        note(two, "carer2", "Discord", "gull#77");
        String first = find(two);
        goesOn(first);
        String again = report("C1", "carer3");
        note(again, "carer3", "", "Gull#77");
        assertThat(finds(again)).as("both children are known already").containsExactly(first);
        assertThat(register.met(first))
                .extracting(HandleRegister.Met::reference)
                .containsExactly(one, two, again);
        files.exclude(again, "manager1", "named in the worry");
        assertThat(access.mayRead("manager1", first)).isFalse();
        events.publishEvent(new PersonCleared("C1", "manager1"));
        assertThat(access.mayRead("manager1", first))
                .as("still kept away from one of them")
                .isFalse();
        files.letBack(again, "manager1", "named in the worry");
        events.publishEvent(new PersonCleared("C1", "manager1"));
        assertThat(access.mayRead("manager1", first)).isTrue();

        String third = report("C2", "carer1");
        note(third, "carer1", "discord", "gull#77");
        String second = find(third);
        assertThat(second).isNotEqualTo(first);
        goesOn(second);
        assertThat(open(second)).hasSize(1);
        assertThat(register.met(second))
                .extracting(register::label)
                .containsExactly("C1 (Kingfisher)", "C3 (Swallow)", "C1 (Kingfisher)", "C2 (Wren)");
        assertThat(titles(first)).as("the file says who joined").containsOnlyOnce(HandleRegister.MORE);
    }

    @Test
    void whatOneContactWithTwoChildrenLeavesIsNoFindAndAnotherContactIs() {
        List<String> together = reports.about(List.of("C1", "C2"), "carer1", Map.of(), List.of());
        together.forEach(each -> note(each, "carer1", "TikTok", "tern.tern"));
        assertThat(finds(together.get(0))).isEmpty();
        note(report("C1", "carer1"), "carer1", "Instagram", "tern.tern");
        assertThat(finds(together.get(0))).as("another app").isEmpty();

        String later = report("C2", "carer3");
        note(later, "carer3", "TikTok", "tern.tern");
        assertThat(finds(together.get(0))).isEqualTo(finds(later)).hasSize(1);
    }

    @Test
    void oneChildTwiceIsNoFindAndAChildWhoBecomesKnownLaterIs() {
        String one = report("C1", "carer1");
        note(one, "carer1", "WhatsApp", "07700 900555");
        String twice = report("C1", "carer3");
        note(twice, "carer3", "WhatsApp", "07700 900555");
        assertThat(finds(twice)).isEmpty();

        String begun = unsent.start("carer2");
        note(begun, "carer2", "WhatsApp", "+447700900555");
        assertThat(finds(begun)).as("nobody knows yet which child").isEmpty();
        reporting.report(
                begun, StoredReports.bare("C3", "carer2", Map.of("namedPerson", "none", "concerns", List.of())));
        goesOn(begun);
        assertThat(finds(begun)).hasSize(1);
    }

    @Test
    void aReportOfWhichNobodyKnowsTheChildYetIsNoFurtherChild() {
        String begun = unsent.start("carer3");
        note(begun, "carer3", "Roblox", "plover_7");
        note(report("C1", "carer1"), "carer1", "Roblox", "plover_7");
        String last = report("C3", "carer2");
        note(last, "carer2", "Roblox", "plover_7");
        String find = find(last);
        goesOn(find);

        assertThat(Visitor.loggedIn(port, "manager1")
                        .formData(todo(open(find).get(0)))
                        .path("aboutWhom")
                        .path("value")
                        .asText())
                .isEqualTo("2 children, and in one where we do not know yet which child");
    }

    @Test
    void twoWhoNoteItInTheSameMomentFindIt() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        transaction.executeWithoutResult(now -> {
            write(one, "carer1", "Xbox", "plover99");
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> note(two, "carer2", "Xbox", "plover99"));
            assertThat(other)
                    .as("nobody waits for who writes down the same")
                    .succeedsWithin(Patience.SECONDS, TimeUnit.SECONDS);
        });
        assertThat(finds(two)).isEmpty();
        goesOn(one);
        assertThat(finds(one)).isEqualTo(finds(two)).hasSize(1);
    }

    @Test
    void whatIsLateIsSaidAgainEachWorkingMorningToThoseWhoAreAsked() {
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        note(one, "carer1", "Kik", "stilt_5");
        note(two, "carer2", "Kik", "stilt_5");
        String find = find(two);
        goesOn(find);
        int before = letters("manager1", find).size();
        clock.setLondon("2027-01-13T09:00");
        jobs.run(instance(find), "startEvent_accountMorning");
        goesOn(find);
        assertThat(letters("manager1", find)).hasSize(before + 1);
        assertThat(mails.letters().stream().filter(letter -> letter.subject().contains(find)))
                .noneMatch(letter -> letter.to().startsWith("director1@"));
    }

    @Test
    void theRegisterOnlyGrows() {
        note(report("C1", "carer1"), "carer1", "Kik", "dunlin_1");
        for (String sql : List.of(
                "update handle set met_by = ''",
                "delete from handle",
                "truncate handle cascade",
                "delete from handle_find",
                "update handle_find_report set child_id = null",
                "delete from handle_answer")) {
            assertThat(catchThrowable(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void isReadOnAPhoneAndOnADesk() {
        clock.runFrom("2027-01-12T22:00");
        String one = report("C1", "carer1");
        String two = report("C3", "carer2");
        note(one, "carer1", "Snapchat", "https://example.org/<b>*avocet*<b>");
        note(two, "carer2", "", "https://example.org/<b>*avocet*<b>");
        goesOn(find(two));
        for (Screen screen : List.of(Screen.PHONE, Screen.DESK)) {
            TasklistWindow window = TasklistWindow.loggedIn(browsers.window(screen), port, "manager1");
            window.list("Waiting for somebody");
            window.page().getByText(find(two)).first().click();
            window.see(
                    "The same account stands in reports about 2 children",
                    one,
                    two,
                    "C1",
                    "C3",
                    "https://example.org/<b>*avocet*<b>",
                    "Is it the same person?");
            assertThat(window.page().locator("a[href*='example.org']").count())
                    .as("never a link")
                    .isZero();
            assertThat((Boolean) window.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing to push sideways")
                    .isTrue();
            Wcag.nothingToFind(window.page(), "the same account, " + screen);
            window.longPicture("same-account-" + screen.name().toLowerCase());
            window.page().navigate("http://127.0.0.1:" + port + "/safe-contact/c/" + one);
            window.see(KNOWN);
            window.picture("same-account-case-" + screen.name().toLowerCase());
        }
    }

    private String report(String child, String by) {
        return reports.about(child, by, Map.of(), List.of());
    }

    /** Written down, and compared. */
    private void note(String reference, String by, String app, String account) {
        write(reference, by, app, account);
        goesOn(reference);
    }

    private void write(String reference, String by, String app, String account) {
        store.note(
                reference,
                by,
                new NewItem(
                        EvidenceKind.TEXT_MESSAGES, app, account, null, null, "", "", null, "kitchen", "the carer"));
    }

    private List<String> finds(String report) {
        return jdbc.sql("""
                        select distinct r.find from handle_find_report r join handle h on h.id = r.handle_id
                        where h.reference = ? order by r.find""").param(report).query(String.class).list();
    }

    private String find(String report) {
        List<String> finds = finds(report);
        assertThat(finds).hasSize(1);
        return finds.get(0);
    }

    /** What the product does at once and by itself under that reference has happened, its messages too. */
    private void goesOn(String reference) {
        Set<String> went = new HashSet<>();
        for (Set<String> all = instances(reference); !went.containsAll(all); all = instances(reference)) {
            all.forEach(jobs::runDue);
            went.addAll(all);
        }
    }

    private Set<String> instances(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private List<String> instances(String reference, String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference, process).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private String instance(String find) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(find, "same-account")
                .singleResult()
                .getId();
    }

    private List<Task> open(String find) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(find)
                .taskDefinitionKey(ToDos.DECIDE_ABOUT_ACCOUNT)
                .list();
    }

    private static Visitor.Todo todo(Task task) {
        return new Visitor.Todo(task.getId(), task.getTaskDefinitionKey(), "", Optional.empty(), Optional.empty());
    }

    private String shownToWhoAnswers(Visitor visitor, String reference) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.ACKNOWLEDGE)
                .list()
                .get(0);
        return visitor.formData(todo(task)).path("accountKnown").path("value").asText();
    }

    private List<String> titles(String reference) {
        return record.entries(reference).stream().map(Entry::title).toList();
    }

    private List<String> letters(String person, String reference) {
        return mails.letters().stream()
                .filter(letter ->
                        letter.to().startsWith(person + "@") && letter.subject().contains(reference))
                .map(letter -> letter.subject())
                .toList();
    }

    private static Map<String, Object> decided(String same) {
        return new HashMap<>(Map.of(
                "samePerson",
                same,
                "followed",
                List.of("police"),
                "why",
                "We spoke with both workers: not the same person.",
                "help",
                "Nobody is worried without a reason."));
    }
}
