package org.safecontact.incident.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Drafts;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.process.ToDosInSight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what somebody is typing, every few seconds. What is typed into a to-do comes back with its form; what is typed into a form of ours
 * is asked for by the address that the form is sent to, and is gone when that was ({@link DraftsThatWereSent}).
 */
@RestController
class DraftController {

    private static final int LONGEST_ADDRESS = 200;

    /** @param by who was logged in on the screen it was typed on, where that screen outlives a login */
    record Typed(String form, String by, Map<String, Object> answers) {}

    /** @param at when it was kept, in words, and as a {@code moment} */
    record Kept(String at, Instant moment) {}

    record KeptBefore(String at, Map<String, Object> answers) {}

    private final Drafts drafts;
    private final ToDosInSight inSight;
    private final CurrentPerson person;
    private final HumanTime times;

    DraftController(Drafts drafts, ToDosInSight inSight, CurrentPerson person, HumanTime times) {
        this.drafts = drafts;
        this.inSight = inSight;
        this.person = person;
        this.times = times;
    }

    @PutMapping("/safe-contact/api/tasks/{taskId}/draft")
    Kept keep(@PathVariable("taskId") String taskId, @RequestBody Typed typed) {
        String me = me();
        inSight.one(taskId, me);
        return keep(taskId, me, typed);
    }

    @PutMapping("/safe-contact/api/drafts")
    Kept keep(@RequestBody Typed typed) {
        String form = typed.form() == null ? "" : typed.form();
        if (!form.startsWith("/safe-contact/") || form.length() > LONGEST_ADDRESS) {
            throw new FormRefused("form", "This is no form of ours.");
        }
        return keep(form, me(), typed);
    }

    /** What this person typed into these forms in the last 24 hours, by their addresses. */
    @GetMapping("/safe-contact/api/drafts")
    Map<String, KeptBefore> keptBefore(@RequestParam("form") List<String> forms) {
        String me = me();
        Map<String, KeptBefore> kept = new HashMap<>();
        forms.forEach(form -> drafts.of(form, me)
                .ifPresent(draft -> kept.put(form, new KeptBefore(times.at(draft.keptAt()), draft.answers()))));
        return kept;
    }

    private Kept keep(String form, String me, Typed typed) {
        if (typed.by() != null && !typed.by().equals(me)) {
            throw new NotYours();
        }
        Map<String, Object> answers = typed.answers() == null ? Map.of() : typed.answers();
        Instant moment = drafts.keep(form, me, answers);
        return new Kept(times.at(moment), moment);
    }

    private String me() {
        return person.required();
    }
}
