package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.Jobs;
import org.safecontact.TestClock;
import org.safecontact.demo.MailServer;
import org.safecontact.demo.MailSink;
import org.safecontact.demo.MailSink.Letter;
import org.safecontact.incident.Incidents;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;

/** The running product as several people live it: their visits, and the hours that pass between them. */
@TestComponent
@Lazy
class Evening {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final TestClock clock;
    private final Jobs jobs;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Incidents incidents;
    private final MailSink mails;
    private final MailServer mailServer;
    private final int port;
    private final Map<String, Visitor> visitors = new HashMap<>();

    Evening(
            TestClock clock,
            Jobs jobs,
            ManagementService management,
            RuntimeService runtime,
            TaskService tasks,
            Incidents incidents,
            MailSink mails,
            MailServer mailServer,
            @LocalServerPort int port) {
        this.clock = clock;
        this.jobs = jobs;
        this.management = management;
        this.runtime = runtime;
        this.tasks = tasks;
        this.incidents = incidents;
        this.mails = mails;
        this.mailServer = mailServer;
        this.port = port;
    }

    /** It is this time in England, and everything that was due by then has happened, each at its own time. */
    void at(String londonTime) {
        Instant target = LocalDateTime.parse(londonTime).atZone(LONDON).toInstant();
        while (true) {
            jobs.runDue();
            List<Job> next = management
                    .createJobQuery()
                    .active()
                    .withRetriesLeft()
                    .duedateHigherThan(Date.from(clock.now()))
                    .duedateLowerThan(Date.from(target.plusMillis(1)))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            if (next.isEmpty()) {
                break;
            }
            clock.set(next.get(0).getDuedate().toInstant());
        }
        clock.set(target);
        jobs.runDue();
    }

    Instant now() {
        return clock.now();
    }

    /** It begins at this time in England, with nobody logged in. */
    void begins(String londonTime) {
        clock.setLondon(londonTime);
        everybodyLeaves();
    }

    /** The same, and the time runs on, as it does for people: no two things happen in the same moment. */
    void runsFrom(String londonTime) {
        clock.runFrom(londonTime);
        everybodyLeaves();
    }

    void everybodyLeaves() {
        visitors.clear();
    }

    /** What the product does by itself has happened, and no time has passed. */
    void aMomentLater() {
        jobs.runDue();
    }

    Visitor as(String user) {
        // The administrator has no lists, and so no Tasklist.
        return visitors.computeIfAbsent(
                user, name -> Visitor.loggedIn(port, name, name.equals("admin") ? "cockpit" : "tasklist"));
    }

    /** Presses Report contact, fills in and sends; returns the reference. */
    String reports(String user, Map<String, ?> answers) {
        Visitor visitor = as(user);
        Visitor.Answer started = visitor.post("/safe-contact/api/reports", Map.of());
        assertThat(started.status()).as(started.text()).isBetween(200, 299);
        String reference = started.body().path("reference").asText();
        visitor.complete("reportContact", answers);
        aMomentLater();
        return reference;
    }

    /** The record as this person reads it. */
    JsonNode recordOf(String reference, String reader) {
        Visitor.Answer record = as(reader).get("/safe-contact/api/cases/" + reference + "/record");
        assertThat(record.status()).as(record.text()).isEqualTo(200);
        return record.body();
    }

    /**
     * An entry of the record as a person reads it.
     *
     * @param written when, in England's time
     * @param by name of who wrote it
     * @param says questions and answers
     */
    record Line(String title, String kind, String written, String by, String says) {}

    /** The record as this person reads it, entry by entry. */
    List<Line> linesOf(String reference, String reader) {
        List<Line> lines = new ArrayList<>();
        recordOf(reference, reader).path("entries").forEach(entry -> {
            List<String> says = new ArrayList<>();
            entry.path("statements")
                    .forEach(statement -> says.add(statement.path("question").asText() + ": "
                            + statement.path("answer").asText()));
            lines.add(new Line(
                    entry.path("title").asText(),
                    entry.path("kind").asText(),
                    entry.path("written").asText(),
                    entry.path("author").asText(),
                    String.join("; ", says)));
        });
        return lines;
    }

