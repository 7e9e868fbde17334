package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.safecontact.TablesOwner;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.process.DangerAndWorry;
import org.safecontact.incident.report.Tap;
import org.springframework.boot.test.context.TestComponent;

/** Lives a case as people do: opens forms, sends them, lets time pass. What other areas do is played by small stand-ins. */
@TestComponent
public class LivedCase {

    static final String TOLD = "standInTold";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final ManagementService management;
    private final CaseMessages messages;
    private final DangerAndWorry said;
    private final TablesOwner owner;
    private final Clock clock;

    LivedCase(
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            RepositoryService repository,
            ManagementService management,
            CaseMessages messages,
            DangerAndWorry said,
            TablesOwner owner,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.repository = repository;
        this.management = management;
        this.messages = messages;
        this.said = said;
        this.owner = owner;
        this.clock = clock;
    }

    /** Telling waits at one to-do until a test answers; following a child waits for the next case that joins. */
    String standIns() {
        return repository
                .createDeployment()
                .name("stand-ins")
                .addModelInstance(
                        "inform-and-acknowledge.bpmn",
                        Bpmn.createExecutableProcess(CaseNames.INFORM_AND_ACKNOWLEDGE)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask(TOLD)
                                .endEvent()
                                .done())
                .addModelInstance(
                        "wellbeing-monitoring.bpmn",
                        Bpmn.createExecutableProcess(CaseNames.WELLBEING_MONITORING)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .receiveTask("joined")
                                .message(CaseNames.WELLBEING_INCIDENT_JOINED)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    /** Each of these processes waits at one to-do, named {@link #standInOf}, until a test completes it. */
    String standInsFor(String... keys) {
        DeploymentBuilder deployment = repository.createDeployment().name("stand-ins");
        for (String key : keys) {
            deployment.addModelInstance(
                    key + ".bpmn",
                    Bpmn.createExecutableProcess(key)
                            .camundaHistoryTimeToLive(1)
                            .startEvent()
                            .userTask(standInOf(key))
                            .endEvent()
                            .done());
        }
        return deployment.deploy().getId();
    }

    static String standInOf(String key) {
        return "standInOf-" + key;
    }

    /** The engine's own alarms of the case, by type. */
    List<String> alarms(String reference) {
        return ofCase(reference).stream()
                .flatMap(instance -> runtime.createIncidentQuery().processInstanceId(instance).list().stream())
                .map(alarm -> alarm.getIncidentType())
                .toList();
    }

    void removeStandIns(String deploymentId) {
        repository.deleteDeployment(deploymentId, true);
    }

    /** What the person does with their login. */
    <T> T as(String person, Callable<T> does) {
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(person, groups);
        try {
            return does.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Begins a new report; what an earlier test left unsent is out of the way. */
    String begin(String person) {
        owner.sql("update incident set started_by = 'an earlier test' where started_by = :person and reported_at"
                        + " is null")
                .param("person", person)
                .update();
        return start(person).getBusinessKey();
    }

    /** Begins a report and taps <i>I'm not sure</i> about danger; the form stays open. */
    String tapped(String person) {
        String reference = begin(person);
        as(
                person,
                () -> said.danger(
                        reference,
                        person,
                        new Tap("unsure", Optional.empty(), Optional.of("C3"), false, Duration.ZERO)));
        jobs(reference);
        return reference;
    }

    /** Begins a report and sends it. */
    String reported(String person, ReportAnswers answers) {
        String reference = begin(person);
        send(person, reference, "reportContact", answers.sent());
        jobs(reference);
        return reference;
    }

    /** The engine's own <i>Start process</i>. */
    ProcessInstance start(String person) {
        return as(person, () -> runtime.startProcessInstanceByKey(CaseNames.UNPLANNED_CONTACT));
    }

    /** Presses the button: opens the unsent one, or begins one. */
    String press(String person) {
        return as(person, () -> messages.openReport(person)).reference();
    }

    /** The one open to-do of that name in the case. */
    Task task(String reference, String key) {
        List<Task> open = tasks(reference, key);
        assertThat(open).as("open %s of %s", key, reference).hasSize(1);
        return open.get(0);
    }

    List<Task> tasks(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .listPage(0, 50);
    }

    List<String> open(String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    void send(String person, String reference, String key, Map<String, Object> answers) {
        send(person, task(reference, key), answers);
    }

    void send(String person, Task task, Map<String, Object> answers) {
        as(person, () -> {
            boolean waits = tasks.createTaskQuery().taskId(task.getId()).count() > 0;
            if (waits && task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            forms.submitTaskForm(task.getId(), new HashMap<>(answers));
            return null;
        });
    }

    void giveBack(String reference, String key) {
        tasks.setAssignee(task(reference, key).getId(), null);
    }

    /** The person takes it. @return its id */
    String take(String person, String reference, String key) {
        String id = task(reference, key).getId();
        return as(person, () -> {
            tasks.claim(id, person);
            return id;
        });
    }

    Map<String, Object> shown(String person, String reference, String key) {
        return as(person, () -> forms.getTaskFormVariables(task(reference, key).getId()));
    }

    /** {@link Reviews#plan}, begun with the version that this person is shown. */
    Map<String, Object> plan(String person, String reference) {
        Map<String, Object> answers = new HashMap<>(Reviews.plan());
        String versions =
                String.valueOf(shown(person, reference, "reviewSaferCarePlan").get("versions"));
        Matcher offered = Pattern.compile("value\"?[=:]\\s*\"?(\\d+)").matcher(versions);
        assertThat(offered.find()).as("A version to begin with: %s", versions).isTrue();
        answers.put("from", offered.group(1));
        return answers;
    }

    List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals("candidate"))
                .map(link -> link.getUserId() == null ? link.getGroupId() : link.getUserId())
                .sorted()
                .toList();
    }

    /** Of everybody outside who was not asked to act, a manager says why; everybody else answers. */
    void outsideAnswered(String reference, String by) {
        tasks(reference, "makeReferral").forEach(task -> send("manager1", task, Reviews.outsideNotNeeded()));
        tasks(reference, "hearOfReferral").forEach(task -> send(by, task, Reviews.outsideAnswered(clock.instant())));
    }

    /** Somebody answers: the stand-in for telling ends. */
    void answered(String reference, String by) {
        answered(task(reference, TOLD), reference, by);
    }

    void answered(Task told, String reference, String by) {
        tasks.complete(told.getId(), Map.of(CaseNames.ACKNOWLEDGED_BY, by));
        jobs(reference);
    }

    /** Runs the save points of the case, never its timers. */
    void jobs(String reference) {
        for (int round = 0; round < 50; round++) {
            List<Job> waiting = ofCase(reference).stream()
                    .flatMap(instance ->
                            management
                                    .createJobQuery()
                                    .processInstanceId(instance)
                                    .messages()
                                    .withRetriesLeft()
                                    .list()
                                    .stream())
                    .toList();
            if (waiting.isEmpty()) {
                return;
            }
            management.executeJob(waiting.get(0).getId());
        }
        throw new AssertionError("Save points go round in circles in " + reference);
    }

    /** The timer at this element fires. */
    void timer(String reference, String element) {
        List<Job> waiting = ofCase(reference).stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance)
                                .timers()
                                .activityId(element)
                                .list()
                                .stream())
                .toList();
        assertThat(waiting).as("timers at %s of %s", element, reference).hasSize(1);
        management.executeJob(waiting.get(0).getId());
        jobs(reference);
    }

    /** When a to-do is due. */
    Instant due(String reference, String key) {
        return task(reference, key).getDueDate().toInstant();
    }

    Instant timerDue(String reference, String element) {
        return ofCase(reference).stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance)
                                .timers()
                                .activityId(element)
                                .list()
                                .stream())
                .findFirst()
                .orElseThrow()
                .getDuedate()
                .toInstant();
    }

    /** Ends a stand-in without any result. */
    void complete(Task task) {
        tasks.complete(task.getId());
    }

    boolean timerWaits(String reference, String element) {
        return ofCase(reference).stream()
                .anyMatch(instance -> management
                                .createJobQuery()
                                .processInstanceId(instance)
                                .timers()
                                .activityId(element)
                                .count()
                        > 0);
    }

    /** The keys of what runs for the case. */
    List<String> running(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(instance -> instance.getProcessDefinitionId().split(":")[0])
                .sorted()
                .toList();
    }

    Object variable(String reference, String process, String name) {
        return runtime.createVariableInstanceQuery()
                .processInstanceIdIn(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .processDefinitionKey(process)
                        .singleResult()
                        .getId())
                .variableName(name)
                .list()
                .get(0)
                .getValue();
    }

    private List<String> ofCase(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(instance -> instance.getProcessInstanceId())
                .toList();
    }
}
