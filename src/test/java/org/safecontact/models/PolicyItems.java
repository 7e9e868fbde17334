package org.safecontact.models;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safecontact.NamedTest;

/** Every point of the agency's policy and the tests that show it. Each breach is a sentence that says what to change. */
record PolicyItems(List<Item> items) {

    enum State {
        shown,
        open
    }

    /**
     * One point.
     *
     * @param id the policy's section and the point in it, as in the domain brief, section 9
     * @param asks what it asks, in short
     * @param shownBy the tests that show all of it, as {@code room.Class#method}; empty while it is open
     */
    record Item(String id, String asks, List<String> shownBy, State state) {}

    /** The sections of the policy, the rule above all of them first, and how many points each has. */
    private static final List<String> TITLES = List.of(
            "The rule above all",
            "Why Digital Contact Needs Careful Management",
            "Following the Contact Plan",
            "Types of Digital Contact",
            "Unplanned or Secret Contact",
            "Protecting Confidential Information",
            "Supporting Emotional Impact",
            "Online Safety Measures",
            "Safeguarding Concerns",
            "Recording Digital Contact",
            "Balancing Safety & Development",
            "Why This Matters",
            "Related Policies");

    private static final int[] POINTS = {1, 6, 7, 7, 11, 7, 9, 6, 11, 6, 5, 7, 5};

    static PolicyItems in(Path file) {
        try {
            return new PolicyItems(YAMLMapper.builder().build().readValue(file.toFile(), new TypeReference<>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The ids of all 88 points, in the policy's order. */
    static List<String> ids() {
        return IntStream.range(0, POINTS.length)
                .boxed()
                .flatMap(section -> section == 0
                        ? Stream.of("0")
                        : IntStream.rangeClosed(1, POINTS[section]).mapToObj(point -> section + "." + point))
                .toList();
    }

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        List<String> here = items.stream().map(Item::id).toList();
        ids().stream().filter(id -> !here.contains(id)).forEach(id -> broken.add(id + " is missing"));
        here.stream().filter(id -> !ids().contains(id)).forEach(id -> broken.add(id + " is no point of the policy"));
        Set<String> seen = new HashSet<>();
        here.stream().filter(id -> !seen.add(id)).forEach(id -> broken.add(id + " stands here twice"));
        for (Item item : items) {
            if (item.asks() == null || item.asks().isBlank()) {
                broken.add(item.id() + " does not say what it asks");
            }
            if (item.state() != (item.shownBy().isEmpty() ? State.open : State.shown)) {
                broken.add(item.id() + " is " + item.state() + " with "
                        + item.shownBy().size() + " tests");
            }
            item.shownBy().stream()
                    .filter(test -> !NamedTest.runs(test))
                    .forEach(test -> broken.add(item.id() + " names a test that does not run: " + test));
        }
        return broken;
    }

    /** The page for people: every point, and by which tests it is shown, or that it is not yet. */
    String document() {
        long shown = items.stream().filter(item -> item.state() == State.shown).count();
        StringBuilder out = new StringBuilder("""
                # What of the policy is shown by a test

                Written from `src/test/resources/policy-items.yaml`; do not edit it by hand. The build fails when it says something else than
                that file, when a point of the policy is missing there, or when a test that it names does not run.
                A point counts as shown only when its tests show all of it: *not yet* may mean that a part is there.

                Shown: %d of %d.
                """.formatted(shown, items.size()));
        for (int section = 0; section < TITLES.size(); section++) {
            String number = String.valueOf(section);
            out.append("\n## %s\n\n| Point | What it asks | Shown by |\n| --- | --- | --- |\n"
                    .formatted(section == 0 ? TITLES.get(0) : number + " " + TITLES.get(section)));
            items.stream()
                    .filter(item -> item.id().split("\\.")[0].equals(number))
                    .forEach(item -> out.append("| %s | %s | %s |\n".formatted(item.id(), item.asks(), by(item))));
        }
        return out.toString();
    }

    private static String by(Item item) {
        return item.shownBy().isEmpty()
                ? "*not yet*"
                : String.join(
                        "<br>",
                        item.shownBy().stream().map(test -> "`" + test + "`").toList());
    }
}
