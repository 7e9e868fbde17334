package org.safecontact.breach.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** What can be seen is taken down together with the child, and talked about, without blame (domain brief, 5.3 and 5.5). */
@Component
class MakePrivate implements UserTaskWork {

    private final BreachWords words;
    private final Agency agency;

    MakePrivate(BreachWords words, Agency agency) {
        this.words = words;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return ToDos.MAKE_PRIVATE;
    }

    @Override
    public String recordedAs() {
        return "Made private again, with the child";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task.reference());
        for (String known : List.of(ConfidentialityBreach.ONLINE, ConfidentialityBreach.HOME)) {
            shown.put(known, task.variables().get(known));
        }
        return shown;
    }

    /** Not sure counts as seen; a talk that a carer could not have stays on the list, where a worker is asked to help. */
    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        List<String> did = answers.many("did");
        Optional<String> seen = answers.one("seen");
        boolean carer = agency.is(task.person().orElseThrow(), Role.CARER);
        if (carer && seen.isEmpty() && did.contains("couldNot") && !did.contains("talked")) {
            throw new FormRefused(
                    "did", "Leave it on your list then, and tell your worker or duty: we can do it with you.");
        }
        return Map.of(
                ConfidentialityBreach.STILL_SEEN,
                seen.filter(answer -> !answer.equals("no")).isPresent());
    }
}
