package org.safecontact.breach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
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
import org.safecontact.incident.Endings;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Every way through {@code confidentiality-breach}, as people go it. */
@SafeContactTest
@Import(StoredReports.class)
class PrivateDetailsTest {

    private static final List<String> ALL_FOUR = List.of("accounts", "children", "work", "safety");

    @LocalServerPort
    private int port;

    @Autowired
    private StoredReports reports;

    @Autowired
    private Incidents incidents;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private Endings endings;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    private Visitor carer;
    private Visitor worker;
    private Visitor manager;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(PrivateDetailsTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("confidentiality-breach");
    }

    @BeforeEach
    void aSaturday() {
        clock.setLondon("2027-01-16T10:00");
        carer = Visitor.loggedIn(port, "carer1");
        worker = Visitor.loggedIn(port, "ssw1");
        manager = Visitor.loggedIn(port, "manager1");
    }

    @Test
    void theHomeIsRungTheSameDayTheSchoolHearsAndItIsMadePrivateWithTheChild() {
        String reference = reported(Map.of("disclosed", List.of("school")));

        assertThat(one(reference, "checkAddressSafety").getDueDate())
                .as("by the clock, on a Saturday too")
                .isEqualTo("2027-01-16T14:00:00.000Z");
        assertThat(endings.stillOpen(reference).toString()).contains("Ring the home: is it still safe there?");
        further.saidToo(reference, "carer1", Map.of("disclosed", List.of("school", "homePhoto")), List.of());
        timer(reference, "boundaryEvent_notChecked");
        Map<String, Object> check = check(List.of("school", "homePhoto"));
        check.put("carers", List.of("work"));
        check.put("told", List.of("manager"));
        JsonNode refused = refused(worker, reference, "checkAddressSafety", check);
        assertThat(refused.path("carers").asText()).isEqualTo("Please go through all four with them.");
        assertThat(refused.path("told").asText()).startsWith("Both have to know today.");
        check.put("carers", ALL_FOUR);
        check.put("told", List.of("manager", "authority"));
        complete(worker, reference, "checkAddressSafety", check);
        assertThat(incidents.get(reference).urgent()).isFalse();

        assertThat(one(reference, "tellSchool").getDueDate())
                .as("the Monday that Saturday belongs to, and the day after")
                .isNotNull();
        Map<String, Object> school = new HashMap<>(Map.of(
                "askedWho", "Kit Placer",
                "askedAt", "2027-01-16T09:50",
                "teacher", "M. Example",
                "collection", "notYet",
                "photos", "yes",
                "childSaid", "They know.",
                "help", "Nobody else collects them."));
        assertThat(refused(worker, reference, "tellSchool", school).has("collection"))
                .isTrue();
        school.put("collection", "yes");
        complete(worker, reference, "tellSchool", school);

        assertThat(open(reference, "makePrivate")).isEmpty();
        Map<String, Object> kept =
                new HashMap<>(Map.of("enough", "yes", "kept", "A note.", "help", "It goes down soon."));
        assertThat(refused(manager, reference, "agreeTakedown", kept).has("enough"))
                .isTrue();
        kept.put("enough", "no");
        complete(manager, reference, "agreeTakedown", kept);
        assertThat(one(reference, "makePrivate").getAssignee()).isEqualTo("carer1");
        timer(reference, "boundaryEvent_notPrivate");
        complete(carer, reference, "makePrivate", Map.of("did", List.of("tookDown", "talked"), "seen", "no"));
        assertThat(running(reference)).isZero();
        assertThat(endings.stillOpen(reference).toString()).doesNotContain("Ring the home");
    }

    @Test
    void aPostOfTheHomeGoesTheWayOfTheStandardsAndOfTheRegulator() {
        String reference = reported(Map.of("contactKind", "sharedInformation", "disclosed", "not answered"));
        Map<String, Object> check = check(List.of("careStatus"));
        check.put("how", "home");
        check.put("stands", List.of("gone"));
        complete(worker, reference, "checkAddressSafety", check);

        assertThat(one(reference, "answerRegulator").getDueDate()).isEqualTo("2027-01-19T10:00:00.000Z");
        assertThat(carer.todos()).extracting(Visitor.Todo::key).doesNotContain("dealWithPost", "answerRegulator");
        Map<String, Object> post = new HashMap<>(Map.of(
                "officer", "D. Example",
                "officerAt", "2027-01-16T09:55",
                "standards", "lado",
                "why", "A first time.",
                "carerTold", "Sam, on Monday",
                "help", "It does not happen again."));
        assertThat(refused(manager, reference, "dealWithPost", post).has("standards"))
                .isTrue();
        post.put("standards", "talk");
        complete(manager, reference, "dealWithPost", post);
        timer(reference, "boundaryEvent_regulatorWaits");
        complete(
                Visitor.loggedIn(port, "director1"),
                reference,
                "answerRegulator",
                Map.of(
                        "regulator",
                        "notNeeded",
                        "why",
                        "It was gone at once.",
                        "people",
                        "notNeeded",
                        "help",
                        "Calm."));
        assertThat(running(reference)).isZero();
    }

    @Test
    void whereNothingFollowsItEndsAndWhatIsNotSafeReachesPeople() {
        String reference = reported(Map.of("disclosed", List.of("address")));
        Map<String, Object> check = check(List.of("address"));
        check.put("stands", List.of("spoken"));
        check.put("safe", "no");
        check.put("agreed", "They stay with a friend of the home.");
        complete(worker, reference, "checkAddressSafety", check);
        assertThat(running(reference)).isZero();
        assertThat(incidents.get(reference).urgent()).isTrue();
    }

    @Test
    void whatIsTakenBackAsksNothingMore() {
        String reference = reported(Map.of("disclosed", List.of("careStatus")));
        endings.askToWithdraw(reference, "manager1", List.of());
        endings.withdraw(reference, Optional.empty());
        assertThat(running(reference)).isZero();
    }

    private String reported(Map<String, Object> differently) {
        return reports.about("C1", "carer1", differently, List.of());
    }

    private static Map<String, Object> check(List<String> out) {
        return new HashMap<>(Map.of(
                "out", out,
                "how", "child",
                "toWhom", "A group of the class",
                "risk", "safe",
                "stands", List.of("post"),
                "safe", "yes",
                "others", "none",
                "told", List.of("manager", "authority"),
                "toldWho", "Kit Placer, 10:05",
                "help", "They can stay."));
    }

    private JsonNode refused(Visitor visitor, String reference, String key, Map<String, Object> answers) {
        Answer answer = visitor.submit(taken(visitor, reference, key), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.body().path("fields");
    }

    private void complete(Visitor visitor, String reference, String key, Map<String, ?> answers) {
        Answer answer = visitor.submit(taken(visitor, reference, key), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private Visitor.Todo taken(Visitor visitor, String reference, String key) {
        Task task = one(reference, key);
        Visitor.Todo todo = new Visitor.Todo(task.getId(), key, "", Optional.empty(), Optional.empty());
        if (task.getAssignee() == null) {
            assertThat(visitor.claim(todo).accepted()).as("takes " + key).isTrue();
        }
        return todo;
    }

    private Task one(String reference, String key) {
        List<Task> open = open(reference, key);
        assertThat(open).as(key + " of " + reference).hasSize(1);
        return open.get(0);
    }

    private List<Task> open(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .list();
    }

    private long running(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, "confidentiality-breach")
                .count();
    }

    private void timer(String reference, String element) {
        jobs.run(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, "confidentiality-breach")
                        .singleResult()
                        .getId(),
                element);
    }
}
