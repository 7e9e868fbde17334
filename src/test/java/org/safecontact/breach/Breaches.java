package org.safecontact.breach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.Jobs;
import org.safecontact.demo.MailSink;
import org.safecontact.demo.MailSink.Letter;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.springframework.boot.test.context.TestComponent;

/** What tests of private details do over and over: report that they got out, send its forms, look where it stands. */
@TestComponent
class Breaches {

    private static final String PROCESS = "confidentiality-breach";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Jobs jobs;
    private final MailSink mails;

    Breaches(TaskService tasks, RuntimeService runtime, Jobs jobs, MailSink mails) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.jobs = jobs;
        this.mails = mails;
    }

    /** Reports as a carer does: something private got out, a known person, nothing else worrying unless it is said. */
    String reported(Visitor visitor, String child, List<String> out, Object... differently) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("child", child);
        answers.put("danger", List.of("none"));
        answers.put("contactKind", "sharedInformation");
        answers.put("channel", "social");
        answers.put("concerns", List.of("none"));
        answers.put("personRisk", "safe");
        answers.put("contactBarred", "no");
        answers.put("disclosed", out);
        answers.put("distress", "settled");
        answers.put("namedPerson", "none");
        answers.put("whatHappened", "It stood in a group of the class.");
        String reference = visitor.beginsReport();
        visitor.complete("reportContact", with(answers, differently));
        goesOn(reference);
        return reference;
    }

    /** What the product does at once and by itself in that case has happened, its messages too. */
    void goesOn(String reference) {
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

    /** What whoever rang the home sends, of the home of C1 and C2. */
    static Map<String, Object> rung(List<String> out, Object... differently) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "out", out,
                "how", "child",
                "toWhom", "A group of the class",
                "risk", "safe",
                "stands", List.of("post"),
                "safe", "yes",
                "others", "safe",
                "othersTold", "notTouched",
                "told", List.of("manager", "authority"),
                "toldWho", "Kit Placer, just now"));
        answers.put("help", "They can stay.");
        return with(answers, differently);
    }

    static Map<String, Object> enoughKept() {
        return Map.of("enough", "no", "kept", "A note of the words.", "help", "It goes down soon.");
    }

    static Map<String, Object> dealtWith(String standards, String at) {
        return new HashMap<>(Map.of(
                "officer", "D. Example",
                "officerAt", at,
                "standards", standards,
                "why", "What we know of it so far.",
                "supported", "Sam, on Monday",
                "help", "It does not happen again."));
    }

    static Map<String, Object> notForTheRegulator() {
        return Map.of(
                "regulator", "notNeeded",
                "why", "It was gone at once.",
                "people", "notNeeded",
                "change", "Nobody posts pictures of the home.",
                "help", "Calm.");
    }

    static Map<String, Object> with(Map<String, Object> answers, Object... changes) {
        Map<String, Object> changed = new HashMap<>(answers);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }

    JsonNode refused(Visitor visitor, String reference, String key, Map<String, Object> answers) {
        Answer answer = visitor.submit(taken(visitor, reference, key), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.body().path("fields");
    }

    void complete(Visitor visitor, String reference, String key, Map<String, Object> answers) {
        Answer answer = visitor.submit(taken(visitor, reference, key), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        goesOn(reference);
    }

    /** The one to-do of that key, taken where it is nobody's yet. */
    Visitor.Todo taken(Visitor visitor, String reference, String key) {
        Task task = one(reference, key);
        Visitor.Todo todo = todo(task);
        if (task.getAssignee() == null) {
            Answer claimed = visitor.claim(todo);
            assertThat(claimed.accepted())
                    .as("takes " + key + ": " + claimed.text())
                    .isTrue();
        }
        return todo;
    }

    static Visitor.Todo todo(Task task) {
        return new Visitor.Todo(task.getId(), task.getTaskDefinitionKey(), "", Optional.empty(), Optional.empty());
    }

    /** What the form of that to-do shows to this person beside its own text. */
    JsonNode shown(Visitor visitor, String reference, String key) {
        return visitor.formData(todo(one(reference, key)));
    }

    Task one(String reference, String key) {
        List<Task> open = open(reference, key);
        assertThat(open).as(key + " of " + reference).hasSize(1);
        return open.get(0);
    }

    List<Task> open(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .list();
    }

    boolean isOver(String reference) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, PROCESS)
                        .count()
                == 0;
    }

    /** That timer of the diagram fires, and what it says leaves the house. */
    void timer(String reference, String element) {
        jobs.run(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, PROCESS)
                        .singleResult()
                        .getId(),
                element);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference, "deliver-message").list().stream()
                .map(ProcessInstance::getId)
                .forEach(jobs::runDue);
    }

    /** Subjects of the messages about that case to that person, the newest first. */
    List<String> letters(String person, String reference) {
        return mails.letters().stream()
                .filter(letter ->
                        letter.to().startsWith(person + "@") && letter.subject().contains(reference))
                .map(Letter::subject)
                .toList();
    }

    String everyLetter() {
        return mails.letters().toString();
    }

    /** What a carer of the home reads about where it stands. */
    static List<String> reads(Visitor carer, String reference) {
        List<String> lines = new ArrayList<>();
        carer.get("/safe-contact/api/thank-you/" + reference)
                .body()
                .path("lines")
                .forEach(line -> lines.add(line.asText()));
        return lines;
    }
}
