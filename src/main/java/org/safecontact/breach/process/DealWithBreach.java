package org.safecontact.breach.process;

import java.util.List;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.breach.PrivateDetails;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/**
 * What a carer posted is a matter of the standards of care and of data protection (domain brief, 5.6), what a worker let out in the same way. Where
 * the LADO is asked, whoever let it out is named in the worry with it.
 */
@Component
class DealWithBreach implements UserTaskWork {

    private final BreachWords words;
    private final PrivateDetails details;

    DealWithBreach(BreachWords words, PrivateDetails details) {
        this.words = words;
        this.details = details;
    }

    @Override
    public String taskKey() {
        return ToDos.DEAL_WITH_BREACH;
    }

    @Override
    public String recordedAs() {
        return "One of us let it out: what follows";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task.reference());
        shown.put("people", words.whoLetItOut(task.reference()));
        for (String known : List.of(ConfidentialityBreach.HOME, ConfidentialityBreach.WORKER)) {
            shown.put(known, task.variables().get(known));
        }
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        List<String> who = answers.many("who");
        if (who.contains(task.person().orElseThrow())) {
            throw new FormRefused("who", "Nobody decides about themselves. Please leave this to another manager.");
        }
        if (!who.isEmpty()) {
            String kind =
                    Boolean.TRUE.equals(task.variables().get(ConfidentialityBreach.HOME)) ? "household" : "worker";
            details.meantToHarm(task.reference(), task.person().orElseThrow(), kind, who);
        }
        return Map.of();
    }
}
