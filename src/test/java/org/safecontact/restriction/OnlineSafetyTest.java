package org.safecontact.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.restriction.Looks.asItShouldBe;
import static org.safecontact.restriction.Looks.stillToDo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.MovedChildren;
import org.safecontact.agency.NextFolder;
import org.safecontact.demo.MailSink;
import org.safecontact.incident.StoredReports;
import org.safecontact.journey.Visitor;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.safecontact.restriction.process.LookAtOnlineSafety;
import org.safecontact.restriction.review.Reviews;
import org.safecontact.restriction.review.Topic;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through {@code online-safety-review}, as people go it. */
@SafeContactTest
class OnlineSafetyTest {

    private static final String TUESDAY = "2027-01-12T10:00";

    @LocalServerPort
    private int port;

    @Autowired
    private Looks looks;

    @Autowired
    private LookAtOnlineSafety schedule;

    @Autowired
    private Reviews reviews;

    @Autowired
    private StoredReports reports;

    @Autowired
    private CaseRecord record;

    @Autowired
    private MailSink mails;

    @Autowired
    private NextFolder folder;

    @Autowired
    private MovedChildren moved;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    private Visitor carer;
    private Visitor worker;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(OnlineSafetyTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("online-safety-review");
    }

    @BeforeEach
    void aTuesday() {
        clock.setLondon(TUESDAY);
        schedule.look();
        carer = Visitor.loggedIn(port, "carer1");
        worker = Visitor.loggedIn(port, "ssw1");
    }

    @Test
    void everyChildHasADayOfItsOwnAndTheNextIsThreeMonthsOffAtTheLatest() {
        assertThat(jdbc.sql("select child_id || ' ' || day from online_safety_day where because = 'FIRST' order by day")
                        .query(String.class)
                        .list())
                .as("three months from the first start at the latest, a week apart")
                .containsExactly("C3 2027-03-30", "C2 2027-04-06", "C1 2027-04-13");
        assertThat(worker.has("reviewOnlineSafety"))
                .as("nothing before its day")
                .isFalse();

        clock.setLondon("2027-04-13T09:00");
        schedule.look();
        schedule.look();
        String reference = looks.newest("C1");
        assertThat(reference).matches("REV-2027-\\d{6}");
        assertThat(List.of(reference, looks.newest("C2"), looks.newest("C3")))
                .as("one for each child")
                .doesNotHaveDuplicates()
                .allSatisfy(each -> assertThat(looks.open(each, "reviewOnlineSafety"))
                        .singleElement()
                        .satisfies(todo -> assertThat(looks.groups(todo)).containsExactly("supervisingSocialWorker")));
        worker = Visitor.loggedIn(port, "ssw1");
        String todo = looks.taken(worker, reference, "reviewOnlineSafety");
        assertThat(looks.shown(worker, todo, "age")).isEqualTo("14");
        assertThat(looks.shown(worker, todo, "latest")).isEqualTo("13 July 2027");
        Map<String, Object> later = asItShouldBe();
        later.put("nextOn", "2027-07-14");
        assertThat(looks.refused(worker, todo, later).path("nextOn").asText())
                .isEqualTo(
                        "It is looked at again every three months or sooner. Please choose 13 July 2027, at the latest.");
        later.put("nextOn", "2027-04-13");
        assertThat(looks.refused(worker, todo, later).path("nextOn").asText())
                .isEqualTo("You look at it today. Please choose a later day.");
        Map<String, Object> sooner = asItShouldBe();
        sooner.put("nextOn", "2027-06-01");
        looks.send(worker, todo, sooner);
        assertThat(looks.isOver(reference)).as("nothing is still to do").isTrue();
        assertThat(worker.get("/safe-contact/o/C1").text())
                .contains("Looked at together on 13 April 2027. Next: 1 June 2027.");

        looks.complete(worker, looks.newest("C2"), "reviewOnlineSafety", asItShouldBe());
        looks.complete(Visitor.loggedIn(port, "ssw2"), looks.newest("C3"), "reviewOnlineSafety", asItShouldBe());
        assertThat(worker.get("/safe-contact/o/C2").text()).contains("Next: 13 July 2027.");
    }

