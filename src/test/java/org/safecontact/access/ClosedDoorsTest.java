package org.safecontact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.safecontact.SafeContactTest;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is closed is closed for everybody: one test per route and person, on a case that they may even see. */
@SafeContactTest
class ClosedDoorsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final List<String> PEOPLE = List.of(
            "carer1", "carer2", "ssw1", "ssw2", "duty1", "teammanager1", "manager1", "director1", "childsw1", "admin");

    private record Route(String method, String path, Object body) {}

    @LocalServerPort
    private int port;

    @Autowired
    private CaseFiles files;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    private TryCase cases;

    private static Route route(String line) {
        return route(line, Map.of());
    }

    private static Route route(String line, Object body) {
        String[] words = line.split(" ");
        return new Route(words[0], words[1], body);
    }

    private static List<Route> closed() {
        Map<String, Object> value = Map.of("value", "LOW", "type", "String");
        Map<String, Object> variables = Map.of("variables", Map.of("riskLevel", value));
        return List.of(
                // one to-do
                route("POST /task/{task}/complete", variables),
                route("POST /task/{task}/resolve", variables),
                route("POST /task/{task}/bpmnError", Map.of("errorCode", "x")),
                route("POST /task/{task}/bpmnEscalation", Map.of("escalationCode", "x")),
                route("POST /task/{task}/unclaim"),
                route("POST /task/{task}/assignee", Map.of("userId", "{me}")),
                route("POST /task/{task}/delegate", Map.of("userId", "{me}")),
                route("POST /task/{task}/claim", Map.of("userId", "somebodyElse")),
                route("POST /task/{task}/claim", Map.of()),
                route("POST /task/{task}/identity-links", Map.of("userId", "{me}", "type", "candidate")),
                route("GET /task/{task}/identity-links", null),
                route("GET /task/{task}/variables", null),
                route("GET /task/{task}/variables/riskLevel", null),
                route("PUT /task/{task}/variables/riskLevel", value),
                route("DELETE /task/{task}/variables/riskLevel", null),
                route("POST /task/{task}/variables", Map.of("modifications", Map.of("riskLevel", value))),
                route("POST /task/{task}/localVariables", Map.of("modifications", Map.of("riskLevel", value))),
                route("GET /task/{task}/comment", null),
                route("POST /task/{task}/comment/create", Map.of("message", "narrative")),
                route("GET /task/{task}/attachment", null),
                route("POST /task/{task}/attachment/create", Map.of()),
                route("GET /task/{task}/rendered-form", null),
                route("PUT /task/{task}", Map.of("name", "other", "assignee", "{me}")),
                route("DELETE /task/{task}", null),
                route("POST /task/create", Map.of("name", "own")),
                route("GET /task?processInstanceId={instance}", null),
                route("GET /task/count", null, true),
                route("GET /task/report/candidate-group-count", null),
                route("POST /task/{task}/submit-form", Map.of("variables", Map.of(), "withVariablesInReturn", true)),
                // instances
                route("GET /process-instance", null),
                route("DELETE /process-instance/{instance}", null),
                route("POST /process-instance/delete", Map.of("processInstanceIds", List.of("{instance}"))),
                route("GET /process-instance/{instance}/variables", null),
                route("PUT /process-instance/{instance}/variables/riskLevel", value),
                route("POST /process-instance/{instance}/modification", Map.of("instructions", List.of())),
                route("PUT /process-instance/{instance}/suspended", Map.of("suspended", true)),
                route("PUT /process-instance/suspended", Map.of("suspended", true)),
                route("POST /process-instance/{instance}/comment", Map.of()),
                route("GET /execution", null),
                route("POST /execution/{instance}/signal", Map.of()),
                route("POST /execution/{instance}/messageSubscriptions/case.raised/trigger", Map.of()),
                route("GET /execution/{instance}/localVariables", null),
                route("POST /message", Map.of("messageName", "case.raised", "all", true)),
                route("POST /signal", Map.of("name", "x")),
                route("POST /condition", Map.of("variables", Map.of())),
                route("GET /event-subscription", null),
                route("POST /migration/generate", Map.of()),
                route("POST /migration/execute", Map.of()),
                route("POST /modification/execute", Map.of()),
                // beginning something
                route(
                        "POST /process-definition/key/unplanned-contact/start",
                        Map.of("businessKey", "INC-2026-000001", "variables", Map.of())),
                route("POST /process-definition/key/unplanned-contact/start", variables),
                route("POST /process-definition/key/access-try/start", Map.of()),
                route("POST /process-definition/{definition}/start", Map.of()),
                route("POST /process-definition/{definition}/submit-form", variables),
                route("POST /process-definition/{definition}/restart", Map.of()),
                route("PUT /process-definition/{definition}/suspended", Map.of("suspended", true)),
                route("PUT /process-definition/{definition}/history-time-to-live", Map.of()),
                route("DELETE /process-definition/{definition}", null),
                route("POST /deployment/create", Map.of()),
                route("DELETE /deployment/{instance}", null),
                // the past, numbers, the machine
                route("GET /history/task", null),
                route("GET /history/process-instance", null),
                route("GET /history/activity-instance", null),
                route("GET /history/variable-instance", null),
                route("GET /history/detail", null),
                route("GET /history/user-operation", null),
                route("GET /history/decision-instance", null),
                route("GET /history/incident", null),
                route("GET /history/job-log", null),
                route("POST /history/task/count", Map.of()),
                route("GET /history/cleanup/configuration", null),
                route("POST /history/cleanup", Map.of()),
                route("GET /metrics", null),
                route("GET /metrics/activity-instance-start/sum", null),
                route("GET /variable-instance", null),
                route("POST /external-task/fetchAndLock", Map.of("workerId", "x", "maxTasks", 10)),
                route("GET /external-task", null),
                route("GET /batch", null),
                route("GET /schema/log", null),
                route("GET /telemetry/configuration", null),
                route("GET /telemetry/data", null),
                route("GET /version", null),
                route("GET /authorization", null),
                route("POST /authorization/create", Map.of()),
                route("GET /authorization/check?permissionName=READ&resourceName=task&resourceType=7", null),
                route("POST /filter/create", Map.of("name", "own", "resourceType", "Task")),
                route("PUT /job/{instance}/duedate", Map.of()),
                route("POST /job/{instance}/execute", Map.of()),
                route("PUT /job/suspended", Map.of("suspended", true)),
                route("PUT /job-definition/suspended", Map.of("suspended", true)),
                route("POST /process-instance/job-retries", Map.of("retries", 3)),
                route("POST /group/create", Map.of("id", "other")),
                route("DELETE /group/carer", null),
                route("POST /tenant/create", Map.of("id", "other")),
                route("POST /identity/verify", Map.of("username", "carer1", "password", "Demo-contact-1")),
                route("PUT /user/{me}/credentials", Map.of("password", "Another-word-1"), true),
                route("PUT /user/{me}/profile", Map.of("id", "{me}", "firstName", "Other"), true),
                route("DELETE /user/{me}", null, true),
                route("POST /user/create", Map.of(), true),
                route("GET /user", null, true),
                route("GET /user/manager2/profile", null, true),
                route("PUT /group/registeredManager/members/{me}", Map.of(), true),
                route("GET /group", null, true),
                route("GET /deployment", null, true),
                route("GET /incident", null, true),
                route("GET /process-definition/statistics", null, true),
                route("GET /process-instance/{instance}", null, true),
                route("GET /process-instance/{instance}/activity-instances", null, true),
                route("POST /process-instance", Map.of(), true),
                route("POST /variable-instance", Map.of(), true),
                route("POST /job", Map.of(), true));
    }

    private static Route route(String line, Object body, boolean openToTheAdministrator) {
        Route route = route(line, body);
        return openToTheAdministrator ? new Route("!" + route.method(), route.path(), body) : route;
    }

    @TestFactory
    Stream<DynamicTest> isClosedToEverybody() {
        cases = new TryCase(files, repository, runtime, tasks);
        String reference = cases.open("carer1", "C1", "H1");
        Task task = cases.task(reference, "forReporter");
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("access-try")
                .latestVersion()
                .singleResult()
                .getId();
        return PEOPLE.stream().flatMap(person -> {
            Visitor visitor = Visitor.loggedIn(port, person, person.equals("admin") ? "cockpit" : "tasklist");
            Stream<DynamicTest> refused = closed().stream()
                    .filter(route -> !route.method().startsWith("!") || !person.equals("admin"))
                    .map(route -> dynamicTest(person + " " + route.method() + " " + route.path(), () -> {
                        String path = fill(route.path(), task, definition, person);
                        Visitor.Answer answer = visitor.method(
                                route.method().replace("!", ""), ENGINE + path, fill(route.body(), task, person));
                        assertThat(answer.status()).isEqualTo(403);
                        assertThat(answer.body().path("type").asText()).isEqualTo("NotOpen");
                        assertThat(answer.body().path("message").asText()).contains("999");
                    }));
            return Stream.concat(
                    refused, Stream.of(dynamicTest(person + " changed nothing", () -> untouched(reference, task))));
        });
    }

    private void untouched(String reference, Task before) {
        Task now = cases.task(reference, "forReporter");
        assertThat(now.getAssignee()).isEqualTo(before.getAssignee());
        assertThat(now.isSuspended()).isFalse();
        assertThat(tasks.getVariables(now.getId())).containsOnlyKeys("reporter", "told", "takenAt");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(before.getProcessInstanceId())
                        .count())
                .isEqualTo(1);
    }

    private static String fill(String text, Task task, String definition, String person) {
        return text.replace("{task}", task.getId())
                .replace("{instance}", task.getProcessInstanceId())
                .replace("{definition}", definition)
                .replace("{me}", person);
    }

    private static Object fill(Object body, Task task, String person) {
        return body instanceof Map<?, ?> map && map.containsValue("{me}") ? Map.of("userId", person) : body;
    }
}
