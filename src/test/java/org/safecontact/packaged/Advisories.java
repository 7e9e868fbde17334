package org.safecontact.packaged;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.NamedTest;

/**
 * What is publicly known against the parts that the jar ships, and our answer to each. Every breach is a sentence that
 * says what to do.
 *
 * @param looked the day on which somebody last looked for advisories of every part, in UTC
 * @param parts every part, as {@code group:name} (browser libraries as {@code npm:name}), and the version of it that
 *     was looked at
 */
record Advisories(LocalDate looked, List<Advisory> advisories, Map<String, String> parts) {

    /** Somebody looks again before this many days have gone by. *House default.* */
    static final int DAYS = 60;

    enum Answer {
        fixed("Fixed by version"),
        guarded("Guarded by a test"),
        unreachable("Not reachable here");

        private final String title;

        Answer(String title) {
            this.title = title;
        }
    }

    /**
     * One advisory, or several with the same answer.
     *
     * @param ids CVE or GHSA numbers
     * @param in the parts that it is in, as in {@code parts}
     * @param what what an attacker could do, in short
     * @param since fixed: the first version without it
     * @param by guarded: the tests that show it, as {@code room.Class#method}
     * @param because guarded and unreachable: why it does no harm here
     * @param sources where it can be read
     */
    record Advisory(
            List<String> ids,
            List<String> in,
            String what,
            Answer answer,
            String since,
            List<String> by,
            String because,
            List<String> sources) {

        Advisory {
            ids = orNone(ids);
            in = orNone(in);
            by = orNone(by);
            sources = orNone(sources);
        }

        private String name() {
            return ids.isEmpty() ? "An advisory without a number" : String.join(", ", ids);
        }

        private Stream<String> broken() {
            List<String> broken = new ArrayList<>();
            if (ids.isEmpty()) {
                broken.add("needs its number");
            }
            ids.stream().filter(id -> !ID.matcher(id).matches()).forEach(id -> broken.add("has no such number: " + id));
            if (in.isEmpty()) {
                broken.add("does not say which part it is in");
            }
            if (isMissing(what)) {
                broken.add("does not say what it is");
            }
            if (sources.isEmpty() || !sources.stream().allMatch(source -> source.startsWith("https://"))) {
                broken.add("does not say where it can be read");
            }
            if (answer == null) {
                broken.add("has no answer: fixed, guarded or unreachable");
            }
            if ((answer == Answer.fixed) == isMissing(since)) {
                broken.add("says since when it is fixed if it is, and only then");
            }
            if ((answer == Answer.fixed) != isMissing(because)) {
                broken.add("says why it does no harm unless it is fixed");
            }
            if ((answer == Answer.guarded) == by.isEmpty()) {
                broken.add("names the tests that guard it if any do, and only then");
            }
            by.stream()
                    .filter(test -> !NamedTest.runs(test))
                    .forEach(test -> broken.add("names a test that does not run: " + test));
            return broken.stream().map(breach -> name() + " " + breach);
        }

        private Stream<String> brokenIn(Map<String, String> shipped) {
            return in.stream().flatMap(part -> {
                String version = shipped.get(part);
                if (version == null) {
                    return Stream.of(name() + " is said to be in " + part + ", which is not shipped: take it out");
                }
                return answer == Answer.fixed && Version.parse(version).compareTo(Version.parse(since)) < 0
                        ? Stream.of(name() + " is fixed since " + part + " " + since + ", and " + version
                                + " is shipped: take a newer one")
                        : Stream.empty();
            });
        }

        private String line() {
            String where = sources.stream().map(source -> "<" + source + ">").collect(Collectors.joining("<br>"));
            String how = switch (answer) {
                case fixed -> "since " + since;
                case guarded ->
                    because + "<br>" + by.stream().map(test -> "`" + test + "`").collect(Collectors.joining("<br>"));
                case unreachable -> because;
            };
            return "| %s | %s | %s | %s | %s |\n"
                    .formatted(String.join("<br>", ids), String.join("<br>", in), what, how, where);
        }
    }

    private static final Pattern ID = Pattern.compile("CVE-\\d{4}-\\d{4,}|GHSA(-[0-9a-z]{4}){3}");

    static Advisories in(Path file) {
        try {
            return YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue(file.toFile(), Advisories.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with the list itself, on a day. */
    List<String> broken(LocalDate today) {
        List<String> broken = new ArrayList<>();
        long days = ChronoUnit.DAYS.between(looked, today);
        if (days > DAYS) {
            broken.add(
                    "Nobody has looked for advisories for " + days + " days: look for those of every part, take newer"
                            + " versions or write our answers, then the day into \"looked\" (docs/house.md says how)");
        }
        if (days < 0) {
            broken.add("\"looked\" is a day that has not come yet: " + looked);
        }
        advisories.stream().flatMap(Advisory::broken).forEach(broken::add);
        Set<String> seen = new HashSet<>();
        advisories.stream()
                .flatMap(advisory -> advisory.ids().stream())
                .filter(id -> !seen.add(id))
                .forEach(id -> broken.add(id + " stands here twice"));
        return broken;
    }

    /**
     * What of the list does not fit what is shipped.
     *
     * @param shipped every part of the jar and its version, named as in {@code parts}
     */
    List<String> brokenBy(Map<String, String> shipped) {
        List<String> broken = new ArrayList<>();
        Set<String> all = new TreeSet<>(shipped.keySet());
        all.addAll(parts.keySet());
        for (String part : all) {
            String now = shipped.get(part);
            String then = parts.get(part);
            if (now == null) {
                broken.add(part + " is not shipped any more: take it out here");
            } else if (!now.equals(then)) {
                broken.add(part + " is " + now + " now and was "
                        + (then == null ? "never looked at" : "last looked at as " + then)
                        + ": look for its advisories, then write the version here");
            }
        }
        advisories.stream().flatMap(advisory -> advisory.brokenIn(shipped)).forEach(broken::add);
        return broken;
    }

    /** The page for people. */
    String document() {
        StringBuilder out = new StringBuilder("""
                # Known advisories, and our answers

                Written from `src/test/resources/advisories.yaml`; do not edit it by hand. Looked at on %s, for each of the %d parts that the
                jar ships; `META-INF/sbom` in the jar names them all. The build fails when nobody has looked for %d days, when a part has changed
                since, when an answer is missing, or when a test that it names does not run.
                """.formatted(looked, parts.size(), DAYS));
        for (Answer answer : List.of(Answer.guarded, Answer.unreachable, Answer.fixed)) {
            out.append(
                    "\n## %s\n\n| Advisory | In | What it is | Our answer | Source |\n| --- | --- | --- | --- | --- |\n"
                            .formatted(answer.title));
            advisories.stream()
                    .filter(advisory -> advisory.answer() == answer)
                    .forEach(advisory -> out.append(advisory.line()));
        }
        return out.toString();
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }

    private static List<String> orNone(List<String> list) {
        return list == null ? List.of() : list;
    }
}
