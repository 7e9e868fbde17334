package org.safecontact.breach.process;

import java.util.List;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.breach.PrivateDetails;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/**
 * A post by a carer is a matter of the standards of care and of data protection (domain brief, 5.6). Where the LADO is asked, whoever posted it is
 * named in the worry with it.
 */
@Component
class DealWithPost implements UserTaskWork {

    private final BreachWords words;
    private final PrivateDetails details;

    DealWithPost(BreachWords words, PrivateDetails details) {
        this.words = words;
        this.details = details;
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
        Map<String, Object> shown = words.about(task.reference());
        shown.put("people", words.home(task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        List<String> who = answers.many("who");
        if (!who.isEmpty()) {
            details.meantToHarm(task.reference(), task.person().orElseThrow(), who);
        }
        return Map.of();
    }
}
