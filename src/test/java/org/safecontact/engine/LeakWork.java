package org.safecontact.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;

/** The work of any form: shows options wherever the form wants some, and fails as a test wants it. */
@TestComponent
public class LeakWork implements UserTaskWork {

    public static final String TASK = "anyForm";

    public Runnable fails = () -> {};
    private final Map<String, Object> shown = new HashMap<>();
    private Set<String> facts = Set.of();

    public void reset() {
        fails = () -> {};
        shown.clear();
        facts = Set.of();
    }

    public void showOptions(List<String> keys) {
        showOptions(keys.stream().distinct().collect(Collectors.toMap(key -> key, key -> Set.of("one", "two"))));
    }

    /** @param values what can be chosen, by the name under which the form looks for it */
    public void showOptions(Map<String, Set<String>> values) {
        values.forEach((key, each) -> shown.put(
                key,
                each.stream()
                        .map(value -> Map.of("label", value, "value", value))
                        .toList()));
    }

    /** The same words wherever the form speaks of what is known already: a number, for it may stand where one is rung. */
    public void showWords(List<String> keys) {
        keys.forEach(key -> shown.putIfAbsent(key, "01632960100"));
    }

    /** What is known already where the form asks for it, in place of what was. */
    public void showFacts(Map<String, Object> facts) {
        shown.keySet().removeAll(this.facts);
        this.facts = facts.keySet();
        shown.putAll(facts);
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
