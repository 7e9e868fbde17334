package org.safecontact.incident.process;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.incident.LevelChanged;
import org.safecontact.incident.RiskLevel;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What got worse, whoever found out, comes before a wish to take the case back that is older, and hurries the assessment. */
@Component
class WhenItGetsWorse {

    private final CaseMessages messages;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final Deadlines deadlines;
    private final CurrentPerson person;

    WhenItGetsWorse(
            CaseMessages messages,
            TaskService tasks,
            ManagementService jobs,
            Deadlines deadlines,
            CurrentPerson person) {
        this.messages = messages;
        this.tasks = tasks;
        this.jobs = jobs;
        this.deadlines = deadlines;
        this.person = person;
    }

    @EventListener
    void on(LevelChanged changed) {
        if (changed.worse()) {
            messages.newerAlarm(changed.reference());
            person.asTheHouse(
                    () -> assessedSooner(changed.reference(), changed.decision().level()));
        }
    }

    /** The time of a less serious report is over; the new one runs from now (practice, section 1), also until those who wait for it hear again. */
    private void assessedSooner(String reference, RiskLevel level) {
        Date due = deadlines.assessmentFromNow(level);
        tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.ASSESS_ESCALATION)
                .list()
                .forEach(task -> {
                    if (task.getDueDate().after(due)) {
                        task.setDueDate(due);
                        tasks.saveTask(task);
                    }
                    heardSooner(task, due);
                });
    }

    private void heardSooner(Task task, Date due) {
        jobs.createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId(CaseElements.NOT_ASSESSED_YET)
                .timers()
                .duedateHigherThan(due)
                .list()
                .forEach(job -> jobs.setJobDuedate(job.getId(), due));
    }
}