    @Test
    void afterAReportWasClosedItIsLookedAtWithinDaysAndWhatIsStillToDoStaysWithSomebody() {
        String report = looks.report("C1", "carer1");
        looks.close(report);
        schedule.look();
        String reference = looks.newest("C1");
        assertThat(titles(report)).contains(Reviews.BECAUSE_OF_IT);
        Task due = looks.one(reference, "reviewOnlineSafety");
        assertThat(due.getDueDate()).as("five working days").isEqualTo("2027-01-19T17:00:00.000Z");
        String todo = looks.taken(worker, reference, "reviewOnlineSafety");
        assertThat(looks.shown(worker, todo, "because")).isEqualTo(report);

        Map<String, Object> answers = stillToDo(asItShouldBe(), "privacySettings", "carer1", "2027-01-20");
        answers = stillToDo(answers, "sharedSpaces", "worker", "2027-01-22");
        Map<String, Object> checked = new HashMap<>(answers);
        checked.remove("monitoringBecause");
        checked.putAll(
                Map.of("monitoring", "right", "monitoringHolds", "Alex looks at new contacts, with C1, on Sundays."));
        JsonNode without = looks.refused(worker, todo, checked);
        assertThat(without.has("monitoringRestsOn") && without.has("monitoringProportion"))
                .as("nothing is checked without a risk assessment, and in proportion")
                .isTrue();
        checked.putAll(Map.of(
                "monitoringRestsOn", "Risk assessment of 4 January 2027, in the child's file",
                "monitoringProportion", "A stranger wrote twice; a talk alone did not help"));
        Map<String, Object> tooLate = new HashMap<>(checked);
        tooLate.putAll(Map.of("nextOn", "2027-01-21"));
        assertThat(looks.refused(worker, todo, tooLate).path("sharedSpacesBy").asText())
                .isEqualTo("That is after the next look. Please choose 21 January 2027, at the latest.");
        looks.send(worker, todo, checked);

        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.kind() == EntryKind.CHILDS_WORDS)
                .extracting(OnlineSafetyTest::answers)
                .as("as the child said it")
                .anySatisfy(words -> assertThat(words).contains("I like the game with Sam."))
                .anySatisfy(words -> assertThat(words).contains("Nothing new."));
        assertThat(carer.todosOn("For later")).extracting(Visitor.Todo::key).contains("doOpenPoint");
        assertThat(carer.todosOn("To do now")).extracting(Visitor.Todo::key).doesNotContain("doOpenPoint");
        String page = carer.get("/safe-contact/o/C1").text();
        assertThat(page)
                .contains(
                        "Looked at together on 12 January 2027. Next: 13 April 2027.",
                        "Still to do: Look at it together.",
                        "Alex Ashdown, by 20 January 2027.",
                        "Whoever supervises the home, by 22 January 2027.",
                        "As it should be: The app store asks first; at thirteen no more than that.",
                        "Rests on: Risk assessment of 4 January 2027, in the child&#39;s file; in proportion:",
                        "On Sundays, in the car.");
        assertThat(carer.get("/safe-contact/a/C1").text())
                .contains("Online safety", "Privacy settings: Still to do: Look at it together.");

        Task mine = looks.one(reference, "doOpenPoint");
        assertThat(mine.getAssignee()).isEqualTo("carer1");
        assertThat(mine.getDueDate()).isEqualTo("2027-01-20T20:00:00.000Z");
        assertThat(looks.refused(carer, mine.getId(), Map.of("went", "anotherDay", "newBy", "2027-04-14"))
                        .path("newBy")
                        .asText())
                .startsWith("That is after the next look.");
        looks.send(carer, mine.getId(), Map.of("went", "anotherDay", "newBy", "2027-01-27"));
        mine = looks.one(reference, "doOpenPoint");
        assertThat(mine.getDueDate()).isEqualTo("2027-01-27T20:00:00.000Z");
        looks.send(carer, mine.getId(), Map.of("went", "help", "inTheWay", "Nobody knows the password."));
        assertThat(looks.open(reference, "doOpenPoint")).isEmpty();
        String privacy = looks.open(reference, "settleOpenPoint").stream()
                .filter(task -> looks.shown(worker, task.getId(), "topic").equals("Privacy settings"))
                .findFirst()
                .orElseThrow()
                .getId();
        assertThat(worker.claim(Looks.todo(privacy)).accepted()).isTrue();
        assertThat(looks.shown(worker, privacy, "since"))
                .isEqualTo("The worker of the home helps with it. What gets in the way: Nobody knows the password.");
        looks.send(worker, privacy, Map.of("became", "anotherDay", "newDoer", "carer3", "newBy", "2027-01-29"));
        mine = looks.one(reference, "doOpenPoint");
        assertThat(mine.getAssignee()).isEqualTo("carer3");

