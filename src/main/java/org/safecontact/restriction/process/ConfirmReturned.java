package org.safecontact.restriction.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.restriction.LimitDecisions;
import org.springframework.stereotype.Component;

/** Whoever supervises the home makes sure that the device was given back and that somebody talked with the child. */
@Component
class ConfirmReturned implements UserTaskWork {

    private final LimitDecisions decisions;
    private final LimitShown limit;

    ConfirmReturned(LimitDecisions decisions, LimitShown limit) {
        this.decisions = decisions;
        this.limit = limit;
    }

    @Override
    public String taskKey() {
        return ToDos.CONFIRM_RETURNED;
    }

    @Override
    public String recordedAs() {
        return "The limit is undone, and somebody talked with the child";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return limit.of(task.reference());
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        if (answers.one("returned").filter("notYet"::equals).isPresent()) {
            throw new FormRefused(
                    "returned",
                    "Please see to it that it is given back or undone, and send this then. What you typed stays here.");
        }
        if (answers.one("talked").filter("no"::equals).isPresent()) {
            throw new FormRefused(
                    "talked",
                    "Please see to it that somebody talks with the child about it, and send this then. What you typed stays here.");
        }
        decisions.returned(task.reference(), task.person().orElseThrow());
        return Map.of();
    }
}
