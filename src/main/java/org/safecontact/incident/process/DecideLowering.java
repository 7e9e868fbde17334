package org.safecontact.incident.process;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.level.Lowering;
import org.safecontact.incident.level.Raising;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** A manager decides whether it is less serious, because whoever reviewed it thinks so. */
@Component
class DecideLowering implements UserTaskWork {

    private final Lowering lowering;
    private final CaseWords words;
    private final Clock clock;

    DecideLowering(Lowering lowering, CaseWords words, Clock clock) {
        this.lowering = lowering;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return ToDos.DECIDE_LOWERING;
    }

    @Override
    public String recordedAs() {
        return "Is it less serious?";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return words.forWorkers(task.reference());
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        if (answers.one("lower").filter("yes"::equals).isPresent()) {
            try {
                lowering.lower(
                        task.reference(),
                        task.by(),
                        RiskLevel.LOW,
                        List.of(new Statement(Raising.WHY, answers.one("why").orElseThrow())),
                        // This to-do ends when somebody is more worried: whoever sends it has seen all there is.
                        clock.instant());
            } catch (NotAllowed refused) {
                throw new FormRefused("lower", refused.getMessage());
            }
        }
        return Map.of();
    }
}
