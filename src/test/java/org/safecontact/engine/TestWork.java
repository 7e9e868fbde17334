package org.safecontact.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.boot.test.context.TestComponent;

/** The work of a user task that tests shape as they need it. */
@TestComponent
public class TestWork implements UserTaskWork {

    static final String TASK = "checkEverything";

    final List<Answers> received = new ArrayList<>();
    Map<String, Object> shown = Map.of();
    BiFunction<OpenTask, Answers, Map<String, Object>> work = (task, answers) -> Map.of();

    Optional<String> tooLate = Optional.empty();
    ClosedTask late;

    void reset() {
        tooLate = Optional.empty();
        late = null;
        received.clear();
        shown = new HashMap<>(Map.of(
                "children",
                List.of(Map.of("label", "Sam", "value", "C1"), Map.of("label", "Alex", "value", "C2")),
                "everybody",
                List.of(Map.of("label", "Grandmother", "value", "P1"), Map.of("label", "Uncle", "value", "P2")),
                "knownTo",
                "the school",
                "mode",
                "short"));
        work = (task, answers) -> Map.of();
    }

    @Override
    public String taskKey() {
        return TASK;
    }

    @Override
    public String recordedAs() {
        return "What was checked";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        received.add(answers);
        return work.apply(task, answers);
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        late = task;
        return tooLate.or(() -> UserTaskWork.super.tooLate(task, answers));
    }
}
