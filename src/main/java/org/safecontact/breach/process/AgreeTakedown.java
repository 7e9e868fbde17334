package org.safecontact.breach.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.access.ToDos;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** Nothing is taken down before the safeguarding lead noted that nothing more need be kept (practice, section 4). */
@Component
class AgreeTakedown implements UserTaskWork {

    private final BreachWords words;
    private final WorkingTime working;
    private final Clock clock;

    AgreeTakedown(BreachWords words, WorkingTime working, Clock clock) {
        this.words = words;
        this.working = working;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return ToDos.AGREE_TAKEDOWN;
    }

    @Override
    public String recordedAs() {
        return "Before it is taken down: is enough kept?";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return words.about(task.reference());
    }

    /** What must stay is asked about again when it need no longer, and after a while in any case: somebody looks at it before it is forgotten. */
    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Optional<Instant> latest = answers.instant("until")
                .map(until -> Stream.of(until, working.due(clock.instant(), HouseTime.TAKEDOWN_AGAIN))
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        Map<String, Object> known = new HashMap<>();
        known.put(ConfidentialityBreach.ASK_AGAIN_AT, latest.map(Date::from).orElse(null));
        return known;
    }
}