    /** The one to-do of that kind that this person's lists show of one case. */
    Visitor.Todo todo(String user, String reference, String key) {
        Set<String> ofTheCase = idsOf(reference);
        List<Visitor.Todo> found = as(user).todos().stream()
                .filter(todo -> todo.key().equals(key) && ofTheCase.contains(todo.id()))
                .toList();
        assertThat(found)
                .as("%s of %s has one %s, has %s", user, reference, key, todosOf(user, reference))
                .hasSize(1);
        return found.get(0);
    }

    /** Sends the form of that person's one to-do of that kind in one case, taking it first where it waits. */
    void complete(String user, String reference, String key, Map<String, ?> answers) {
        Visitor.Todo todo = todo(user, reference, key);
        if (todo.assignee().isEmpty()) {
            Visitor.Answer taken = as(user).claim(todo);
            assertThat(taken.status())
                    .as("%s takes %s: %s", user, key, taken.text())
                    .isEqualTo(204);
        }
        Visitor.Answer sent = as(user).submit(todo, answers);
        assertThat(sent.status()).as("%s sends %s: %s", user, key, sent.text()).isEqualTo(204);
        aMomentLater();
    }

    /** Messages that the mail server has accepted so far. */
    List<Letter> mails() {
        return mails.letters();
    }

    List<Letter> mailsTo(String user) {
        return mails().stream()
                .filter(mail -> mail.to().equals(user + "@example.org"))
                .toList();
    }

    /** The mail server refuses every connection; what came in before is forgotten. */
    void mailServerDown() {
        mailServer.goDown();
    }

    void mailServerUp() {
        mailServer.comeUp();
    }

    /** Messages that ask this person to answer, and not only to make a call. */
    List<Letter> alarmsTo(String user) {
        return mailsTo(user).stream()
                .filter(mail -> mail.subject().contains("please answer"))
                .toList();
    }

    /** What the forms of all open to-dos of that kind show to this person. */
    List<String> formsOf(String user, String key) {
        Visitor visitor = as(user);
        return visitor.todos().stream()
                .filter(todo -> todo.key().equals(key))
                .map(todo -> visitor.formData(todo).toString())
                .toList();
    }

    /** What this person's lists show of one case. */
    List<String> todosOf(String user, String reference) {
        Set<String> ofTheCase = idsOf(reference);
        return as(user).todos().stream()
                .filter(todo -> ofTheCase.contains(todo.id()))
                .map(Visitor.Todo::key)
                .toList();
    }

    private Set<String> idsOf(String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .map(Task::getId)
                .collect(Collectors.toSet());
    }

    /** Keys of the processes that still run for this case. */
    List<String> running(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(ProcessInstance::getProcessDefinitionKey)
                .toList();
    }

    String level(String reference) {
        return incidents.get(reference).level().orElseThrow().name();
    }

    /** Headings of the record's entries, in order. */
    List<String> titles(String reference, String reader) {
        List<String> titles = new ArrayList<>();
        recordOf(reference, reader)
                .path("entries")
                .forEach(entry -> titles.add(entry.path("title").asText()));
        return titles;
    }

    /** Two people in the same second. */
    <T> List<T> atOnce(Callable<T> one, Callable<T> other) {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : hands.invokeAll(List.of(one, other))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            hands.shutdown();
        }
    }

    /** A report where nothing worries: the answers that make it LOW. */
    static Map<String, Object> nothingWorrying(String child) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("child", child);
        answers.put("danger", List.of("none"));
        answers.put("contactKind", "unexpected");
        answers.put("channel", "social");
        answers.put("concerns", List.of("none"));
        answers.put("personRisk", "safe");
        answers.put("contactBarred", "no");
        answers.put("disclosed", List.of("none"));
        answers.put("distress", "settled");
        answers.put("namedPerson", "none");
        return answers;
    }

    static Map<String, Object> with(Map<String, Object> answers, Object... changes) {
        Map<String, Object> changed = new LinkedHashMap<>(answers);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }
}
