package org.safecontact.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tasklist, Cockpit and Admin need goes through the door, for whom it is meant, and only as it is meant. */
@SafeContactTest
class DoorTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseFiles files;

    @Autowired
    private TestClock clock;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    private TryCase cases;

    @BeforeEach
    void prepare() {
        cases = new TryCase(files, repository, runtime, tasks);
    }

    @AfterEach
    void end() {
        cases.end();
    }

    @Test
    void everybodyFindsTheirOwnListsAndNoOthers() {
        assertThat(lists("carer1")).containsExactly("To do now", "For later");
        assertThat(lists("childsw1")).containsExactly("To do now", "For later");
        for (String worker : List.of("ssw1", "duty1", "teammanager1", "manager1", "director1")) {
            assertThat(lists(worker)).containsExactly("Mine", "Waiting for somebody", "Late", "Urgent");
        }
    }

    @Test
    void whatAWorkerShouldHaveDoneByNowIsLate() {
        String reference = cases.open("carer1", "C1", "H1");
        clock.setLondon("2099-02-01T10:00");
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        String late = worker.get(ENGINE + "/filter?itemCount=false&resourceType=Task")
                .body()
                .path(2)
                .path("id")
                .asText();

        String page = worker.post(ENGINE + "/filter/" + late + "/list", Map.of("processInstanceBusinessKey", reference))
                .text();
        assertThat(page).contains(cases.task(reference, "forWorker").getId());
    }

    @ParameterizedTest
    @CsvSource({"carer1, 1, forReporter", "ssw1, 1, forWorker", "ssw1, 0, mine"})
    void whatIsDueFirstStandsFirstAndOfTheSameMomentWhatIsMoreUrgent(String person, int list, String key) {
        String reference = cases.open("carer1", "C1", "H1");
        List<String> made = new ArrayList<>();
        made.add(cases.task(reference, key.equals("mine") ? "forWorker" : key).getProcessInstanceId());
        for (int more = 0; more < 3; more++) {
            made.add(cases.again(reference, "carer1"));
        }
        String later = due(made.get(0), key, "2099-03-02T10:00", 3);
        String soon = due(made.get(1), key, "2099-03-01T10:00", 0);
        String soonAndUrgent = due(made.get(2), key, "2099-03-01T10:00", 3);
        String first = due(made.get(3), key, "2099-02-28T10:00", 0);

        Visitor visitor = Visitor.loggedIn(port, person);
        String path = ENGINE + "/filter/"
                + visitor.get(ENGINE + "/filter?itemCount=false&resourceType=Task")
                        .body()
                        .path(list)
                        .path("id")
                        .asText()
                + "/list?firstResult=0&maxResults=15";
        for (List<Map<String, String>> sorting : List.of(
                // what Tasklist asks for of itself, and what our screen makes of it
                List.of(Map.of("sortBy", "created", "sortOrder", "desc")),
                List.of(
                        Map.of("sortBy", "dueDate", "sortOrder", "asc"),
                        Map.of("sortBy", "priority", "sortOrder", "desc")))) {
            JsonNode page = visitor.post(path, Map.of("processInstanceBusinessKey", reference, "sorting", sorting))
                    .body();
            assertThat(page.path("_embedded").path("task").findValuesAsText("id"))
                    .as(sorting.toString())
                    .containsExactly(first, soonAndUrgent, soon, later);
        }
    }

    private String due(String instance, String key, String london, int urgency) {
        Task task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key.equals("mine") ? "forWorker" : key)
                .singleResult();
        task.setDueDate(Date.from(
                LocalDateTime.parse(london).atZone(ZoneId.of("Europe/London")).toInstant()));
        task.setPriority(urgency);
        if (key.equals("mine")) {
            task.setAssignee("ssw1");
        }
        tasks.saveTask(task);
        return task.getId();
    }

    @Test
    void aListOfSomebodyElsesKindIsRefused() {
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        String late = worker.get(ENGINE + "/filter?itemCount=false&resourceType=Task")
                .body()
                .path(2)
                .path("id")
                .asText();

        assertThat(worker.post(ENGINE + "/filter/" + late + "/list", Map.of()).accepted())
                .isTrue();
        assertThat(Visitor.loggedIn(port, "carer1")
                        .post(ENGINE + "/filter/" + late + "/list", Map.of())
                        .accepted())
                .isFalse();
    }

    @Test
    void aListTakesNoQuestionOfItsOwn() {
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        String list = ENGINE + "/filter/"
                + worker.get(ENGINE + "/filter?itemCount=false&resourceType=Task")
                        .body()
                        .path(0)
                        .path("id")
                        .asText() + "/list";

        for (Map<String, ?> question : List.<Map<String, ?>>of(
                Map.of("orQueries", List.of(Map.of("assigneeExpression", "${1+1}"))),
                Map.of("assigneeExpression", "${1+1}"),
                Map.of("nameLike", "${1+1}"),
                Map.of("processVariables", List.of(Map.of("name", "riskLevel", "value", "HIGH", "operator", "eq"))),
                Map.of("sorting", List.of(Map.of("sortBy", "processVariable", "sortOrder", "asc"))))) {
            assertThat(worker.post(list, question).status())
                    .as(question.toString())
                    .isEqualTo(403);
        }
        assertThat(worker.post(list, Map.of("nameLike", "%report%", "active", true))
                        .accepted())
                .isTrue();
        assertThat(worker.post(list, Map.of("sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc"))))
                        .accepted())
                .isTrue();
    }

    @Test
    void aToDoIsTakenForOneselfOnly() {
        String reference = cases.open("carer1", "C1", "H1");
        String claim = ENGINE + "/task/" + cases.task(reference, "forWorker").getId() + "/claim";
        Visitor worker = Visitor.loggedIn(port, "ssw1");

        assertThat(worker.post(claim, Map.of("userId", "duty1")).status()).isEqualTo(403);
        assertThat(worker.post(claim, Map.of("userId", "ssw1", "more", "x")).status())
                .isEqualTo(403);
        assertThat(worker.post(claim, Map.of("userId", "ssw1")).status()).isEqualTo(204);
        Answer late = Visitor.loggedIn(port, "duty1").post(claim, Map.of("userId", "duty1"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("message").asText())
                .contains("has this, since")
                .doesNotContain("ssw1");
    }

    /** Whichever of the two is looked at first: by then the other one may have passed the door. */
    @Test
    void whoTakesAToDoInTheSameMomentReadsWhoHasIt() throws Exception {
        Map<String, Visitor> people =
                Map.of("manager1", Visitor.loggedIn(port, "manager1"), "manager2", Visitor.loggedIn(port, "manager2"));
        ExecutorService hands = Executors.newFixedThreadPool(people.size());
        try {
            for (int time = 0; time < 10; time++) {
                String claim = ENGINE + "/task/"
                        + cases.task(cases.open("carer1", "C1", "H1"), "forManager")
                                .getId() + "/claim";
                CyclicBarrier together = new CyclicBarrier(people.size());
                List<Answer> answers = new ArrayList<>();
                for (Future<Answer> each : hands.invokeAll(people.keySet().stream()
                        .map(one -> (Callable<Answer>) () -> {
                            together.await(Patience.SECONDS, TimeUnit.SECONDS);
                            return people.get(one).post(claim, Map.of("userId", one));
                        })
                        .toList())) {
                    answers.add(each.get());
                }
                assertThat(answers)
                        .as(answers.toString())
                        .extracting(Answer::status)
                        .containsExactlyInAnyOrder(204, 409);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 409)
                        .singleElement()
                        .satisfies(answer -> assertThat(
                                        answer.body().path("message").asText())
                                .contains("has this, since", "999"));
            }
        } finally {
            hands.shutdown();
        }
    }

    @Test
    void whoeverIsRefusedAtTheDoorReadsWhatToDoInDanger() {
        String claim = ENGINE + "/task/"
                + cases.task(cases.open("carer1", "C1", "H1"), "forWorker").getId() + "/claim";
        Answer stale = Visitor.loggedIn(port, "ssw1").withoutToken().post(claim, Map.of("userId", "ssw1"));
        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.body().path("message").asText()).contains("Please load it again", "999");
        Answer nobody = Visitor.asking(port, "carer1\u0000").login("any-password");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.body().path("message").asText()).contains("999");
    }

    /** Both ways in which Tasklist's Start process, and whoever has no page, begin a report: with nothing but the wish to. */
    @Test
    void aReportIsBegunByWhoeverMayReportWithoutKeyAndVariables() {
        String byKey = ENGINE + "/process-definition/key/unplanned-contact/start";
        String byForm = ENGINE + "/process-definition/" + definition("unplanned-contact") + "/submit-form";
        List<Map<String, ?>> refused = List.of(
                Map.of("businessKey", "INC-2026-000001"),
                Map.of("businessKey", "INC-2026-000001", "variables", Map.of()),
                Map.of("variables", Map.of("riskLevel", Map.of("value", "LOW"))),
                Map.of("variables", Map.of(), "withVariablesInReturn", true),
                Map.of("startInstructions", List.of()));
        for (String user : List.of("carer2", "ssw2", "duty1", "teammanager1", "manager1", "director1", "childsw1")) {
            Visitor visitor = Visitor.loggedIn(port, user);
            for (String way : List.of(byKey, byForm)) {
                for (Map<String, ?> body : refused) {
                    assertThat(visitor.post(way, body).status()).as(user + body).isEqualTo(403);
                }
            }
            assertThat(visitor.get(ENGINE + "/process-definition?latest=true&active=true&startableInTasklist=true"
                                    + "&startablePermissionCheck=true&firstResult=0&maxResults=15")
                            .body()
                            .findValuesAsText("key"))
                    .containsExactly("unplanned-contact");
            for (String way : List.of(byForm, byKey)) {
                Answer begun = visitor.post(way, Map.of("variables", Map.of()));
                assertThat(begun.status()).as(user + begun.text()).isEqualTo(200);
            }
            Visitor.Todo report = visitor.todo("reportContact");
            assertThat(report.assignee())
                    .as("and a second wish opens no second")
                    .contains(user);
            assertThat(reference(report)).matches("INC-\\d{4}-\\d{6}");
        }
        Visitor admin = Visitor.loggedIn(port, "admin", "cockpit");
        for (String way : List.of(byKey, byForm)) {
            assertThat(admin.post(way, Map.of("variables", Map.of())).status()).isEqualTo(403);
        }
    }

    private String definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String reference(Visitor.Todo todo) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(
                        tasks.createTaskQuery().taskId(todo.id()).singleResult().getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    @Test
    void whatIsDoneWhatIsSomebodyElsesAndWhatNeverWasSoundTheSame() {
        String reference = cases.open("carer1", "C1", "H1");
        String id = cases.task(reference, "forReporter").getId();
        Visitor other = Visitor.loggedIn(port, "carer2");
        for (String part : List.of("", "/form", "/deployed-form", "/form-variables?deserializeValues=false")) {
            Answer theirs = other.get(ENGINE + "/task/" + id + part);
            Answer none = other.get(ENGINE + "/task/" + UUID.randomUUID() + part);
            assertThat(theirs.status()).as(part).isEqualTo(404);
            assertThat(theirs.text()).as(part).isEqualTo(none.text());
        }
        for (String act : List.of("claim", "submit-form")) {
            Map<String, ?> body = act.equals("claim") ? Map.of("userId", "carer2") : Map.of("variables", Map.of());
            Answer theirs = other.post(ENGINE + "/task/" + id + "/" + act, body);
            Answer none = other.post(ENGINE + "/task/" + UUID.randomUUID() + "/" + act, body);
            assertThat(theirs.status()).as(act).isEqualTo(404);
            assertThat(theirs.text()).as(act).isEqualTo(none.text());
        }
    }

    @Test
    void theExcludedFindNothingWhateverTheyAsk() {
        String reference = cases.open("carer1", "C1", "H1");
        String id = cases.task(reference, "forWorker").getId();
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        assertThat(worker.get(ENGINE + "/task/" + id).status()).isEqualTo(200);

        files.exclude(reference, "ssw1", "named in the concern");

        assertThat(worker.get(ENGINE + "/task/" + id).status()).isEqualTo(404);
        assertThat(worker.post(ENGINE + "/task/" + id + "/claim", Map.of("userId", "ssw1"))
                        .status())
                .isEqualTo(404);
        assertThat(worker.todos()).noneMatch(todo -> todo.id().equals(id));
        String instance = cases.task(reference, "forWorker").getProcessInstanceId();
        assertThat(worker.get(ENGINE + "/task?assignee=ssw1&processInstanceId=" + instance)
                        .text())
                .doesNotContain(id);
    }

    @Test
    void everybodyListsTheirOwnPartOverHttpToo() {
        String reference = cases.open("carer1", "C1", "H1");
        String worker = cases.task(reference, "forWorker").getId();
        String reporter = cases.task(reference, "forReporter").getId();

        assertThat(sees("carer1", reporter)).isTrue();
        assertThat(sees("carer1", worker)).isFalse();
        assertThat(sees("carer3", reporter)).isFalse();
        assertThat(sees("ssw1", worker)).isTrue();
        assertThat(sees("ssw2", worker)).isFalse();
        assertThat(sees("duty1", worker)).isTrue();
        assertThat(sees("teammanager1", worker)).isTrue();
        assertThat(sees("manager1", worker)).isTrue();
        assertThat(sees("childsw1", worker)).isFalse();
        files.wall(reference);
        assertThat(sees("duty1", worker)).isFalse();
        assertThat(sees("director1", worker)).isTrue();
    }

    @Test
    void aPathThatSaysOneThingTwoWaysIsRefused() {
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        for (String path : List.of(
                "/camunda/api/engine/engine/default/%66ilter",
                "/camunda/api/engine/engine/default/filter;x=1",
                "/camunda/api/engine/engine/default//filter",
                "/camunda/%61pi/engine/engine/default/history/task",
                "/camunda/api/engine/engine/default/filter/../history/task",
                "/camunda/api;x=1/engine/engine/default/history/task",
                "/camunda/api/engine/engine/other/filter",
                "/camunda/api/engine/engine/default/filter?resourceType=Task&resourceType=Task")) {
            assertThat(worker.get(path).status()).as(path).isIn(400, 403, 404);
        }
    }

    @Test
    void nobodyGetsAnywhereWithoutALogin() {
        Visitor stranger = Visitor.stranger(port);
        for (String path : List.of("/filter", "/task/x", "/user", "/process-definition", "/deployment")) {
            Answer answer = stranger.get(ENGINE + path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.body().path("message").asText()).contains("999");
        }
        assertThat(stranger.get("/camunda/api/engine/engine/").status()).isEqualTo(200);
        assertThat(stranger.get("/camunda/api/admin/setup/default/user/create").status())
                .isEqualTo(401);
        assertThat(stranger.get("/engine-rest/engine").status()).isEqualTo(404);
        assertThat(stranger.get("/").status()).isEqualTo(302);
        assertThat(stranger.get("/camunda/app/welcome/default/").status()).isEqualTo(302);
    }

    @Test
    void ourOwnPagesAskForTheSameLoginAndTheSameToken() {
        Visitor stranger = Visitor.stranger(port);
        assertThat(stranger.get("/safe-contact/api/house").status()).isEqualTo(200);
        assertThat(stranger.get("/safe-contact/api/cases/INC-2026-000001/record")
                        .status())
                .isEqualTo(401);
        assertThat(stranger.post("/safe-contact/api/reports", Map.of()).status())
                .isEqualTo(401);
        assertThat(Visitor.loggedIn(port, "carer1")
                        .withoutToken()
                        .post("/safe-contact/api/reports", Map.of())
                        .body()
                        .path("type")
                        .asText())
                .isEqualTo("StalePage");
    }

    @Test
    void theAdministratorKeepsTheLoginsAndNobodyElseDoes() {
        Visitor admin = Visitor.loggedIn(port, "admin", "admin");
        Map<String, ?> fresh = Map.of(
                "profile", Map.of("id", "newworker", "firstName", "New", "lastName", "Worker", "email", ""),
                "credentials", Map.of("password", "Quiet-river-7"));
        assertThat(admin.post(ENGINE + "/user/create", fresh).status()).isEqualTo(204);
        assertThat(admin.method("PUT", ENGINE + "/group/carer/members/newworker", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(admin.method(
                                "PUT",
                                ENGINE + "/user/newworker/credentials",
                                Map.of("password", "Other-river-8", "authenticatedUserPassword", "Demo-contact-1"))
                        .status())
                .isEqualTo(204);
        // a login that the agency does not know opens nothing
        Visitor unknown = Visitor.asking(port, "newworker");
        assertThat(unknown.login("Other-river-8").status()).isEqualTo(401);
        assertThat(unknown.get(ENGINE + "/filter?resourceType=Task").status()).isEqualTo(401);
        assertThat(admin.method("DELETE", ENGINE + "/user/newworker", null).status())
                .isEqualTo(204);
    }

    @Test
    void theAdministratorSeesWhereThingsStandAndNothingOfACase() {
        String reference = cases.open("carer1", "C1", "H1");
        String instance = cases.task(reference, "forWorker").getProcessInstanceId();
        Visitor admin = Visitor.loggedIn(port, "admin", "cockpit");

        assertThat(admin.get(ENGINE + "/process-instance/" + instance).status()).isEqualTo(200);
        assertThat(admin.get(ENGINE + "/process-instance/" + instance + "/activity-instances")
                        .status())
                .isEqualTo(200);
        assertThat(admin.post(ENGINE + "/task", Map.of("processInstanceId", instance))
                        .text())
                .isEqualTo("[]");
        assertThat(admin.post(ENGINE + "/variable-instance", Map.of("processInstanceIdIn", List.of(instance)))
                        .text())
                .isEqualTo("[]");
        assertThat(admin.get("/safe-contact/api/cases/" + reference + "/record").status())
                .isNotEqualTo(200);
    }

    @Test
    void theAdministratorNeverAsksForCasesByWhatTheyCarry() {
        String reference = cases.open("carer1", "C1", "H1");
        String instance = cases.task(reference, "forWorker").getProcessInstanceId();
        String definition = cases.task(reference, "forWorker").getProcessDefinitionId();
        Visitor admin = Visitor.loggedIn(port, "admin", "cockpit");
        String plugin = "/camunda/api/cockpit/plugin/base/default";
        Map<String, ?> reporter = Map.of("name", "reporter", "operator", "like", "value", "carer%");
        for (String path : List.of(
                ENGINE + "/process-instance",
                ENGINE + "/process-instance/count",
                plugin + "/process-instance",
                plugin + "/process-instance/count",
                plugin + "/process-instance/" + instance + "/called-process-instances",
                plugin + "/process-definition/" + definition + "/called-process-definitions")) {
            for (Map<String, ?> question : List.<Map<String, ?>>of(
                    Map.of("variables", List.of(reporter)),
                    Map.of("processDefinitionKey", "access-try", "variables", List.of(reporter)),
                    Map.of("orQueries", List.of(Map.of("variables", List.of(reporter)))),
                    Map.of("businessKeyLike", "TRY%"),
                    Map.of("businessKey", "${1+1}"),
                    Map.of("activityIdIn", List.of("#{1+1}")),
                    Map.of("activityIdIn", List.of(Map.of("variables", List.of(reporter)))))) {
                assertThat(admin.post(path, question).status())
                        .as(path + " " + question)
                        .isEqualTo(403);
            }
        }
        // what Cockpit's own pages send
        assertThat(admin.post(ENGINE + "/process-instance?maxResults=1", Map.of("subProcessInstance", instance))
                        .status())
                .isEqualTo(200);
        assertThat(admin.post(
                                plugin + "/process-instance?firstResult=0&maxResults=50",
                                Map.of(
                                        "processDefinitionId",
                                        definition,
                                        "firstResult",
                                        0,
                                        "maxResults",
                                        50,
                                        "sortBy",
                                        "startTime",
                                        "sortOrder",
                                        "desc"))
                        .text())
                .contains(instance);
        assertThat(admin.post(plugin + "/process-instance/count", Map.of("processDefinitionId", definition))
                        .status())
                .isEqualTo(200);
        assertThat(admin.post(
                                plugin + "/process-definition/" + definition + "/called-process-definitions",
                                Map.of("parentProcessDefinitionId", definition))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theAdministratorTriesOnceMoreOnlyWhatFailed() {
        JsonNode report = Visitor.loggedIn(port, "carer2")
                .post("/safe-contact/api/reports", Map.of())
                .body();
        String instance = tasks.createTaskQuery()
                .taskId(report.path("taskId").asText())
                .singleResult()
                .getProcessInstanceId();
        String job = management
                .createJobQuery()
                .processInstanceId(instance)
                .listPage(0, 1)
                .get(0)
                .getId();
        String retries = ENGINE + "/job/" + job + "/retries";
        Visitor admin = Visitor.loggedIn(port, "admin", "cockpit");

        assertThat(admin.method("PUT", retries, Map.of("retries", 1)).status()).isEqualTo(403);
        management.setJobRetries(job, 0);
        for (Object many : List.of(1.9, "1", true, 2, 0)) {
            assertThat(admin.method("PUT", retries, Map.of("retries", many)).status())
                    .as(many.toString())
                    .isEqualTo(403);
        }
        assertThat(admin.method("PUT", retries, Map.of("retries", 1)).status()).isEqualTo(204);
    }

    @Test
    void aCarerIsNotSentTheNamesOfWhoCouldHaveRung() {
        for (String person : List.of("carer2", "duty1")) {
            Visitor visitor = Visitor.loggedIn(port, person);
            String task = visitor.post("/safe-contact/api/reports", Map.of())
                    .body()
                    .path("taskId")
                    .asText();
            String callers = visitor.get(ENGINE + "/task/" + task + "/form-variables?deserializeValues=false")
                    .body()
                    .path("callers")
                    .path("value")
                    .asText();
            assertThat(callers.contains("carer1")).as(person).isEqualTo(person.equals("duty1"));
        }
    }

    @Test
    void askingATableIsForTheAdministratorAndTheRegisteredManager() {
        String evaluate = ENGINE + "/decision-definition/key/evidence-handling/evaluate";
        Map<String, ?> question =
                Map.of("variables", Map.of("evidenceKind", Map.of("value", "other", "type", "String")));
        assertThat(Visitor.loggedIn(port, "manager1").post(evaluate, question).status())
                .isEqualTo(200);
        assertThat(Visitor.loggedIn(port, "admin", "cockpit")
                        .post(evaluate, question)
                        .status())
                .isEqualTo(200);
        assertThat(Visitor.loggedIn(port, "ssw1").post(evaluate, question).status())
                .isEqualTo(403);
    }

    @Test
    void ourOwnPagesTakeNoMoreThanAPersonTypesAndNothingTwice() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String page = "/safe-contact/api/reports/INC-2026-999999/danger";
        assertThat(carer.post(page, Map.of("answer", "a".repeat(300_000))).status())
                .isEqualTo(413);
        HttpResponse<byte[]> twice = carer.raw(
                page,
                "application/json",
                HttpRequest.BodyPublishers.ofString("{\"answer\":\"yes\",\"answer\":\"no\"}"));
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(new String(twice.body(), StandardCharsets.UTF_8)).contains("999", "Duty: ");
    }

    @Test
    void aRefusalOfTheEngineSaysNothingOfItsInside() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String task = carer.post("/safe-contact/api/reports", Map.of())
                .body()
                .path("taskId")
                .asText();
        String list = carer.get(ENGINE + "/filter?itemCount=false&resourceType=Task")
                .body()
                .path(0)
                .path("id")
                .asText();
        String foreign = Visitor.loggedIn(port, "ssw1")
                .get(ENGINE + "/filter?itemCount=false&resourceType=Task")
                .body()
                .path(2)
                .path("id")
                .asText();
        Map<String, ?> unknown = Map.of("variables", Map.of("child", Map.of("value", "C3", "type", "Nope")));
        Map<String, ?> notANumber = Map.of("variables", Map.of("childAge", Map.of("value", "x", "type", "Integer")));
        List<Answer> answers = List.of(
                carer.post(ENGINE + "/task/" + task + "/submit-form", unknown),
                carer.get(ENGINE + "/filter/" + foreign),
                carer.post(ENGINE + "/filter/" + foreign + "/list", Map.of()),
                Visitor.loggedIn(port, "manager1")
                        .post(ENGINE + "/decision-definition/key/risk-level/evaluate", notANumber));
        for (Answer answer : answers) {
            assertThat(answer.accepted()).isFalse();
            assertThat(answer.text())
                    .contains("999")
                    .doesNotContain("Exception")
                    .doesNotContain(task)
                    .doesNotContain(foreign)
                    .doesNotContain("org.");
        }
        assertThat(carer.post(ENGINE + "/filter/" + list + "/list?maxResults=999999", Map.of())
                        .accepted())
                .isTrue();
        HttpResponse<byte[]> otherType = carer.raw(
                ENGINE + "/task/" + task + "/submit-form",
                "text/plain",
                HttpRequest.BodyPublishers.ofString("{\"variables\":{}}"));
        assertThat(otherType.statusCode()).isBetween(400, 499);
        assertThat(new String(otherType.body(), StandardCharsets.UTF_8)).contains("999");
    }

    @Test
    void whatIsNoAddressSaysWhomToRingToo() {
        for (String path : List.of("/a%2Fb", "/camunda/api/a%2Fb", "/safe-contact/%00")) {
            HttpResponse<String> page = Visitor.stranger(port).page(path);
            assertThat(page.body()).as(path).contains("999", "Duty: ").doesNotContain("Tomcat");
            for (String header : List.of(
                    "X-Content-Type-Options",
                    "X-Frame-Options",
                    "Referrer-Policy",
                    "Permissions-Policy",
                    "Content-Security-Policy")) {
                assertThat(page.headers().allValues(header))
                        .as(path + " " + header)
                        .hasSize(1);
            }
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    /** Whoever asks often enough would fill the memory. */
    @Test
    void nobodySendsAnythingAsWhoeverLoggedInBesideTheirScreen() {
        Visitor second = Visitor.loggedIn(port, "carer3");
        Answer refused = second.postFromTheScreenOf("carer1", "/safe-contact/api/reports", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("somebody else has logged in on this device", "999");
        assertThat(second.has("reportContact")).isFalse();
        assertThat(second.postFromTheScreenOf("carer3", "/safe-contact/api/reports", Map.of())
                        .accepted())
                .isTrue();
    }

    /** Spring would read what comes with a PUT as a form, whole and before any door, and fail aloud where it cannot. */
    @Test
    void nothingIsReadOfAFormThatNobodyAskedFor() throws IOException, InterruptedException {
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/nothing"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, HttpRequest.BodyPublishers.ofString("a=%zz"));
            assertThat(HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(method)
                    .isEqualTo(404);
        }
    }

    @Test
    void nobodyGetsASessionWithoutALogin() {
        Visitor stranger = Visitor.stranger(port);
        for (String path : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/api/engine/engine/",
                "/camunda/api/admin/auth/user/default",
                ENGINE + "/filter?resourceType=Task",
                "/safe-contact/c")) {
            assertThat(stranger.page(path).headers().allValues("Set-Cookie"))
                    .as(path)
                    .noneMatch(cookie -> cookie.contains("JSESSIONID"));
        }
        Visitor somebody = Visitor.asking(port, "carer2");
        String login = "/camunda/api/admin/auth/user/default/login/tasklist";
        for (String password : List.of("Wrong-password", "Demo-contact-1")) {
            List<String> cookies = somebody.raw(
                            login,
                            "application/x-www-form-urlencoded",
                            HttpRequest.BodyPublishers.ofString("username=carer2&password=" + password))
                    .headers()
                    .allValues("Set-Cookie");
            assertThat(cookies.stream().anyMatch(cookie -> cookie.contains("JSESSIONID")))
                    .as(password)
                    .isEqualTo(password.startsWith("Demo"));
        }
        assertThat(somebody.get(ENGINE + "/filter?resourceType=Task").status()).isEqualTo(200);
        assertThat(Visitor.asking(port, "carer2")
                        .withoutToken()
                        .login("Demo-contact-1")
                        .accepted())
                .as("from another page")
                .isFalse();
    }

    /** Camunda's own way gives some of these pages the nonce of another: the screen stays white. */
    @Test
    void whoeverOpensAPageAtTheSameMomentGetsScriptsThatRun() {
        Pattern inHeader = Pattern.compile("'nonce-([^']+)'");
        Pattern inPage = Pattern.compile("nonce=\"([^\"]+)\"");
        Visitor stranger = Visitor.stranger(port);
        Set<String> nonces = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 400).parallel().forEach(each -> {
            HttpResponse<String> page = stranger.page("/camunda/app/tasklist/default/");
            Matcher allowed = inHeader.matcher(
                    page.headers().firstValue("Content-Security-Policy").orElseThrow());
            assertThat(allowed.find()).isTrue();
            assertThat(inPage.matcher(page.body()).results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .containsOnly(allowed.group(1));
            nonces.add(allowed.group(1));
        });
        assertThat(nonces).hasSize(400);
    }

    /** Refusals, redirects, errors, scripts, pages of ours and of Camunda. */
    @Test
    void everyAnswerTellsTheBrowserWhatItMayDo() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        for (String path : List.of(
                "/",
                "/nothing",
                "/actuator/health",
                "/demo/mail",
                "/camunda/app/tasklist/default/",
                "/camunda/lib/ngDefine.js",
                ENGINE + "/history/task",
                ENGINE + "/filter?resourceType=Task",
                "/safe-contact/house.js",
                "/safe-contact/api/house",
                "/safe-contact/c")) {
            HttpHeaders headers = carer.page(path).headers();
            assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).as(path).containsExactly("DENY");
            assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("no-referrer");
            assertThat(headers.firstValue("Permissions-Policy")).as(path).isPresent();
            assertThat(headers.allValues("Content-Security-Policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("frame-ancestors 'none'", "default-src")
                    .satisfies(policy -> {
                        if (!path.startsWith("/camunda/a")) {
                            assertThat(policy).doesNotContain("unsafe", "https:");
                        }
                    });
            assertThat(headers.allValues("Set-Cookie"))
                    .as(path)
                    .allSatisfy(
                            cookie -> assertThat(cookie).contains("SameSite=").doesNotContain("Secure"));
            if (path.startsWith(ENGINE)) {
                assertThat(headers.allValues("Cache-Control"))
                        .as("what the engine says of cases stays on no disk: %s", path)
                        .containsExactly("no-store");
            }
        }
    }

    @Test
    void aRedirectNeverSaysWhoseHostItIs() {
        assertThat(Visitor.stranger(port).redirectedTo("/")).isEqualTo("/camunda/app/tasklist/");
        assertThat(Visitor.stranger(port).get("/actuator").status()).isEqualTo(404);
    }

    @Test
    void nobodyReadsWhatTheProductIsMadeOf() {
        for (String path : List.of(
                "/actuator/sbom",
                "/actuator/sbom/application",
                "/META-INF/sbom/application.cdx.json",
                "/sbom/application.cdx.json")) {
            assertThat(Visitor.stranger(port).get(path).status()).as(path).isEqualTo(404);
            assertThat(Visitor.loggedIn(port, "admin", "admin").get(path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    /** CVE-2026-77226: Camunda's first-run page makes administrators as soon as their group has no member. */
    @Test
    void nobodyBecomesAdministratorByThePageForTheFirstRun() {
        String page = "/camunda/api/admin/setup/default/user/create";
        Map<String, ?> fresh = Map.of(
                "profile", Map.of("id", "intruder", "firstName", "In", "lastName", "Truder", "email", ""),
                "credentials", Map.of("password", "Quiet-river-7"));

        assertThat(Visitor.stranger(port).post(page, fresh).status()).isEqualTo(401);
        assertThat(Visitor.loggedIn(port, "carer2").post(page, fresh).status()).isEqualTo(403);
        assertThat(Visitor.loggedIn(port, "admin", "admin").post(page, fresh).status())
                .isEqualTo(403);
    }

    private boolean sees(String person, String taskId) {
        Visitor visitor = Visitor.loggedIn(port, person);
        boolean byId = visitor.get(ENGINE + "/task/" + taskId).status() == 200;
        String reference = files.referenceOf(
                        tasks.createTaskQuery().taskId(taskId).singleResult().getProcessInstanceId())
                .orElseThrow();
        boolean listed = false;
        for (JsonNode list : visitor.get(ENGINE + "/filter?resourceType=Task").body()) {
            Answer page = visitor.post(
                    ENGINE + "/filter/" + list.path("id").asText() + "/list?firstResult=0&maxResults=50",
                    Map.of("processInstanceBusinessKey", reference));
            listed |= page.text().contains("\"" + taskId + "\"");
        }
        assertThat(listed).as(person).isEqualTo(byId);
        return byId;
    }

    /** The lists' own names: what a query looks at has names too. */
    private List<String> lists(String person) {
        List<String> names = new ArrayList<>();
        Visitor.loggedIn(port, person)
                .get(ENGINE + "/filter?itemCount=false&resourceType=Task")
                .body()
                .forEach(list -> names.add(list.path("name").asText()));
        return names;
    }
}
