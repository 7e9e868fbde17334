package org.safecontact.inform;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.StoredReports;
import org.springframework.boot.test.context.TestComponent;

/** Reports by people of the demonstration, and what people do about them. */
@TestComponent
class Cases {

    private final StoredReports reports;
    private final Incidents incidents;
    private final Agency agency;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;

    private final CurrentPerson house;

    Cases(
            StoredReports reports,
            Incidents incidents,
            Agency agency,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            CurrentPerson house) {
        this.house = house;
        this.reports = reports;
        this.incidents = incidents;
        this.agency = agency;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
    }

    /** carer1 reports about C1; LOW unless the given answers say otherwise. */
    String report(Map<String, Object> differently) {
        return report("carer1", "C1", differently, List.of());
    }

    String report(String by, String child, Map<String, Object> differently, List<String> named) {
        return reports.about(child, by, differently, named);
    }

    /** Starts telling, as the diagram of the case does. */
    String tell(String reference, String purpose, String takenBy) {
        Incident incident = incidents.get(reference);
        return runtime.startProcessInstanceByKey(
                        "inform-and-acknowledge",
                        reference,
                        Variables.putValue("reference", reference)
                                .putValue("reporter", incident.reporterId())
                                .putValue("takenBy", takenBy)
                                .putValue(
                                        "riskLevel",
                                        incident.level().orElseThrow().name())
                                .putValue("policeNow", incident.policeNow())
                                .putValue("failSafe", incident.failSafe())
                                .putValue(
                                        "namedPerson",
                                        incidents.answers(reference).get("namedPerson"))
                                .putValue("purpose", purpose))
                .getId();
    }

    Task task(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .singleResult();
    }

    List<Task> allTasks(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** Ids of the people to whom it is offered by name. */
    List<String> offeredTo(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getUserId)
                .filter(id -> id != null)
                .sorted()
                .toList();
    }

    void claim(Task task, String person) {
        as(person, () -> tasks.claim(task.getId(), person));
    }

    /** Gives it back, as the product's own action does. */
    void giveBack(Task task) {
        tasks.setAssignee(task.getId(), null);
    }

    void giveBack(Task task, String person) {
        as(person, () -> house.asTheHouse(() -> giveBack(task)));
    }

    void handOver(Task task, String person, String to) {
        as(person, () -> house.asTheHouse(() -> tasks.setAssignee(task.getId(), to)));
    }

    /** What somebody sees who opens it. */
    Map<String, Object> shown(Task task, String person) {
        Map<String, Object> shown = new HashMap<>();
        as(person, () -> shown.putAll(forms.getTaskFormVariables(task.getId())));
        return shown;
    }

    void submit(Task task, String person, Map<String, Object> answers) {
        as(person, () -> forms.submitTaskForm(task.getId(), answers));
    }

    /** What somebody answers who spoke with the carer at HIGH and above. */
    static Map<String, Object> spoken() {
        String now = ClockUtil.getCurrentTime()
                .toInstant()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        return new HashMap<>(Map.of(
                "spokenWithCarer", "yes",
                "spokenAt", now,
                "childIs", "The child is in the kitchen with the carer",
                "agreed", "Doors locked, phone on charge, I ring at 23:00",
                "police", "rung",
                "policeWho", "The carer",
                "policeAt", now));
    }

    /** What somebody answers below HIGH. */
    static Map<String, Object> looksAfterIt() {
        return new HashMap<>(Map.of("whatNext", "I ring the home tomorrow"));
    }

    void as(String person, Runnable work) {
        identity.setAuthentication(
                person,
                agency.person(person).orElseThrow().roles().stream()
                        .map(Role::groupId)
                        .toList());
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
