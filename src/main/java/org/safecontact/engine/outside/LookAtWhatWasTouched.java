package org.safecontact.engine.outside;

import java.util.Map;
import java.util.Objects;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** {@code caseWasTouched}: the registered manager sees that technical help did something in a case. */
@Component
class LookAtWhatWasTouched implements UserTaskWork {

    private final Agency agency;
    private final HumanTime time;

    LookAtWhatWasTouched(Agency agency, HumanTime time) {
        this.agency = agency;
        this.time = time;
    }

    @Override
    public String taskKey() {
        return ToDos.CASE_WAS_TOUCHED;
    }

    @Override
    public String recordedAs() {
        return "Seen: technical help did something in this case";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        String person = Objects.toString(task.variables().get(TouchedCases.BY), "");
        String operation = Objects.toString(task.variables().get(TouchedCases.HOW), "");
        return Map.of(
                "who", agency.nameOf(person),
                "what", TouchedCases.words(operation),
                "since", time.full(task.createdAt()));
    }
}
