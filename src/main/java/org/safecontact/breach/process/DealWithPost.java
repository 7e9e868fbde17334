package org.safecontact.breach.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/** A post by a carer is a matter of the standards of care and of data protection (domain brief, 5.6). */
@Component
class DealWithPost implements UserTaskWork {

    private final BreachWords words;
    private final Incidents incidents;

    DealWithPost(BreachWords words, Incidents incidents) {
        this.words = words;
        this.incidents = incidents;
    }

    @Override
    public String taskKey() {
        return ToDos.DEAL_WITH_POST;
    }

    @Override
    public String recordedAs() {
        return "A post by somebody of the home: standards of care";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return words.about(task.reference());
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        boolean lado = answers.one("standards").filter("lado"::equals).isPresent();
        if (lado && !incidents.somebodyNamed(task.reference())) {
            throw new FormRefused(
                    "standards",
                    "Please name them in the worry first, so that they are kept away from it, and send this then. What you typed stays here.");
        }
        return Map.of();
    }
}
