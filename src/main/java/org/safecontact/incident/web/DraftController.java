package org.safecontact.incident.web;

import java.util.Map;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Drafts;
import org.safecontact.incident.process.TaskCases;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what somebody is typing, every few seconds; it comes back with the form. */
@RestController
class DraftController {

    record Typed(Map<String, Object> answers) {}

    record Kept(String at) {}

    private final Drafts drafts;
    private final TaskCases todos;
    private final CurrentPerson person;
    private final HumanTime times;

    DraftController(Drafts drafts, TaskCases todos, CurrentPerson person, HumanTime times) {
        this.drafts = drafts;
        this.todos = todos;
        this.person = person;
        this.times = times;
    }

    @PutMapping("/safe-contact/api/tasks/{taskId}/draft")
    Kept keep(@PathVariable("taskId") String taskId, @RequestBody Typed typed) {
        String me = person.id().orElseThrow(NotYours::new);
        todos.listed(taskId, me);
        Map<String, Object> answers = typed.answers() == null ? Map.of() : typed.answers();
        return new Kept(times.at(drafts.keep(taskId, me, answers)));
    }
}
