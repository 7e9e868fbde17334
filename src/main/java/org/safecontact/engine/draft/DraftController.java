package org.safecontact.engine.draft;

import java.util.Map;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.access.process.CaseTasks;
import org.safecontact.agency.HumanTime;
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
    private final CaseTasks tasks;
    private final CaseAccess access;
    private final CurrentPerson person;
    private final HumanTime times;

    DraftController(Drafts drafts, CaseTasks tasks, CaseAccess access, CurrentPerson person, HumanTime times) {
        this.drafts = drafts;
        this.tasks = tasks;
        this.access = access;
        this.person = person;
        this.times = times;
    }

    @PutMapping("/safe-contact/api/tasks/{taskId}/draft")
    Kept keep(@PathVariable("taskId") String taskId, @RequestBody Typed typed) {
        String me = person.id().orElseThrow(NotYours::new);
        tasks.find(taskId).filter(task -> access.mayRead(me, task)).orElseThrow(NotYours::new);
        Map<String, Object> answers = typed.answers() == null ? Map.of() : typed.answers();
        return new Kept(times.at(drafts.keep(taskId, me, answers)));
    }
}
