package org.safecontact.breach.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** What can be seen is taken down together with the child, and talked about, without blame (domain brief, 5.3 and 5.5). */
@Component
class MakePrivate implements UserTaskWork {

    private final BreachWords words;

    MakePrivate(BreachWords words) {
        this.words = words;
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
        shown.put("ways", FormOptions.of(ways(Boolean.TRUE.equals(shown.get(ConfidentialityBreach.ONLINE)))));
        return shown;
    }

    /** What can be said to have been done: where nobody sees it, a talk that could not be had stays on the list. */
    private static Map<String, String> ways(boolean seen) {
        Map<String, String> ways = new LinkedHashMap<>();
        if (seen) {
            ways.put("tookDown", "Took it down");
            ways.put("asked", "Asked whoever has it, or the app, to take it down");
        }
        ways.put("settings", "Set accounts to private");
        ways.put("location", "Switched off showing where they are");
        ways.put("talked", "Talked about what stays private, and why");
        if (seen) {
            ways.put("couldNot", "We could not do it");
        }
        return ways;
    }

    /** Not sure counts as seen. */
    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        return Map.of(
                ConfidentialityBreach.STILL_SEEN,
                answers.one("seen").filter(answer -> !answer.equals("no")).isPresent());
    }
}
