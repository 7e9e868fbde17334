package org.safecontact.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** The work of any form: shows options wherever the form wants some, and fails as a test wants it. */
@TestComponent
public class LeakWork implements UserTaskWork {

    public static final String TASK = "anyForm";

    public Runnable fails = () -> {};
    private final Map<String, Object> shown = new HashMap<>();

    public void reset() {
        fails = () -> {};
        shown.clear();
    }

    public void showOptions(List<String> keys) {
        keys.forEach(key -> shown.put(
                key, List.of(Map.of("label", "One", "value", "one"), Map.of("label", "Two", "value", "two"))));
    }

    /** The same words wherever the form speaks of what is known already: a number, for it may stand where one is rung. */
    public void showWords(List<String> keys) {
        keys.forEach(key -> shown.putIfAbsent(key, "01632960100"));
    }

    @Override
    public String taskKey() {
        return TASK;
    }

    @Override
    public String recordedAs() {
        return "Any form";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        fails.run();
        return Map.of();
    }
}
