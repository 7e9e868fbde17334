package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.engine.Drafts;
import org.safecontact.engine.FormRefused;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.PlanReading;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.safercare.NewSaferCare;
import org.safecontact.plan.safercare.SaferCareDocument;
import org.safecontact.plan.safercare.SaferCareReading;
import org.safecontact.plan.safercare.SaferCareVersion;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The Safer Care Plan as a document: written because of a report, signed by a second person, signed by each carer, all versions kept. */
@SafeContactTest
class SaferCarePlanTest {

    private static final String REVIEW = "reviewSaferCarePlan";
    private static final String SIGN_OFF = "signOffSaferCarePlan";

    @LocalServerPort
    private int port;

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private SaferCareDocument document;

    @Autowired
    private PlanRegister register;

    @Autowired
    private CaseRecord record;

    @Autowired
    private CaseFiles files;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Endings endings;

    @Autowired
    private Drafts drafts;

    private String standIns;

    @BeforeEach
    void standIns() {
        clock.set(Weeks.nextTuesday());
        standIns = live.standIns();
    }

    @AfterEach
    void removeStandIns() {
        live.removeStandIns(standIns);
    }

    @Test
    void versionAfterVersionEachWrittenSignedAndReadByWhom() {
        int before = number("C1");
        String first = asked("carer1", "C1", "ssw1");
        write("ssw1", first, "Phones charge downstairs.");
        sign(first);
        String second = asked("carer1", "C1", "ssw1");
        assertThat(live.shown("ssw1", second, REVIEW))
                .as("what stands is where the next one begins")
                .containsEntry("plan", "Phones charge downstairs.");
        write("ssw1", second, "Phones charge downstairs, tablets too.");
        assertThat(number("C1")).as("nothing holds before it is signed").isEqualTo(before + 1);
        assertThat(Visitor.loggedIn(port, "carer1").get("/safe-contact/s/C1").text())
                .doesNotContain("tablets too");
        sign(second);

        assertThat(document.versions("C1")).extracting(SaferCareVersion::number).startsWith(before + 2, before + 1);
        Visitor carer = Visitor.loggedIn(port, "carer1");
        assertThat(words(carer, "C1"))
                .containsSubsequence(
                        "What holds now: version " + (before + 2),
                        "Phones charge downstairs, tablets too.",
                        "What changed",
                        "Sundays are new.",
                        "Why",
                        "Old enough to show it by themself.",
                        "What we will learn together, by when",
                        "Who can see what I post, until Easter.",
                        "To be looked at again by",
                        "10 January 2099",
                        "Written by supervising social worker",
                        "Signed by team manager Gray Teamwell",
                        "Alex Ashdown: not yet",
                        "Billie Ashdown: not yet",
                        "Before that: version " + (before + 1),
                        "Phones charge downstairs.")
                .doesNotContain("INC-", "That is fine with me", "The plan covers this already");
        Task read = reading("C1", "carer1");
        String signs = "and sign the Safer Care Plan, version " + (before + 2);
        assertThat(carer.formData(todo(read)).toString()).contains(signs);
        assertThat(carer.submit(todo(read), Map.of("read", mark(carer, read))).status())
                .isEqualTo(204);
        assertThat(words(carer, "C1")).contains("Billie Ashdown: not yet").doesNotContain("Alex Ashdown: not yet");
        assertThat(words(Visitor.loggedIn(port, "carer3"), "C1"))
                .as("one view for everybody")
                .isEqualTo(words(carer, "C1"));
    }

