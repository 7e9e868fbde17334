package org.safecontact.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.Jobs;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.StoredReports;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.safecontact.restriction.process.LookAtOnlineSafety;
import org.safecontact.restriction.review.Reviews;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;

/** What tests of online safety do over and over: a report is closed, a look begins, its forms are sent. */
@TestComponent
class Looks {

    private static final String PROCESS = "online-safety-review";

    private final StoredReports reports;
    private final CaseFiles files;
    private final LookAtOnlineSafety looks;
    private final Reviews reviews;
    private final Agency agency;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ApplicationEventPublisher events;
    private final Jobs jobs;

    Looks(
            StoredReports reports,
            CaseFiles files,
            LookAtOnlineSafety looks,
            Reviews reviews,
            Agency agency,
            TaskService tasks,
            RuntimeService runtime,
            ApplicationEventPublisher events,
            Jobs jobs) {
        this.reports = reports;
        this.files = files;
        this.looks = looks;
        this.reviews = reviews;
        this.agency = agency;
        this.tasks = tasks;
        this.runtime = runtime;
        this.events = events;
        this.jobs = jobs;
    }

    String report(String child, String by) {
        return reports.about(child, by, Map.of(), List.of());
    }

    void close(String report) {
        files.close(report);
        events.publishEvent(new IncidentEnded(report, Incident.State.CLOSED));
    }

    /** Because a report about the child was closed. @return the reference of the look that begins */
    String begun(String child, String by) {
        looks.look();
        close(report(child, by));
        looks.look();
        return newest(child);
    }

    String newest(String child) {
        return reviews.ofHome(agency.child(child).orElseThrow()).get(0).reference();
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

    void complete(Visitor visitor, String reference, String key, Map<String, Object> answers) {
        send(visitor, taken(visitor, reference, key), answers);
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

    String shown(Visitor visitor, String task, String key) {
        return visitor.formData(todo(task)).path(key).path("value").asText().replace("\\", "");
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

    boolean isOver(String reference) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, PROCESS)
                        .count()
                == 0;
    }

    void timer(String reference, String element) {
        jobs.run(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, PROCESS)
                        .singleResult()
                        .getId(),
                element);
    }

    static Visitor.Todo todo(String task) {
        return new Visitor.Todo(task, "", "", Optional.empty(), Optional.empty());
    }

    /** Nothing is still to do. */
    static Map<String, Object> asItShouldBe() {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "views", "said",
                "viewsSaid", "I like the game with Sam.",
                "parentalControls", "right",
                "parentalControlsHolds", "The app store asks first; at thirteen no more than that.",
                "privacySettings", "right",
                "privacySettingsHolds", "We looked together: friends only.",
                "openness", "right",
                "opennessHolds", "Alex, at bedtime."));
        answers.putAll(Map.of(
                "talks", "right",
                "talksHolds", "On Sundays, in the car.",
                "talksOn", "2027-01-10",
                "talksSaid", "Nothing new.",
                "sharedSpaces", "notRight",
                "sharedSpacesBecause", "At this age a phone in the own room is all right until nine.",
                "monitoring", "notRight",
                "monitoringBecause", "Nothing asks for it.",
                "help", "They learn to do it alone."));
        return answers;
    }

    /** The same, but something is still to do about that. */
    static Map<String, Object> stillToDo(Map<String, Object> answers, String topic, String doer, String by) {
        Map<String, Object> open = new HashMap<>(answers);
        open.keySet().removeIf(key -> key.startsWith(topic));
        open.putAll(Map.of(
                topic, "notYet", topic + "ToDo", "Look at it together.", topic + "Doer", doer, topic + "By", by));
        return open;
    }
}
