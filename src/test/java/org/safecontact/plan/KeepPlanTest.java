package org.safecontact.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.MovedChildren;
import org.safecontact.agency.NextFolder;
import org.safecontact.demo.MailSink;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.process.HomeReadsWhatIsOver;
import org.safecontact.plan.safercare.NewSaferCare;
import org.safecontact.plan.safercare.SaferCareDocument;
import org.safecontact.plan.safercare.SaferCareVersion;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every way through {@code keep-plan}, as people go it; and who reads what is agreed. */
@SafeContactTest
class KeepPlanTest {

    private static final String HELP = "What keeps the child safe is what the court said.";
    private static final String AGREED = "/safe-contact/a";

    @LocalServerPort
    private int port;

    @Autowired
    private PlanReaders readers;

    @Autowired
    private PlanRegister register;

    @Autowired
    private PlanPeople people;

    @Autowired
    private CaseRecord record;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private Reporting reporting;

    @Autowired
    private TaskService tasks;

    @Autowired
    private NextFolder folder;

    @Autowired
    private MovedChildren moved;

    @Autowired
    private HomeReadsWhatIsOver over;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MailSink mails;

    @Autowired
    private SaferCarePlans plans;

    @Autowired
    private SaferCareDocument document;

    @Autowired
    private CaseFiles files;

    @Autowired
    private TestClock clock;

    private Visitor worker;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(KeepPlanTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("keep-plan");
    }

    @BeforeEach
    void aTuesday() {
        clock.setLondon("2027-01-12T10:00");
        worker = Visitor.loggedIn(port, "ssw1");
    }

    @Test
    void oneThingAtATimeIsEnteredAndEachCarerReadsIt() {
        String todo = begin(worker, "C1");
        assertThat(begin(worker, "C1")).as("goes on with what was begun").isEqualTo(todo);
        Map<String, Object> sister = agreement();
        sister.put("person", "new");
        sister.put("personLabel", "C1's sister Bo");
        sister.put("relationship", "brotherOrSister");
        send(worker, todo, sister);

        String reference = register.reference("C1").orElseThrow();
        assertThat(waiting(reference, "readPlan"))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "carer3");
        Visitor carer = Visitor.loggedIn(port, "carer1");
        Visitor.Todo read = waiting(reference, "readPlan").stream()
                .filter(task -> task.getAssignee().equals("carer1"))
                .map(KeepPlanTest::todo)
                .findFirst()
                .orElseThrow();
        assertThat(carer.has("readPlan")).isTrue();
        String version = carer.formData(read).path("version").path("value").asText();
        assertThat(carer.formData(read).path("agreed").path("value").asText().replace("\\", ""))
                .contains("Agreed with C1's sister Bo: video call, Wednesdays 17:00-17:30, you stay near enough to"
                        + " hear.");

        send(worker, begin(worker, "C1"), alone());
        assertThat(waiting(reference, "readPlan"))
                .as("one for each carer is enough")
                .hasSize(2);
        Visitor.Answer older = carer.submit(read, Map.of("read", version));
        assertThat(older.status())
                .as("another version stands than the one that was read")
                .isEqualTo(400);
        assertThat(older.body().path("fields").path("read").asText())
                .isEqualTo("This page has changed since you opened it. Please open it again.");
        String newer = carer.formData(read).path("version").path("value").asText();
        assertThat(carer.submit(read, Map.of("read", newer)).status()).isEqualTo(204);
        assertThat(register.readBy("C1", "carer1")).isEqualTo(Integer.parseInt(newer));

        Visitor second = Visitor.loggedIn(port, "carer3");
        assertThat(page(second, "C1"))
                .contains("This is new for you, and on your list:")
                .doesNotContain("not read it yet");
        assertThat(page(carer, "C1")).contains("You have read this version.");