    @Test
    void eachRoleReadsTheSameAndWhoMayNotReadThePlanReadsNothing() {
        String report = asked("carer2", "C3", "ssw2");
        write("ssw2", report, "Nobody walks alone to the bus.");
        sign(report);
        String page = words(Visitor.loggedIn(port, "carer2"), "C3");
        for (String reader : List.of("ssw2", "teammanager1", "manager1", "director1", "childsw1")) {
            assertThat(words(Visitor.loggedIn(port, reader), "C3")).as(reader).isEqualTo(page);
        }
        for (String stranger : List.of("carer1", "ssw1", "childsw2")) {
            assertThat(Visitor.loggedIn(port, stranger)
                            .get("/safe-contact/s/C3")
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(words(duty, "C3")).contains("You read this on duty", "Nobody walks alone to the bus.");
        assertThat(files.openAbout("C3").stream().flatMap(open -> record.entries(open).stream()))
                .extracting(Entry::title)
                .contains(SaferCareReading.READ_ON_DUTY);
        duty.get("/safe-contact/a/C3");
        assertThat(files.openAbout("C3").stream().flatMap(open -> record.entries(open).stream()))
                .as("which version duty read with what is agreed")
                .filteredOn(entry -> entry.title().equals(PlanReading.READ_ON_DUTY))
                .flatExtracting(Entry::statements)
                .extracting(Statement::answer)
                .anyMatch(said -> said.startsWith("Safer Care Plan: Version " + number("C3") + "."));
        assertThat(Visitor.loggedIn(port, "carer1").get("/safe-contact/a/C2").text())
                .contains("No Safer Care Plan is kept here yet.");
        assertThat(words(Visitor.loggedIn(port, "carer1"), "C2")).contains("No Safer Care Plan is kept here yet.");
    }

    @Test
    void nobodySignsOverWordsThatTheWriterHasNotRead() {
        String one = asked("carer2", "C3", "ssw2");
        String other = asked("carer2", "C3", "ssw2");
        Map<String, Object> old = live.plan("ssw2", other);
        write("ssw2", other, "Written at the same time.");
        write("ssw2", one, "Signed first.");
        sign(one);
        int stands = number("C3");

        assertThat(live.shown("teammanager1", other, SIGN_OFF).get("cannotSign").toString())
                .contains("Another version was signed since this one was begun.");
        assertThatThrownBy(() -> live.send("teammanager1", other, SIGN_OFF, Reviews.signed()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .hasEntrySatisfying(
                                        "signed", says -> assertThat(says).contains("Please send it back")));
        assertThat(number("C3")).isEqualTo(stands);

        live.send("teammanager1", other, SIGN_OFF, Reviews.sentBack());
        Map<String, Object> again = live.shown("ssw2", other, REVIEW);
        assertThat(again).as("sent back keeps the text").containsEntry("plan", "Written at the same time.");
        assertThat(again.get("standsNow").toString().replace("\\", "")).contains("Signed first.");
        assertThatThrownBy(() -> live.send("ssw2", other, REVIEW, old))
                .as("the version they began with holds no more")
                .isInstanceOf(FormRefused.class);
        write("ssw2", other, "Signed first, and what was written at the same time.");
        sign(other);
        assertThat(number("C3")).isEqualTo(stands + 1);
    }

    @Test
    void whatIsSignedIsWhatWasShownWhateverElseIsWrittenSince() {
        String report = asked("carer2", "C3", "ssw2");
        write("ssw2", report, "Shown to be signed.");
        Task late = live.task(report, SIGN_OFF);
        record.append(
                report,
                NewEntry.now(
                        EntryKind.DECISION,
                        SaferCarePlans.PLAN,
                        List.of(new Statement("What is done now", "Sent too late.")),
                        Author.SYSTEM));
        document.write(
                "C3",
                new NewSaferCare(number("C3"), "By somebody else.", "x", "x", "", LocalDate.of(2099, 1, 1)),
                "ssw2");
        assertThat(live.shown("teammanager1", report, SIGN_OFF)
                        .get("plan")
                        .toString()
                        .replace("\\", ""))
                .contains("Shown to be signed.", "That is fine with me.")
                .doesNotContain("Sent too late", "By somebody else");
        live.send("teammanager1", late, Reviews.signed());
        assertThat(document.present("C3").orElseThrow().text().words().says()).isEqualTo("Shown to be signed.");
    }

    @Test
    void aPlanThatStaysAsItIsIsNoNewVersionAndItsReasonsStayInTheReport() {
        String report = asked("carer2", "C3", "ssw2");
        int stands = number("C3");
        live.send("ssw2", report, REVIEW, Reviews.planStays());
        assertThat(live.shown("teammanager1", report, SIGN_OFF)
                        .get("plan")
                        .toString()
                        .replace("\\", ""))
                .contains("It says already who looks, and it helped.");
        sign(report);
        assertThat(number("C3")).isEqualTo(stands);
        assertThat(words(Visitor.loggedIn(port, "carer2"), "C3")).doesNotContain("it helped");
        assertThat(record.entries(report).stream().flatMap(entry -> entry.statements().stream()))
                .anyMatch(said -> said.answer().contains("it helped"));
    }

    @Test
    void whoReadsThePlanAndIsKeptAwayFromTheReportIsSaidToWriterAndSigner() {
        String report = asked("carer2", "C3", "ssw2");
        assertThat(live.shown("ssw2", report, REVIEW)).containsEntry("keptAway", "");
        files.exclude(report, "carer2", "named in the concern");
        assertThat(live.shown("ssw2", report, REVIEW).get("keptAway").toString())
                .contains("Kept away from this report, and reads this plan: the home.", "let the plan stay as it is");
        write("ssw2", report, "Phones charge downstairs.");
        assertThat(live.shown("teammanager1", report, SIGN_OFF).get("keptAway").toString())
                .contains("the home", "Sign it only where that is safe");
        sign(report);
        Visitor home = Visitor.loggedIn(port, "carer2");
        assertThat(words(home, "C3"))
                .contains("Phones charge downstairs.", ": not yet")
                .doesNotContain(report, "INC-");
        assertThat(home.get("/safe-contact/c/" + report).status()).isEqualTo(404);
        Task read = reading("C3", "carer2");
        assertThat(read.getProcessDefinitionId()).startsWith("keep-plan");
        assertThat(tasks.getVariables(read.getId()).values())
                .as("nothing of the report in its diagram")
                .noneMatch(report::equals);
        assertThat(home.formData(todo(read)).toString()).doesNotContain("INC-");
    }

    @Test
    void whoIsKeptFromThePlanNeitherReadsWritesNorSignsIt() {
        String report = asked("carer2", "C3", "ssw2");
        write("ssw2", report, "Phones charge downstairs.");
        live.send("teammanager1", report, SIGN_OFF, Reviews.sentBack());
        String elsewhere = named("ssw2");
        try {
            assertThat(Visitor.loggedIn(port, "ssw2").get("/safe-contact/s/C3").status())
                    .isEqualTo(404);
            Map<String, Object> shown = live.shown("ssw2", report, REVIEW);
            assertThat(shown.get("cannotWrite").toString()).contains("You cannot change this child's plan.");
            assertThat(shown.get("standsNow").toString()).isEmpty();
            assertThat(shown.get("present").toString()).isEmpty();
            assertThatThrownBy(() -> live.send("ssw2", report, REVIEW, Reviews.planStays()))
                    .as("nor do they say that it stays")
                    .isInstanceOf(FormRefused.class);
            assertThat(live.candidates(live.task(report, REVIEW))).contains("teamManager");
            String later = asked("carer2", "C3", "duty1");
            assertThat(live.candidates(live.task(later, REVIEW)))
                    .as("asked for while they are kept from it")
                    .contains("teamManager");
        } finally {
            over(elsewhere);
        }
    }

    @Test
    void whoIsKeptFromThePlanSignsNothingOfIt() {
        String report = asked("carer2", "C3", "ssw2");
        live.send("ssw2", report, REVIEW, Reviews.planStays());
        String elsewhere = named("teammanager1");
        try {
            assertThat(live.shown("teammanager1", report, SIGN_OFF).get("plan").toString())
                    .isEmpty();
            for (Map<String, Object> answers : List.of(Reviews.signed(), Reviews.sentBack())) {
                assertThatThrownBy(() -> live.send("teammanager1", report, SIGN_OFF, answers))
                        .isInstanceOf(FormRefused.class);
            }
        } finally {
            over(elsewhere);
        }
        sign(report);
    }

    @Test
    void whatSomebodyTypedBeforeAnotherVersionHeldStandsBesideIt() {
        String one = asked("carer2", "C3", "ssw2");
        String other = asked("carer2", "C3", "ssw2");
        type(other, "Typed, not sent.");
        write("ssw2", one, "Signed meanwhile.");
        sign(one);
        Map<String, Object> shown = live.shown("ssw2", other, REVIEW);
        assertThat(shown)
                .as("with which version they begin is said anew")
                .containsEntry("plan", "Typed, not sent.")
                .doesNotContainKey("from");
        assertThat(shown.get("standsNow").toString().replace("\\", "")).contains("Signed meanwhile.");
        type(other, "Typed, not sent.");
        assertThat(live.shown("ssw2", other, REVIEW))
                .as("nor taken from a draft where it still holds")
                .doesNotContainKey("from");

        String third = asked("carer2", "C3", "ssw2");
        assertThat(live.shown("ssw2", third, REVIEW))
                .as("what holds stands there once")
                .containsEntry("plan", "Signed meanwhile.")
                .containsEntry("standsNow", "");
    }

    @Test
    void aChangeFromBeforeThereWereVersionsIsNotSignedAsIfThePlanStayed() {
        String report = asked("carer2", "C3", "ssw2");
        write("ssw2", report, "Phones charge downstairs.");
        asInTheOldForm(report);
        int stands = number("C3");
        assertThatThrownBy(() -> live.send("teammanager1", report, SIGN_OFF, Reviews.signed()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages().get("signed"))
                                .contains("nobody at home would be asked to read it", "send it back"));
        live.send("teammanager1", report, SIGN_OFF, Reviews.sentBack());
        live.send("ssw2", report, REVIEW, Reviews.planStays());
        asInTheOldForm(report);
        sign(report);
        assertThat(number("C3")).isEqualTo(stands);
    }

    @Test
    void whatNobodyHasReadInTimeIsLate() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        Optional.ofNullable(reading("C3", "carer2"))
                .ifPresent(before -> carer.submit(todo(before), Map.of("read", mark(carer, before))));
        String report = asked("carer2", "C3", "ssw2");
        write("ssw2", report, "Nobody walks alone to the bus.");
        sign(report);
        Task read = reading("C3", "carer2");
        assertThat(read.getDueDate().toInstant()).isEqualTo(clock.now().plus(Duration.ofHours(4)));
        clock.advance(Duration.ofHours(5));
        assertThat(words(Visitor.loggedIn(port, "ssw2"), "C3")).contains(": not yet");
        assertThat(Visitor.loggedIn(port, "ssw2")
                        .get("/safe-contact/a/C3")
                        .text()
                        .replaceAll("\\s+", " "))
                .containsAnyOf("has not read it yet", "yet <span>the Safer Care Plan</span>");
    }

    /** A report whose contact was reviewed, and that asks for the plan to be reviewed. */
    private String asked(String carer, String child, String worker) {
        String reference = live.reported(carer, ReportAnswers.medium(child));
        clock.advance(Duration.ofMinutes(10));
        live.answered(reference, worker);
        live.send(worker, reference, "reviewContact", Reviews.planNeeded());
        return reference;
    }

    private void write(String worker, String reference, String says) {
        Map<String, Object> answers = live.plan(worker, reference);
        answers.put("plan", says);
        live.send(worker, reference, REVIEW, answers);
    }

    private void sign(String reference) {
        live.send("teammanager1", reference, SIGN_OFF, Reviews.signed());
        live.jobs(reference);
    }

    /** Somebody is named in another report about C3: that keeps them from what is agreed about the child. */
    private String named(String worker) {
        String elsewhere = live.begin("carer2");
        Map<String, Object> named = new HashMap<>(ReportAnswers.medium("C3").sent());
        named.put("namedPerson", "worker");
        named.put("namedPersons", List.of(worker));
        live.send("carer2", elsewhere, "reportContact", named);
        live.jobs(elsewhere);
        return elsewhere;
    }

    private void over(String reference) {
        endings.askToWithdraw(reference, "manager1", List.of(new Statement("Why", "It was pressed by accident.")));
        endings.withdraw(reference, Optional.empty());
    }

    private void type(String reference, String says) {
        drafts.keep(
                live.task(reference, REVIEW).getId(),
                "ssw2",
                Map.of("change", "change", "from", String.valueOf(number("C3")), "plan", says));
    }

    /** What was sent before there were versions left neither the id of a text nor the number of an entry. */
    private void asInTheOldForm(String reference) {
        String instance = live.task(reference, SIGN_OFF).getProcessInstanceId();
        runtime.removeVariables(instance, List.of("planText", "planLastEntry"));
    }

    private int number(String child) {
        return document.present(child).map(SaferCareVersion::number).orElse(0);
    }

    private Task reading(String child, String carer) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(register.reference(child).orElse("none"))
                .taskDefinitionKey("readPlan")
                .taskAssignee(carer)
                .singleResult();
    }

    private static String mark(Visitor carer, Task read) {
        return carer.formData(todo(read)).path("version").path("value").asText();
    }

    /** The page in words, without what only stands on the screen around it. */
    private static String words(Visitor visitor, String child) {
        String text = visitor.get("/safe-contact/s/" + child).text();
        return text.substring(text.indexOf("<h1"))
                .replaceAll("Printed.*?</p>", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }

    private static Visitor.Todo todo(Task task) {
        return new Visitor.Todo(task.getId(), "", "", Optional.empty(), Optional.empty());
    }
}
