package org.safecontact.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.Jobs;
import org.safecontact.incident.EvidenceKept;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;

/** What tests of limits do over and over: begin one, send its forms, look where it stands. */
@TestComponent
class Limits {

    static final String PAGE = "/safe-contact/l/";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ProcessEngine engine;
    private final Restrictions restrictions;
    private final UnsentReports unsent;
    private final Reporting reporting;
    private final ApplicationEventPublisher events;
    private final Jobs jobs;

    Limits(
            TaskService tasks,
            RuntimeService runtime,
            ProcessEngine engine,
            Restrictions restrictions,
            UnsentReports unsent,
            Reporting reporting,
            ApplicationEventPublisher events,
            Jobs jobs) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.engine = engine;
        this.restrictions = restrictions;
        this.unsent = unsent;
        this.reporting = reporting;
        this.events = events;
        this.jobs = jobs;
    }

    HttpResponse<byte[]> post(Visitor visitor, String path) {
        return visitor.raw(PAGE + path, "application/x-www-form-urlencoded", BodyPublishers.noBody());
    }

    /** @return id of the to-do */
    String begin(Visitor visitor, String child) {
        String address = post(visitor, child).headers().firstValue("Location").orElseThrow();
        return address.replaceFirst(".*task=", "");
    }

    String reference(String task) {
        return (String) tasks.getVariable(task, "reference");
    }

    /** Begins one and sends its form. */
    String written(Visitor visitor, String child, Map<String, Object> answers) {
        String task = begin(visitor, child);
        String reference = reference(task);
        send(visitor, task, answers);
        return reference;
    }

    void send(Visitor visitor, String task, Map<String, Object> answers) {
        Answer answer = visitor.submit(todo(task), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    JsonNode refused(Visitor visitor, String task, Map<String, Object> answers) {
        Answer answer = visitor.submit(todo(task), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.body().path("fields");
    }

    /** Takes the one to-do of that key, where it is nobody's yet, and sends its form. */
    void complete(Visitor visitor, String reference, String key, Map<String, Object> answers) {
        send(visitor, taken(visitor, reference, key), answers);
    }

    String taken(Visitor visitor, String reference, String key) {
        Task task = one(reference, key);
        if (task.getAssignee() == null) {
            assertThat(visitor.claim(todo(task.getId())).accepted())
                    .as("takes " + key)
                    .isTrue();
        }
        return task.getId();
    }

    /** Whoever took it has it no longer. */
    void openAgain(String task) {
        tasks.setAssignee(task, null);
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

    List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    String instance(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, "device-restriction")
                .singleResult()
                .getId();
    }

    boolean isOver(String reference) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, "device-restriction")
                        .count()
                == 0;
    }

    void timer(String reference, String element) {
        jobs.run(instance(reference), element);
    }

    /** Everybody who was asked to read what was decided does. */
    void read(String reference, Visitor... people) {
        for (Visitor visitor : people) {
            Visitor.Todo todo = visitor.todos().stream()
                    .filter(one -> one.key().equals("readRestriction"))
                    .filter(one -> reference(one.id()).equals(reference))
                    .findFirst()
                    .orElseThrow();
            String now = visitor.formData(todo).path("readIt").path("value").toString();
            send(visitor, todo.id(), Map.of("read", String.valueOf(steps(reference))));
            assertThat(now).contains(String.valueOf(steps(reference)));
        }
    }

    /** By everybody who is asked to. */
    void readAll(int port, String reference) {
        open(reference, "readRestriction").stream()
                .map(Task::getAssignee)
                .forEach(reader -> read(reference, Visitor.loggedIn(port, reader)));
    }

    private int steps(String reference) {
        return restrictions.get(reference).steps().size();
    }

    String shown(Visitor visitor, String task, String key) {
        return visitor.formData(todo(task)).path(key).path("value").asText().replace("\\", "");
    }

    static Visitor.Todo todo(String task) {
        return new Visitor.Todo(task, "", "", Optional.empty(), Optional.empty());
    }

    String reported(String by, String child) {
        return reported(by, child, Map.of("namedPerson", "none", "concerns", List.of()));
    }

    String reported(String by, String child, Map<String, Object> answers) {
        String reference = unsent.start(by);
        reporting.report(reference, StoredReports.bare(child, by, answers));
        return reference;
    }

    /** A report whose child nobody has said yet. */
    String reportBegun(String by) {
        return unsent.start(by);
    }

    /** Whoever kept the evidence took the phone because of danger; said while the engine takes their form. */
    void phoneTaken(String caseReference, String by, String takenAt) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(form -> {
                    events.publishEvent(
                            new EvidenceKept(caseReference, by, Map.of("phone", "carerTook", "tookAt", takenAt)));
                    return null;
                });
    }

    String ofCase(String caseReference) {
        return restrictions.ofCase(caseReference).get(0).reference();
    }

    /** A carer kept the phone already, because somebody was about to be hurt. */
    static Map<String, Object> made(String madeAt, String until) {
        Map<String, Object> answers = asked("removal", "phone");
        answers.put("begun", "made");
        answers.put("madeAt", madeAt);
        answers.put("still", "yes");
        answers.put("danger", "yes");
        answers.put("aboutToHappen", "He was about to send somebody their address.");
        answers.put("until", until);
        answers.put("reach", List.of("childline", "calls"));
        return answers;
    }

    /** The child has it back already. */
    static Map<String, Object> over(String madeAt, String endedAt) {
        Map<String, Object> answers = made(madeAt, "");
        List.of("until", "lifts", "reach").forEach(answers::remove);
        answers.put("still", "no");
        answers.put("endedAt", endedAt);
        return answers;
    }

    static Map<String, Object> asking(String kind, String subject, String until) {
        Map<String, Object> answers = asked(kind, subject);
        answers.put("begun", "asking");
        answers.put("danger", "no");
        answers.put("until", until);
        if (kind.equals("removal")) {
            answers.put("reach", List.of("phone"));
        }
        return answers;
    }

    private static Map<String, Object> asked(String kind, String subject) {
        Map<String, Object> answers = rest();
        answers.putAll(Map.of(
                "kind", kind,
                "subject", subject,
                "what", "the phone, from nine at night",
                "purpose", "safety",
                "force", "no",
                "evidence", "no"));
        return answers;
    }

    /** What is asked of everybody. */
    static Map<String, Object> rest() {
        return new HashMap<>(Map.of(
                "aim", "Nobody reaches them while they sleep.",
                "tried", List.of("talk", "privacy"),
                "understanding", "Twelve, and knows why.",
                "views", "said",
                "viewsSaid", "It is all right for a while.",
                "lifts", "carer",
                "help", "They can sleep."));
    }

    static Map<String, Object> stillTaken(String until) {
        Map<String, Object> answers = rest();
        answers.put("taken", "still");
        answers.put("aboutToHappen", "They were about to run to him.");
        answers.put("force", "no");
        answers.put("until", until);
        return answers;
    }

    static Map<String, Object> stands(String until) {
        return Map.of(
                "views", "said",
                "viewsSaid", "A week is long, but he scares me.",
                "decision", "stands",
                "until", until,
                "why", "The messages still come.",
                "help", "It keeps them safe.");
    }

    static Map<String, Object> agreed(String until) {
        return new HashMap<>(Map.of(
                "decision", "agreed",
                "authorityWho", "Kit Placer, Northshire",
                "authorityAt", "2027-01-12T10:00",
                "authorityHow", "telephone",
                "until", until,
                "why", "It is in proportion.",
                "help", "They can sleep."));
    }

    static Map<String, Object> lift() {
        return new HashMap<>(Map.of(
                "views", "said",
                "viewsSaid", "I can do it alone.",
                "decision", "lift",
                "why", "Nothing has come for a week.",
                "help", "They learn to do it alone."));
    }

    static Map<String, Object> keep(String reasons, String at, String until) {
        return new HashMap<>(Map.of(
                "views", "notAsked",
                "viewsWhyNot", "They are at school; tonight.",
                "decision", "keep",
                "newReasons", reasons,
                "authorityWho", "Kit Placer, Northshire",
                "authorityAt", at,
                "authorityHow", "email",
                "until", until,
                "help", "They can sleep."));
    }

    static Map<String, Object> undone(String at) {
        return new HashMap<>(Map.of(
                "returned", "back",
                "returnedAt", at,
                "talked", "yes",
                "talkedWho", "Alex",
                "childSaid", "Good.",
                "help", "They know where they stand."));
    }
}