        String page = worker.get(AGREED + "/C1").text();
        assertThat(page.replaceAll("\\s+", " ").replaceAll("<[^>]*>", ""))
                .contains("Alex Ashdown: has read this version.", "Billie Ashdown: has not read it yet.");
        send(worker, begin(worker, "C1"), Map.of("kind", "nothing"));
        assertThat(register.plan("C1").version()).isEqualTo(Integer.parseInt(newer));
    }

    @Test
    void whatIsOnNoListIsReadOnItsPage() {
        register.reference("C2")
                .map(plan -> waiting(plan, "readPlan"))
                .orElse(List.of())
                .forEach(read -> {
                    Visitor reader = Visitor.loggedIn(port, read.getAssignee());
                    assertThat(reader.submit(todo(read), Map.of("read", version(reader, read)))
                                    .status())
                            .isEqualTo(204);
                });
        register.enter(
                "C2",
                new NewPlanEntry(
                        new PlanItem.Alone("Games on Saturdays", "Old enough.", Optional.empty()),
                        Optional.empty(),
                        Optional.empty()),
                "ssw1");
        String reference = register.reference("C2").orElseThrow();
        assertThat(waiting(reference, "readPlan")).isEmpty();
        Visitor carer = Visitor.loggedIn(port, "carer3");
        assertThat(page(carer, "C2"))
                .contains("This is new for you.", "I have read it")
                .doesNotContain("not read it yet");
        int version = register.plan("C2").version();
        assertThat(readOnPage(Visitor.loggedIn(port, "ssw1"), version)).isEqualTo(404);
        readOnPage(carer, version - 1);
        assertThat(register.readBy("C2", "carer3")).as("another version").isLessThan(version);
        readOnPage(carer, version);
        assertThat(register.readBy("C2", "carer3")).isEqualTo(version);
        assertThat(page(carer, "C2")).contains("You have read this version.").doesNotContain("I have read it");
        assertThat(record.entries(reference)).anyMatch(entry -> entry.title().equals("What is agreed was read"));
    }

    private static int readOnPage(Visitor visitor, int version) {
        return visitor.raw(
                        AGREED + "/C2/" + version + "/read",
                        "application/x-www-form-urlencoded",
                        BodyPublishers.noBody())
                .statusCode();
    }

    @Test
    void theHomeReadsASaferCarePlanOnceItIsSigned() {
        String report = unsent.start("carer2");
        reporting.report(report, StoredReports.bare("C3", "carer2", Map.of("namedPerson", "none")));
        Visitor carer = Visitor.loggedIn(port, "carer2");
        assertThat(page(carer, "C3"))
                .contains("No Safer Care Plan is kept here yet.")
                .doesNotContain("Signed");
        sign(report, "Nobody walks alone to the bus.");

        String reference = register.reference("C3").orElseThrow();
        Task read = waiting(reference, "readPlan").get(0);
        assertThat(read.getAssignee()).isEqualTo("carer2");
        assertThat(read.getDueDate()).isEqualTo(Date.from(clock.now().plus(Duration.ofHours(4))));
        String asked =
                carer.formData(todo(read)).path("also").path("value").asText().replace("\\", "");
        assertThat(asked)
                .contains("Safer Care Plan", "Signed Tuesday 12 January 2027", "Nobody walks alone to the bus.")
                .doesNotContain("They never let me.");
        assertThat(carer.submit(
                                todo(read),
                                Map.of(
                                        "read",
                                        String.valueOf(register.plan("C3").version())))
                        .status())
                .as("what stood before it was signed")
                .isEqualTo(400);
        assertThat(page(carer, "C3")).contains("Safer Care Plan", "Nobody walks alone to the bus.");
        assertThat(carer.get("/safe-contact/c/" + report).text().replaceAll("\\s+", " "))
                .contains("The Safer Care Plan was signed Tuesday 12 January 2027");
        assertThat(carer.submit(todo(read), Map.of("read", version(carer, read)))
                        .status())
                .isEqualTo(204);
        assertThat(waiting(reference, "readPlan")).isEmpty();

        files.exclude(report, "carer2", "named in the concern");
        assertThat(page(carer, "C3"))
                .as("what is done at home is for the home, whatever it is kept away from")
                .contains("Nobody walks alone to the bus.");
        plans.signedOff(report, Optional.empty(), "teammanager1");
        assertThat(waiting(reference, "readPlan")).as("what stays as it is").isEmpty();
        sign(report, "Two people walk to the bus.");
        assertThat(waiting(reference, "readPlan"))
                .as("the home, kept away or not")
                .extracting(Task::getAssignee)
                .containsExactly("carer2");
        Task again = waiting(reference, "readPlan").get(0);
        assertThat(carer.submit(todo(again), Map.of("read", version(carer, again)))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theHomeToWhichTheChildMovesReadsTheSignedSaferCarePlanToo() {
        String report = unsent.start("carer2");
        reporting.report(report, StoredReports.bare("C3", "carer2", Map.of("namedPerson", "none")));
        sign(report, "The phone is charged in the kitchen.");
        String reference = register.reference("C3").orElseThrow();
        Visitor carer = Visitor.loggedIn(port, "carer1");
        try {
            for (String reader : List.of("carer1", "carer2", "carer3")) {
                register.acknowledge("C3", reader, register.plan("C3").version());
            }
            assertThat(page(Visitor.loggedIn(port, "carer2"), "C3"))
                    .contains("This is new for you")
                    .doesNotContain("You have read");
            folder.childMoves("C3", "H1");
            moved.look();

            assertThat(waiting(reference, "readPlan"))
                    .as("nobody of the old home, and nothing else is new")
                    .extracting(Task::getAssignee)
                    .containsExactlyInAnyOrder("carer1", "carer3");
            assertThat(waiting(reference, "readPlan"))
                    .extracting(Task::getDueDate)
                    .containsOnly(Date.from(clock.now().plus(Duration.ofHours(4))));
            assertThat(page(worker, "C3").replaceAll("<[^>]*>", ""))
                    .doesNotContain("Alex Ashdown: has read this version.", "Alex Ashdown: has read it.");
            Task read = waiting(reference, "readPlan").stream()
                    .filter(task -> "carer1".equals(task.getAssignee()))
                    .findFirst()
                    .orElseThrow();
            assertThat(carer.submit(todo(read), Map.of("read", version(carer, read)))
                            .status())
                    .isEqualTo(204);
            assertThat(page(carer, "C3").replaceAll("<[^>]*>", "")).contains("You have read");
            assertThat(readers.notReadBy("C3")).extracting("id").containsExactly("carer3");
        } finally {
            folder.unchanged();
            moved.look();
        }
        Visitor before = Visitor.loggedIn(port, "carer2");
        Task again = waiting(reference, "readPlan").get(0);
        assertThat(again.getAssignee()).as("back again").isEqualTo("carer2");
        assertThat(before.submit(todo(again), Map.of("read", version(before, again)))
                        .status())
                .isEqualTo(204);
        files.exclude(report, "carer2", "named in the concern");
    }

    private void sign(String report, String says) {
        plans.toBeReviewed(report, "ssw2");
        record.append(
                report,
                NewEntry.now(
                        EntryKind.DECISION,
                        SaferCarePlans.PLAN,
                        List.of(
                                new Statement("What is done now", says),
                                new Statement("What does the child say about it?", "They never let me.")),
                        Author.SYSTEM));
        int stands = document.present("C3").map(SaferCareVersion::number).orElse(0);
        long text = document.write(
                "C3", new NewSaferCare(stands, says, "It is new.", "It helps.", "", LocalDate.of(2027, 6, 1)), "ssw2");
        plans.signedOff(report, Optional.of(text), "teammanager1");
    }

    /** It does not just vanish: each carer reads so once, and it stands there for four weeks. */
    @Test
    void theHomeReadsThatAnAgreedContactIsOver() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        Confirmation confirmed = new Confirmation("Kit Placer", LocalDate.of(2027, 1, 11), ConfirmedHow.EMAIL);
        int number = register.enter(
                "C3",
                new NewPlanEntry(
                        new PlanItem.Agreement(
                                Optional.of(people.add("C3", "C3's aunt Over", Relationship.OTHER_FAMILY, "ssw2")
                                        .id()),
                                Channel.TEXT,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Rhythm.EVERY_WEEK,
                                Supervision.NEARBY,
                                "",
                                Optional.of(LocalDate.of(2027, 1, 10)),
                                Optional.of(LocalDate.of(2027, 1, 12)),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.of(confirmed)),
                "ssw2");
        String reference = register.reference("C3").orElseThrow();
        waiting(reference, "readPlan").forEach(read -> carer.submit(todo(read), Map.of("read", version(carer, read))));
        readers.acknowledge("C3", "carer2", readers.mark("C3", "carer2"));
        over.look();
        assertThat(readers.notReadBy("C3")).as("its last day").isEmpty();

        clock.setLondon("2027-01-13T00:05");
        over.look();
        over.look();
        Task read = waiting(reference, "readPlan").get(0);
        assertThat(waiting(reference, "readPlan")).containsExactly(read);
        assertThat(read.getAssignee()).isEqualTo("carer2");
        assertThat(read.getFollowUpDate()).isEqualTo("2027-01-13T08:00:00.000Z");
        assertThat(read.getDueDate()).isEqualTo("2027-01-15T17:00:00.000Z");
        assertThat(shown(carer, read, "also"))
                .startsWith("**No longer agreed**\n\nOver since 13 January 2027: text messages, C3's aunt Over");
        assertThat(shown(carer, read, "agreed")).startsWith("**What is agreed now**");
        assertThat(page(Visitor.loggedIn(port, "ssw2"), "C3").replaceAll("<[^>]*>", ""))
                .contains("No longer agreed", "has read this version, not yet what is over.");
        assertThat(carer.submit(todo(read), Map.of("read", version(carer, read)))
                        .status())
                .isEqualTo(204);
        over.look();
        assertThat(waiting(reference, "readPlan")).isEmpty();
        assertThat(readers.notReadBy("C3")).isEmpty();
        assertThat(page(carer, "C3"))
                .contains("Over since 13 January 2027: text messages, C3", "You have read this version.");

        clock.setLondon("2027-02-10T09:00");
        assertThat(page(Visitor.loggedIn(port, "carer2"), "C3"))
                .as("four weeks later")
                .doesNotContain("Over since")
                .contains("You have read this version.");
        clock.setLondon("2027-01-12T11:00");
        register.enter(
                "C3",
                new NewPlanEntry(new PlanItem.Ended(number, "Over."), Optional.empty(), Optional.of(confirmed)),
                "ssw2");
        clock.setLondon("2027-01-13T10:00");
        assertThat(page(Visitor.loggedIn(port, "carer2"), "C3"))
                .as("ended before, and read as that")
                .doesNotContain("Over since");
    }

    private static String version(Visitor carer, Task read) {
        return carer.formData(todo(read)).path("version").path("value").asText();
    }

    private static String page(Visitor visitor, String child) {
        return visitor.get(AGREED + "/" + child).text().replaceAll("\\s+", " ");
    }

    @Test
    void anOrderIsComparedByASecondPersonAndSentBackWhereItDiffers() {
        Map<String, Object> order = order();
        send(worker, begin(worker, "C2"), order);
        String reference = register.reference("C2").orElseThrow();
        int number = register.plan("C2").version();
        Task check = waiting(reference, "checkOrder").get(0);
        assertThat(worker.claim(todo(check)).accepted())
                .as("not who entered it")
                .isFalse();
        assertThat(standing("C2", number)).isEqualTo(Standing.NOT_CHECKED);

        Visitor manager = Visitor.loggedIn(port, "teammanager1");
        assertThat(manager.claim(todo(check)).accepted()).isTrue();
        assertThat(manager.formData(todo(check))
                        .path("entry")
                        .path("value")
                        .asText()
                        .replace("\\", ""))
                .contains("No contact with C2's uncle: Contact order of 5 January 2027", "It says: No calls");
        assertThat(manager.submit(todo(check), Map.of("matches", "no", "differs", "It allows letters.", "help", HELP))
                        .status())
                .isEqualTo(204);
        assertThat(register.plan("C2").entry(number)).as("it does not stand").isEmpty();

        Task again = waiting(reference, "keepPlan").get(0);
        assertThat(worker.formData(todo(again))
                        .path("differs")
                        .path("value")
                        .asText()
                        .replace("\\", ""))
                .isEqualTo("It allows letters.");
        Map<String, Object> right = order();
        right.put("person", person("C2", "C2's uncle"));
        right.remove("personLabel");
        right.remove("relationship");
        right.put("says", "No calls, letters only.");
        send(worker, again.getId(), right);
        Task second = waiting(reference, "checkOrder").get(0);
        manager.claim(todo(second));
        assertThat(manager.submit(todo(second), Map.of("matches", "yes", "help", HELP))
                        .status())
                .isEqualTo(204);
        assertThat(standing("C2", register.plan("C2").version() - 1)).isEqualTo(Standing.COUNTS);
    }

    @Test
    void whatForbidsContactIsReadNow() {
        String todo = begin(worker, "C2");
        String reference = register.reference("C2").orElseThrow();
        String version = String.valueOf(register.plan("C2").version());
        waiting(reference, "readPlan")
                .forEach(
                        task -> Visitor.loggedIn(port, task.getAssignee()).submit(todo(task), Map.of("read", version)));
        send(worker, todo, alone());
        Date soon = Date.from(clock.now().plus(Duration.ofHours(4)));
        assertThat(waiting(reference, "readPlan")).extracting(Task::getDueDate).allMatch(soon::before);

        Map<String, Object> order = order();
        order.put("personLabel", "C2's stepfather");
        send(worker, begin(worker, "C2"), order);
        Task check = waiting(reference, "checkOrder").get(0);
        Visitor manager = Visitor.loggedIn(port, "teammanager1");
        manager.claim(todo(check));
        assertThat(manager.submit(todo(check), Map.of("matches", "yes", "help", HELP))
                        .status())
                .isEqualTo(204);

        assertThat(waiting(reference, "readPlan"))
                .as("one to-do for each carer, which comes forward")
                .hasSize(2)
                .extracting(Task::getDueDate)
                .allMatch(soon::equals);
        assertThat(Visitor.loggedIn(port, "carer1").todosOn("To do now"))
                .extracting(Visitor.Todo::key)
                .contains("readPlan");
    }

    @Test
    void theHomeToWhichTheChildMovesReadsWhatIsAgreed() {
        Map<String, Object> order = order();
        order.put("personLabel", "C2's great-uncle");
        send(worker, begin(worker, "C2"), order);
        String reference = register.reference("C2").orElseThrow();
        Task check = waiting(reference, "checkOrder").get(0);
        Visitor manager = Visitor.loggedIn(port, "teammanager1");
        manager.claim(todo(check));
        manager.submit(todo(check), Map.of("matches", "yes", "help", HELP));
        assertThat(waiting(reference, "readPlan"))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "carer3");
        String version = String.valueOf(register.plan("C2").version());
        try {
            folder.childMoves("C2", "H2");
            moved.look();
            moved.look();

            assertThat(waiting(reference, "readPlan"))
                    .as("nobody reads it any more who may not see it")
                    .singleElement()
                    .satisfies(read -> {
                        assertThat(read.getAssignee()).isEqualTo("carer2");
                        assertThat(read.getDueDate())
                                .as("somebody's contact is forbidden")
                                .isEqualTo(Date.from(clock.now().plus(Duration.ofHours(4))));
                    });
            assertThat(register.readBy("C2", "carer1"))
                    .as("it ended unread")
                    .isLessThan(register.plan("C2").version());
            Visitor carer2 = Visitor.loggedIn(port, "carer2");
            Task read = waiting(reference, "readPlan").get(0);
            assertThat(shown(carer2, read, "agreed")).contains("No contact with C2's great-uncle");
            assertThat(carer2.submit(todo(read), Map.of("read", version)).status())
                    .isEqualTo(204);
            assertThat(readers.notReadBy("C2")).isEmpty();
        } finally {
            folder.unchanged();
            moved.look();
        }
        List<Task> again = waiting(reference, "readPlan");
        assertThat(again)
                .as("back again, those who have not read it")
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "carer3");
        again.forEach(task -> Visitor.loggedIn(port, task.getAssignee()).submit(todo(task), Map.of("read", version)));
        assertThat(waiting(reference, "readPlan")).isEmpty();
    }

    @Test
    void whoComparesAnOrderSeesWhatItTakesThePlaceOf() {
        Map<String, Object> order = order();
        order.put("personLabel", "C2's cousin");
        send(worker, begin(worker, "C2"), order);
        int first = register.plan("C2").version();
        String reference = register.reference("C2").orElseThrow();
        Task unchecked = waiting(reference, "checkOrder").get(0);
        Visitor manager = Visitor.loggedIn(port, "teammanager1");
        manager.claim(todo(unchecked));
        assertThat(shown(manager, unchecked, "inPlaceOf")).isEmpty();

        order.put("person", person("C2", "C2's cousin"));
        order.remove("personLabel");
        order.remove("relationship");
        order.put("forbids", "no");
        order.put("replaces", String.valueOf(first));
        send(worker, begin(worker, "C2"), order);
        Task replacing = waiting(reference, "checkOrder").stream()
                .filter(task -> !task.getId().equals(unchecked.getId()))
                .findFirst()
                .orElseThrow();
        manager.claim(todo(replacing));
        assertThat(shown(manager, replacing, "entry")).contains("About C2's cousin");
        assertThat(shown(manager, replacing, "inPlaceOf")).contains("No contact with C2's cousin");
        assertThat(manager.submit(todo(replacing), Map.of("matches", "yes", "help", HELP))
                        .status())
                .isEqualTo(204);
        int version = register.plan("C2").version();
        assertThat(register.plan("C2").entry(first)).as("replaced meanwhile").isEmpty();

        assertThat(shown(manager, unchecked, "gone")).isEqualTo("true");
        assertThat(manager.submit(todo(unchecked), Map.of()).status())
                .as("nothing is left to compare, and it goes on")
                .isEqualTo(204);
        assertThat(waiting(reference, "checkOrder")).isEmpty();
        assertThat(waiting(reference, "keepPlan")).isEmpty();
        assertThat(register.plan("C2").version()).isEqualTo(version);
        assertThat(record.entries(reference)).extracting(Entry::title).contains(PlanRegister.NOTHING_TO_COMPARE);
    }

    @Test
    void thePlansItRestsOnAreAtHandWithVersionReviewDateAndPlace() {
        String reported = reported("carer1", "C1");
        replace("carePlan", DocumentKind.CARE_PLAN, "Care Plan after the winter review", "7");
        replace("placementPlan", DocumentKind.PLACEMENT_PLAN, "Placement Plan of the new school year", "2b");
        for (String reads : List.of("carer1", "ssw1", "teammanager1", "manager1", "childsw1", "duty1")) {
            assertThat(words(Visitor.loggedIn(port, reads), "C1"))
                    .as(reads)
                    .contains(
                            "Care Plan: Care Plan after the winter review, 4 January 2027, version 7",
                            "Placement Plan: Placement Plan of the new school year, 4 January 2027, version 2b",
                            "To be looked at again by 28 June 2027.",
                            "Kept at: The authority's file 12.",
                            "Confirmed by Kit Placer, Northshire,")
                    .doesNotContain("plan is not on file", "As the last review left it");
        }
        assertThat(Visitor.loggedIn(port, "carer1")
                        .get("/safe-contact/c/" + reported)
                        .text())
                .as("one tap from the page of a report")
                .contains(AGREED + "/C1");
    }

    @Test
    void whoDecidesWhatIsReadSocialMediaAmongItAndWhatNobodyWroteIsSaid() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String missing = "Who decides about social media is not written here: ask the child's social worker first.";
        assertThat(words(carer, "C3"))
                .contains(missing, "What the child may do alone online is not written here yet.")
                .doesNotContain("Plan is not on file");
        Visitor other = Visitor.loggedIn(port, "ssw2");
        Map<String, Object> decides = alone();
        decides.keySet().removeAll(List.of("alone", "aloneWhy"));
        decides.putAll(Map.of(
                "kind", "delegation", "subject", "socialMedia", "decider", "carer", "details", "Up to one account."));
        send(other, begin(other, "C3"), decides);
        assertThat(words(carer, "C3"))
                .contains("Who decides what", "social media accounts: you decide", "Up to one account.")
                .contains("To be looked at again by")
                .doesNotContain(missing);
        assertThat(words(Visitor.loggedIn(port, "carer3"), "C2"))
                .as("each child has its own")
                .contains(missing);
    }

    /** In the place of the one that stands, as whoever supervises enters it. */
    private void replace(String kind, DocumentKind of, String title, String version) {
        int stands = register.plan("C1").entries().stream()
                .filter(held -> held.item() instanceof PlanItem.Document document && document.kind() == of)
                .findFirst()
                .orElseThrow()
                .number();
        Map<String, Object> document = alone();
        document.keySet().removeAll(List.of("alone", "aloneWhy"));
        document.putAll(Map.of(
                "kind",
                kind,
                "replaces",
                String.valueOf(stands),
                "title",
                title,
                "dated",
                "2027-01-04",
                "documentVersion",
                version,
                "keptAt",
                "The authority's file 12",
                "reviewOn",
                "2027-06-28"));
        send(worker, begin(worker, "C1"), document);
    }

    private static String words(Visitor visitor, String child) {
        return page(visitor, child)
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }

    @Test
    void badInputIsSaidAtTheFieldInPlainWords() {
        String todo = begin(worker, "C1");
        Map<String, Object> none = order();
        none.remove("dated");
        assertThat(refused(worker, todo, none).path("dated").asText()).startsWith("Please say when");
        Map<String, Object> ends = agreement();
        ends.put("begins", "later");
        ends.remove("since");
        ends.put("beginsOn", "2027-03-02");
        ends.put("until", "2027-03-01");
        assertThat(refused(worker, todo, ends).path("until").asText()).contains("end before it begins");
        Map<String, Object> sundays = agreement();
        sundays.put("person", person("C1", "C1's mother"));
        sundays.put("days", List.of("any"));
        sundays.remove("startsAt");
        sundays.remove("endsAt");
        assertThat(refused(worker, todo, sundays).path("days").asText()).contains("Sundays 16:00-16:30");
        Map<String, Object> clock = agreement();
        clock.put("startsAt", "4pm");
        assertThat(refused(worker, todo, clock).has("startsAt")).isTrue();
        Map<String, Object> nobody = agreement();
        nobody.remove("confirmedBy");
        assertThat(refused(worker, todo, nobody).has("confirmedBy")).isTrue();
        send(worker, todo, Map.of("kind", "nothing"));
    }

    @Test
    void whoKeepsItAndWhoReadsIt() {
        for (String reads : List.of("carer1", "carer3", "ssw1", "teammanager1", "manager1", "director1", "childsw1")) {
            assertThat(Visitor.loggedIn(port, reads).get(AGREED + "/C1").status())
                    .as(reads)
                    .isEqualTo(200);
        }
        for (String doesNot : List.of("carer2", "ssw2", "childsw2")) {
            Visitor visitor = Visitor.loggedIn(port, doesNot);
            assertThat(visitor.get(AGREED + "/C1").status()).as(doesNot).isEqualTo(404);
            assertThat(visitor.get(AGREED).text()).as(doesNot).doesNotContain("Kingfisher");
        }
        for (String doesNotKeep : List.of("carer1", "manager1", "teammanager1", "ssw2", "childsw1", "duty1")) {
            assertThat(post(Visitor.loggedIn(port, doesNotKeep), "C1").statusCode())
                    .as(doesNotKeep)
                    .isEqualTo(404);
        }
        assertThat(Visitor.loggedIn(port, "carer2").redirectedTo(AGREED)).isEqualTo(AGREED + "/C3");
    }

    @Test
    void dutyReadsBecauseOfAnOpenCaseAndThatStandsInItsRecord() {
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.get(AGREED + "/C3").status()).as("nothing is open").isEqualTo(404);
        String reference = reported("carer2", "C3");
        assertThat(duty.get(AGREED).status() + duty.redirectedTo(AGREED)).contains("C3");
        assertThat(duty.get("/safe-contact/c/" + reference).text()).contains(AGREED + "/C3");
        assertThat(readings(reference)).as("the link alone is no reading").isZero();
        for (int times = 0; times < 2; times++) {
            assertThat(duty.get(AGREED + "/C3").text()).contains(reference, "C3&#39;s grandmother");
        }
        assertThat(readings(reference)).as("opened again it is the same look").isEqualTo(1);
        assertThat(duty.get("/safe-contact/api/cases/"
                                + register.reference("C3").orElseThrow() + "/r")
                        .status())
                .as("what was entered is not duty's")
                .isEqualTo(404);
        Visitor.loggedIn(port, "ssw2").get(AGREED + "/C3");
        assertThat(readings(reference))
                .as("of whoever's own work it is nothing is kept")
                .isEqualTo(1);
    }

    @Test
    void whatChangesWhileACaseIsOpenStandsInItsRecordToo() {
        String reference = reported("carer1", "C1");
        Map<String, Object> entry = alone();
        entry.put("alone", "Games with the team, on Fridays.");
        send(worker, begin(worker, "C1"), entry);
        assertThat(record.entries(reference))
                .filteredOn(one -> one.title().equals(PlanRegister.CHANGED))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.author())
                            .as("a copy is nobody's own words: who entered it may be kept away from that case")
                            .isEqualTo(Author.SYSTEM);
                    assertThat(one.statements())
                            .contains(new Statement("By", "Dana Northgate"))
                            .anySatisfy(said -> assertThat(said.answer()).contains("Games with the team"));
                });
        assertThat(worker.get("/safe-contact/w").text())
                .contains("Games with the team")
                .doesNotContain(reference);
    }

    @Test
    void theToDoSaysWhichChildAndItsRecordIsThere() {
        String todo = begin(worker, "C2");
        assertThat(worker.post("/safe-contact/api/todos", Map.of("ids", List.of(todo)))
                        .body()
                        .path(0)
                        .path("child")
                        .asText())
                .isEqualTo("C2 (Wren)");
        assertThat(worker.get("/safe-contact/api/tasks/" + todo + "/case").status())
                .isEqualTo(200);
        String reference = register.reference("C2").orElseThrow();
        assertThat(worker.get("/safe-contact/c/" + reference + "/r").text())
                .contains("What is agreed has changed")
                .doesNotContain("Add to this");
        assertThat(worker.get("/safe-contact/c").text()).as("no case").doesNotContain(reference);
        send(worker, todo, Map.of("kind", "nothing"));
    }

    @Test
    void whoeverComparesItMayHandItOverAndTheMessageSaysNothingOfIt() {
        Map<String, Object> order = order();
        order.put("personLabel", "C1's great-uncle");
        send(worker, begin(worker, "C1"), order);
        String reference = register.reference("C1").orElseThrow();
        Task check = waiting(reference, "checkOrder").get(0);
        Visitor manager = Visitor.loggedIn(port, "teammanager1");
        manager.claim(todo(check));
        assertThat(manager.post(
                                "/safe-contact/api/tasks/" + check.getId() + "/hand-over",
                                Map.of("to", "manager1", "reason", "The order is at the office."))
                        .status())
                .isEqualTo(200);
        jobs.runDue();
        assertThat(mails.letters().toString()).contains(reference).doesNotContain("uncle", "Kingfisher");
        Visitor registered = Visitor.loggedIn(port, "manager1");
        assertThat(registered
                        .submit(todo(check), Map.of("matches", "yes", "help", HELP))
                        .status())
                .isEqualTo(204);
        assertThat(standing("C1", register.plan("C1").version() - 1)).isEqualTo(Standing.COUNTS);
    }

    @Test
    void whoCameToTheHomeLaterIsAskedToReadWhatStands() {
        Visitor other = Visitor.loggedIn(port, "ssw2");
        int version = register.plan("C3").version();
        assertThat(readers.notReadBy("C3")).as("nobody was asked yet").hasSize(1);
        send(other, begin(other, "C3"), Map.of("kind", "ask"));
        assertThat(register.plan("C3").version()).isEqualTo(version);
        Visitor carer2 = Visitor.loggedIn(port, "carer2");
        carer2.complete("readPlan", Map.of("read", String.valueOf(version)));
        assertThat(readers.notReadBy("C3")).isEmpty();
        send(other, begin(other, "C3"), Map.of("kind", "ask"));
        assertThat(waiting(register.reference("C3").orElseThrow(), "readPlan"))
                .as("everybody has read it")
                .isEmpty();
    }

    @Test
    void everyChoiceOfTheFormIsOneThatTheRegisterKnows() {
        Map<String, Class<? extends Choice>> choices = Map.of(
                "channel", Channel.class,
                "supervision", Supervision.class,
                "rhythm", Rhythm.class,
                "relationship", Relationship.class,
                "refusedWhy", RefusedWhy.class,
                "subject", Subject.class,
                "decider", Decider.class,
                "confirmedHow", ConfirmedHow.class);
        String todo = begin(worker, "C1");
        choices.forEach((key, type) -> {
            List<String> known = List.of(type.getEnumConstants()).stream()
                    .filter(choice -> choice != ConfirmedHow.OWN_LOGIN)
                    .map(Choice::id)
                    .toList();
            assertThat(worker.form(new Visitor.Todo(todo, "", "", Optional.empty(), Optional.empty()))
                            .path("components"))
                    .filteredOn(component -> component.path("key").asText().equals(key))
                    .singleElement()
                    .satisfies(component -> assertThat(component.path("values").findValuesAsText("value"))
                            .as(key)
                            .containsExactlyInAnyOrderElementsOf(known));
        });
        send(worker, todo, Map.of("kind", "nothing"));
    }

    private String begin(Visitor visitor, String child) {
        String address = post(visitor, child).headers().firstValue("Location").orElseThrow();
        assertThat(address).contains("/camunda/app/tasklist/default/#/?task=");
        return address.replaceFirst(".*task=", "");
    }

    private static HttpResponse<byte[]> post(Visitor visitor, String child) {
        return visitor.raw(
                AGREED + "/" + child + "/entries", "application/x-www-form-urlencoded", BodyPublishers.noBody());
    }

    private void send(Visitor visitor, String task, Map<String, Object> answers) {
        Visitor.Answer answer =
                visitor.submit(new Visitor.Todo(task, "", "", Optional.empty(), Optional.empty()), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static String shown(Visitor visitor, Task task, String key) {
        return visitor.formData(todo(task)).path(key).path("value").asText().replace("\\", "");
    }

    private JsonNode refused(Visitor visitor, String task, Map<String, Object> answers) {
        Visitor.Answer answer =
                visitor.submit(new Visitor.Todo(task, "", "", Optional.empty(), Optional.empty()), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.body().path("fields");
    }

    private List<Task> waiting(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .list();
    }

    private static Visitor.Todo todo(Task task) {
        return new Visitor.Todo(task.getId(), task.getTaskDefinitionKey(), "", Optional.empty(), Optional.empty());
    }

    private Standing standing(String child, int number) {
        return register.plan(child).entry(number).map(Held::standing).orElseThrow();
    }

    private String person(String child, String label) {
        return people.called(child, label).orElseThrow().id();
    }

    private long readings(String reference) {
        return record.entries(reference).stream()
                .map(Entry::title)
                .filter(PlanReading.READ_ON_DUTY::equals)
                .count();
    }

    private String reported(String by, String child) {
        String reference = unsent.start(by);
        reporting.report(
                reference, StoredReports.bare(child, by, Map.of("namedPerson", "none", "concerns", List.of())));
        return reference;
    }

    private static Map<String, Object> agreement() {
        Map<String, Object> answers = confirmed();
        answers.putAll(Map.of(
                "kind", "agreement",
                "person", "p-1",
                "channel", "video",
                "days", List.of("WEDNESDAY"),
                "startsAt", "17:00",
                "endsAt", "17:30",
                "rhythm", "everyWeek",
                "supervision", "nearby",
                "begins", "already",
                "reviewOn", "2027-06-01"));
        return answers;
    }

    private static Map<String, Object> alone() {
        Map<String, Object> answers = confirmed();
        answers.putAll(Map.of(
                "kind", "alone",
                "alone", "Homework in the kitchen on the laptop.",
                "aloneWhy", "C1 asks when something looks odd.",
                "reviewOn", "2027-06-01"));
        return answers;
    }

    private static Map<String, Object> order() {
        Map<String, Object> answers = confirmed();
        answers.putAll(Map.of(
                "kind", "order",
                "person", "new",
                "personLabel", "C2's uncle",
                "relationship", "otherFamily",
                "forbids", "yes",
                "says", "No calls.",
                "title", "Contact order",
                "dated", "2027-01-05",
                "keptAt", "The safe"));
        return answers;
    }

    private static Map<String, Object> confirmed() {
        return new HashMap<>(Map.of(
                "confirmed", "yes",
                "confirmedBy", "Kit Placer, Northshire",
                "confirmedOn", "2027-01-11",
                "confirmedHow", "email"));
    }
}
