package org.safecontact.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.springframework.boot.test.context.TestComponent;

/** People who ask for contact and answer it, as the tests of both diagrams see them. */
@TestComponent
class Asking {

    private final TaskService tasks;
    private final UnsentReports unsent;
    private final Reporting reporting;

    Asking(TaskService tasks, UnsentReports unsent, Reporting reporting) {
        this.tasks = tasks;
        this.unsent = unsent;
        this.reporting = reporting;
    }

    static HttpResponse<byte[]> post(Visitor visitor, String child) {
        return visitor.raw(
                "/safe-contact/a/" + child + "/requests", "application/x-www-form-urlencoded", BodyPublishers.noBody());
    }

    /** @return id of the to-do */
    static String begin(Visitor visitor, String child) {
        String address = post(visitor, child).headers().firstValue("Location").orElseThrow();
        assertThat(address).contains("/camunda/app/tasklist/default/#/?task=");
        return address.replaceFirst(".*task=", "");
    }

    /** @return reference of what was asked for and sent */
    String ask(Visitor visitor, String child, Map<String, Object> answers) {
        String todo = begin(visitor, child);
        String reference = reference(todo);
        send(visitor, todo, answers);
        return reference;
    }

    /** A report that names a worker. */
    String named(String by, String child, String worker) {
        String reference = unsent.start(by);
        reporting.report(
                reference,
                StoredReports.bare(
                        child,
                        by,
                        Map.of("namedPerson", "worker", "namedPersons", List.of(worker), "concerns", List.of())));
        return reference;
    }

    String reference(String taskId) {
        return (String) tasks.getVariable(taskId, "reference");
    }

    static void send(Visitor visitor, String task, Map<String, Object> answers) {
        Visitor.Answer answer = visitor.submit(todo(task), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    static JsonNode refused(Visitor visitor, String task, Map<String, Object> answers) {
        Visitor.Answer answer = visitor.submit(todo(task), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.body().path("fields");
    }

    /** Takes the one to-do of that key and sends its form. */
    void complete(Visitor visitor, String reference, String key, Map<String, Object> answers) {
        String task = one(reference, key).getId();
        take(visitor, task);
        send(visitor, task, answers);
    }

    static void take(Visitor visitor, String task) {
        Visitor.Answer taken = visitor.claim(todo(task));
        assertThat(taken.accepted()).as(taken.text()).isTrue();
    }

    Task one(String reference, String key) {
        List<Task> waiting = waiting(reference, key);
        assertThat(waiting).as(key).hasSize(1);
        return waiting.get(0);
    }

    List<Task> waiting(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .list();
    }

    /** The one to-do of that key in that instance, whatever else its file has. */
    Task byInstance(String instance, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key)
                .singleResult();
    }

    static Visitor.Todo todo(String task) {
        return new Visitor.Todo(task, "", "", Optional.empty(), Optional.empty());
    }

    static String shown(Visitor visitor, String task, String key) {
        return visitor.formData(todo(task)).path(key).path("value").asText().replace("\\", "");
    }

    /** Wednesdays with somebody new. */
    static Map<String, Object> regularly(String label) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "wish", "child",
                "person", "new",
                "personLabel", label,
                "relationship", "otherFamily",
                "channel", "video",
                "occasion", "regular",
                "days", List.of("WEDNESDAY"),
                "rhythm", "everyWeek"));
        answers.put("startsAt", "17:00");
        answers.put("endsAt", "17:30");
        answers.put("childSays", "I miss her songs.");
        answers.put("goodFor", "They sang together every week.");
        return answers;
    }

    /** On one day with somebody known. */
    static Map<String, Object> once(String person, String day) {
        return new HashMap<>(Map.of(
                "wish", "carer",
                "person", person,
                "channel", "phone",
                "occasion", "once",
                "onDay", day,
                "childSays", "Nothing yet.",
                "goodFor", "It is a birthday."));
    }

    /** As the child's social worker decides it about somebody who is not known yet. */
    static Map<String, Object> agreedWithSomebodyNew(String from, String until) {
        Map<String, Object> answers = agreed(from, until);
        answers.put("contactBarred", "no");
        return answers;
    }

    /** As the child's social worker decides it. */
    static Map<String, Object> agreed(String from, String until) {
        Map<String, Object> answers = said("agreed");
        answers.putAll(Map.of("supervision", "nearby", "hasConditions", "yes", "conditions", "On the home's tablet."));
        answers.put("beginsOn", from);
        answers.put("until", until);
        return answers;
    }

    static Map<String, Object> said(String decided) {
        return new HashMap<>(Map.of(
                "decided", decided,
                "wishes", "Asked by the carer: wants to sing with her.",
                "reasons", "They were close before.",
                "forTheHome", "Please begin next week and tell the child.",
                "help", "The child keeps somebody who is safe."));
    }

    /** As whoever supervises writes it down. */
    static Map<String, Object> written(Map<String, Object> said) {
        said.putAll(Map.of(
                "confirmedBy",
                "Robin Fields, Northshire",
                "confirmedAt",
                "2027-01-12T09:30",
                "confirmedHow",
                "telephone"));
        return said;
    }
}
