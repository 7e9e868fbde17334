package org.safecontact.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseActions;
import org.safecontact.incident.process.OtherHands;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody may do on the case of the to-do that they have open. */
@RestController
@RequestMapping("/safe-contact/api/tasks/{taskId}")
class TaskCaseController {

    record Choice(String value, String label) {}

    record Colleague(String id, String name) {}

    record OnThisCase(
            String reference,
            boolean report,
            List<String> actions,
            List<Choice> levels,
            List<Colleague> people,
            boolean abuseReportMissing,
            Instant seenAt) {}

    record Why(String reason, String to) {}

    private final OtherHands hands;
    private final CaseActions actions;
    private final CurrentPerson person;

    TaskCaseController(OtherHands hands, CaseActions actions, CurrentPerson person) {
        this.hands = hands;
        this.actions = actions;
        this.person = person;
    }

    @GetMapping("/case")
    ResponseEntity<OnThisCase> onThisCase(@PathVariable("taskId") String taskId) {
        String me = me();
        OtherHands.Possible todo = hands.possible(taskId, me);
        CaseActions.Possible onCase = actions.possible(todo.reference(), me);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new OnThisCase(
                        todo.reference(),
                        todo.report(),
                        Stream.concat(onCase.actions().stream(), todo.actions().stream())
                                .toList(),
                        onCase.levels().stream()
                                .map(level -> new Choice(level.name(), level.words()))
                                .toList(),
                        todo.people().entrySet().stream()
                                .map(colleague -> new Colleague(colleague.getKey(), colleague.getValue()))
                                .toList(),
                        onCase.abuseReportMissing(),
                        onCase.seenAt()));
    }

    @PostMapping("/give-back")
    Map<String, Object> giveBack(@PathVariable("taskId") String taskId, @RequestBody Why why) {
        hands.giveBack(taskId, me(), why.reason());
        return Map.of("done", true);
    }

    @PostMapping("/hand-over")
    Map<String, Object> handOver(@PathVariable("taskId") String taskId, @RequestBody Why why) {
        hands.handOver(taskId, me(), why.to(), why.reason());
        return Map.of("done", true);
    }

    @PostMapping("/take-over")
    Map<String, Object> takeOver(@PathVariable("taskId") String taskId, @RequestBody Why why) {
        hands.takeOver(taskId, me(), why.reason());
        return Map.of("done", true);
    }

    private String me() {
        return person.required();
    }
}