        clock.setLondon("2027-02-05T17:00");
        looks.timer(reference, "boundaryEvent_notDone");
        assertThat(looks.open(reference, "doOpenPoint"))
                .as("nobody presses a carer")
                .isEmpty();
        worker = Visitor.loggedIn(port, "ssw1");
        for (Task task : looks.open(reference, "settleOpenPoint")) {
            assertThat(worker.claim(Looks.todo(task.getId())).accepted()).isTrue();
            boolean ofPrivacy = looks.shown(worker, task.getId(), "topic").equals("Privacy settings");
            looks.send(
                    worker,
                    task.getId(),
                    ofPrivacy
                            ? Map.of("became", "giveUp", "why", "The app is gone.", "help", "One worry less.")
                            : Map.of("became", "done", "what", "A shelf in the kitchen."));
        }
        assertThat(looks.isOver(reference)).isTrue();
        assertThat(Visitor.loggedIn(port, "carer1").get("/safe-contact/o/C1").text())
                .contains("Not to be done after all: The app is gone.", "Done, 5 February 2027.");
        assertThat(titles(reference))
                .contains("Online safety was looked at with the child", "What was agreed about online safety");
    }

    @Test
    void everyPointIsAskedAndEveryAnswerHasItsReasonsForThisAge() {
        String reference = looks.begun("C3", "carer2");
        Visitor worker2 = Visitor.loggedIn(port, "ssw2");
        String todo = looks.taken(worker2, reference, "reviewOnlineSafety");
        for (Topic topic : Topic.values()) {
            Map<String, Object> answers = asItShouldBe();
            answers.keySet().removeIf(key -> key.startsWith(topic.id()));
            assertThat(looks.refused(worker2, todo, answers).has(topic.id()))
                    .as("nothing is answered for anybody: " + topic)
                    .isTrue();
            answers.put(topic.id(), "notRight");
            assertThat(looks.refused(worker2, todo, answers).has(topic.id() + "Because"))
                    .as("not right at this age, and why: " + topic)
                    .isTrue();
            answers.put(topic.id(), "right");
            assertThat(looks.refused(worker2, todo, answers).has(topic.id() + "Holds"))
                    .as("as it should be, and what is agreed: " + topic)
                    .isTrue();
        }
        Map<String, Object> talk = asItShouldBe();
        talk.remove("talksOn");
        talk.remove("talksSaid");
        JsonNode without = looks.refused(worker2, todo, talk);
        assertThat(without.has("talksOn") && without.has("talksSaid"))
                .as("a talk has its day, and what the child said")
                .isTrue();
        looks.send(worker2, todo, asItShouldBe());
    }

    @Test
    void aNewerLookHasWhatAnEarlierOneLeftToDo() {
        Visitor worker2 = Visitor.loggedIn(port, "ssw2");
        String earlier = looks.begun("C3", "carer2");
        looks.complete(
                worker2,
                earlier,
                "reviewOnlineSafety",
                stillToDo(asItShouldBe(), "parentalControls", "carer2", "2027-02-01"));
        looks.close(looks.report("C3", "carer2"));
        schedule.look();
        String newer = looks.newest("C3");
        assertThat(newer).isNotEqualTo(earlier);
        String todo = looks.taken(worker2, newer, "reviewOnlineSafety");
        assertThat(looks.shown(worker2, todo, "before"))
                .contains("Parental controls: Still to do: Look at it together.", "by 1 February 2027");
        assertThat(looks.isOver(earlier)).isFalse();
        looks.send(worker2, todo, asItShouldBe());

        assertThat(looks.isOver(earlier)).isTrue();
        assertThat(entries(earlier, Reviews.OVER))
                .singleElement()
                .satisfies(entry -> assertThat(answers(entry)).contains(newer));
        assertThat(Visitor.loggedIn(port, "carer2").has("doOpenPoint")).isFalse();
    }

    @Test
    void whatWasAgreedForAHomeEndsWhenTheChildLeavesItAndTheNewHomeHasItsOwn() {
        String reference = looks.begun("C2", "carer1");
        looks.complete(
                worker,
                reference,
                "reviewOnlineSafety",
                stillToDo(asItShouldBe(), "sharedSpaces", "carer1", "2027-02-01"));
        Visitor carer2 = Visitor.loggedIn(port, "carer2");
        try {
            folder.childMoves("C2", "H2");
            moved.look();
            schedule.look();

            assertThat(looks.isOver(reference)).isTrue();
            assertThat(entries(reference, Reviews.OVER)).hasSize(1);
            assertThat(carer.has("doOpenPoint")).isFalse();
            assertThat(carer.get("/safe-contact/o/C2").status()).isEqualTo(404);
            assertThat(carer2.get("/safe-contact/o/C2").text())
                    .contains("It is looked at together on 9 February 2027.")
                    .doesNotContain(reference);
        } finally {
            folder.unchanged();
            moved.look();
            schedule.look();
        }
        assertThat(carer.get("/safe-contact/o/C2").text())
                .as("the child is back: what was there is read again, and looked at soon")
                .contains("Next: 9 February 2027.");
        String notHeld = looks.begun("C2", "carer1");
        try {
            folder.childMoves("C2", "H2");
            schedule.look();
            assertThat(looks.isOver(notHeld)).isTrue();
            assertThat(entries(notHeld, Reviews.OVER)).as("its record says so").hasSize(1);
        } finally {
            folder.unchanged();
            moved.look();
            schedule.look();
        }
    }

    @Test
    void whereTheWorkerOfTheHomeIsKeptAwayAManagerHoldsIt() {
        looks.close(reports.about("C3", "carer2", Map.of("namedPerson", "worker"), List.of("ssw2")));
        schedule.look();
        String reference = looks.newest("C3");
        String task = looks.one(reference, "reviewOnlineSafety").getId();
        Visitor worker2 = Visitor.loggedIn(port, "ssw2");
        assertThat(worker2.has("reviewOnlineSafety")).isFalse();
        assertThat(worker2.claim(Looks.todo(task)).accepted()).isFalse();
        looks.complete(Visitor.loggedIn(port, "manager1"), reference, "reviewOnlineSafety", asItShouldBe());
        assertThat(looks.isOver(reference)).isTrue();
    }

    @Test
    void whoeverIsKeptAwayFromAReportHasNoPartInItNorLearnsWhyItIsSooner() {
        String reference = looks.begun("C2", "carer1");
        looks.complete(
                worker, reference, "reviewOnlineSafety", stillToDo(asItShouldBe(), "talks", "carer1", "2027-02-01"));
        assertThat(carer.has("doOpenPoint")).isTrue();

        String report = reports.about("C2", "carer3", Map.of("namedPerson", "household"), List.of("carer1"));
        Task open = looks.one(reference, "doOpenPoint");
        assertThat(open.getAssignee()).as("goes to the worker of the home").isNull();
        assertThat(carer.has("doOpenPoint")).isFalse();
        assertThat(carer.get("/safe-contact/o/C2").text())
                .as("nothing of it is theirs to read")
                .doesNotContain("Look at it together.");
        looks.complete(worker, reference, "doOpenPoint", Map.of("went", "done"));
        assertThat(looks.isOver(reference)).isTrue();

        looks.close(report);
        schedule.look();
        String sooner = looks.newest("C2");
        assertThat(reviews.because(sooner, "manager1")).contains(report);
        assertThat(reviews.because(sooner, "carer1")).isEmpty();
        assertThat(carer.get("/safe-contact/o/C2").text())
                .as("the day that was planned")
                .contains("It is looked at together on 13 April 2027.");
        String todo = looks.taken(worker, sooner, "reviewOnlineSafety");
        assertThat(worker.formData(Looks.todo(todo)).path("doers").toString())
                .as("nobody of the home can take anything on meanwhile")
                .contains("worker")
                .doesNotContain("carer");
        looks.send(worker, todo, stillToDo(asItShouldBe(), "talks", "worker", "2027-02-01"));
        looks.complete(worker, sooner, "settleOpenPoint", Map.of("became", "done", "what", "We talked."));
        assertThat(looks.isOver(sooner)).isTrue();
    }

    @Test
    void aLookThatNobodyHoldsIsSaidAgainAndClimbs() {
        String reference = looks.begun("C1", "carer1");
        assertThat(Visitor.loggedIn(port, "duty1")
                        .get("/safe-contact/c/" + reference + "/r")
                        .status())
                .as("duty has no part in it while the worker is there")
                .isEqualTo(404);
        morning(reference, "2027-01-13T09:00");
        assertThat(mails("ssw1", reference)).as("in time").isEmpty();
        morning(reference, "2027-01-20T09:00");
        assertThat(mails("ssw1", reference)).hasSize(1);
        assertThat(mails("teammanager1", reference)).isEmpty();
        morning(reference, "2027-01-22T09:00");
        assertThat(mails("teammanager1", reference)).hasSize(1);
        assertThat(looks.groups(looks.one(reference, "reviewOnlineSafety")))
                .containsExactlyInAnyOrder("supervisingSocialWorker", "teamManager");
        looks.complete(Visitor.loggedIn(port, "teammanager1"), reference, "reviewOnlineSafety", asItShouldBe());
        assertThat(looks.isOver(reference)).isTrue();
    }

    private void morning(String reference, String london) {
        clock.setLondon(london);
        looks.timer(reference, "startEvent_morning");
        jobs.runDue();
    }

    private List<String> mails(String person, String reference) {
        return mails.letters().stream()
                .filter(mail -> mail.to().startsWith(person) && mail.subject().contains(reference))
                .map(mail -> mail.subject())
                .toList();
    }

    private List<String> titles(String reference) {
        return record.entries(reference).stream().map(Entry::title).toList();
    }

    private static String answers(Entry entry) {
        return entry.statements().stream().map(Statement::answer).collect(Collectors.joining("; "));
    }

    private List<Entry> entries(String reference, String title) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(title))
                .toList();
    }
}
