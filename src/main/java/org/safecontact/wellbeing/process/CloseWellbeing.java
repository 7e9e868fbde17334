package org.safecontact.wellbeing.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Seen;
import org.safecontact.wellbeing.Touchpoints;
import org.safecontact.wellbeing.Wellbeing;
import org.springframework.stereotype.Component;

/** The schedule is done; the supervising social worker closes it with a reason (practice, section 3). */
@Component
class CloseWellbeing implements UserTaskWork {

    private final LookAnswers look;
    private final Wellbeing wellbeing;
    private final LooksSoFar soFar;
    private final Touchpoints touchpoints;
    private final HumanTime time;
    private final TaskService tasks;
    private final CurrentPerson person;

    CloseWellbeing(
            LookAnswers look,
            Wellbeing wellbeing,
            LooksSoFar soFar,
            Touchpoints touchpoints,
            HumanTime time,
            TaskService tasks,
            CurrentPerson person) {
        this.look = look;
        this.wellbeing = wellbeing;
        this.soFar = soFar;
        this.touchpoints = touchpoints;
        this.time = time;
        this.tasks = tasks;
        this.person = person;
    }

    @Override
    public String taskKey() {
        return Names.CLOSE_WELLBEING;
    }

    @Override
    public String recordedAs() {
        return "Nobody needs to look any more";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", look.childLabel(task));
        shown.put(
                "looks",
                soFar.looks(schedule(task)).stream()
                        .filter(each -> each.state() != Look.State.CALLED_OFF)
                        .map(each -> "- " + time.full(each.dueAt()) + ": " + words(each))
                        .collect(Collectors.joining("\n")));
        List<Map<String, String>> reasons = new ArrayList<>(List.of(
                Map.of("value", "otherPlan", "label", "Somebody else follows it now"),
                Map.of("value", "other", "label", "Another reason")));
        if (soFar.usualTwice(schedule(task))) {
            reasons.add(0, Map.of("value", "usualAgain", "label", "As usual again, twice"));
        }
        shown.put("reasons", reasons);
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        if (touchpoints.isOpen(schedule(task))) {
            throw new FormRefused("", "A worker has not rung or visited and seen the child yet. That comes first.");
        }
        boolean toTell = person.asTheHouse(() -> tasks.createTaskQuery()
                        .processInstanceId(task.processInstanceId())
                        .taskDefinitionKey(Names.TELL_CHILDS_WORKER)
                        .count()
                > 0);
        if (toTell) {
            throw new FormRefused(
                    "", "The child's social worker has not been told yet how the child is. That comes first.");
        }
        wellbeing.close(schedule(task), task.person().orElseThrow());
        return Map.of();
    }

    private static long schedule(OpenTask task) {
        return ((Number) task.variables().get(Names.SCHEDULE)).longValue();
    }

    private static String words(Look look) {
        return look.seen()
                .map(Seen::compared)
                .map(compared -> switch (compared) {
                    case BETTER -> "better than usual";
                    case SAME -> "as usual";
                    case WORSE -> "worse than usual";
                })
                .orElse("nobody looked");
    }
}
