package org.safecontact.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the methods that diagrams call promise, in the words of their own comments: <code>${deadlines.review(…)}</code>
 * is "Two working days after a LOW report, …". So the document and the code cannot say different things.
 */
final class Promises {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CALL = Pattern.compile("\\$\\{\\s*(\\w+)\\.(\\w+)\\(");
    private static final Pattern NAMED = Pattern.compile("@Component\\(\"(\\w+)\"\\)");
    private static final Pattern CLASS = Pattern.compile("\\n(?:public )?(?:final )?class (\\w+)");
    private static final Pattern METHOD =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\s*)*public [\\w<>.]+ (\\w+)\\(", Pattern.DOTALL);

    private final Map<String, Map<String, String>> sentences = new TreeMap<>();

    Promises() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(this::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The sentences behind the calls in an expression, in their order; empty when it calls nothing that is explained. */
    Optional<String> of(String expression) {
        List<String> found = new ArrayList<>();
        Matcher call = CALL.matcher(expression);
        while (call.find()) {
            Optional.ofNullable(sentences.get(call.group(1)))
                    .map(methods -> methods.get(call.group(2)))
                    .ifPresent(found::add);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", found));
    }

    private void read(Path file) {
        try {
            String source = Files.readString(file);
            if (!source.contains("@InDiagrams")) {
                return;
            }
            Matcher type = CLASS.matcher(source);
            if (type.find()) {
                Matcher named = NAMED.matcher(source);
                String bean = named.find()
                        ? named.group(1)
                        : type.group(1).substring(0, 1).toLowerCase()
                                + type.group(1).substring(1);
                Map<String, String> methods = sentences.computeIfAbsent(bean, name -> new TreeMap<>());
                Matcher method = METHOD.matcher(source);
                while (method.find()) {
                    methods.put(method.group(2), sentence(method.group(1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sentence(String comment) {
        return comment.replaceAll("(\\s*\\n\\s*\\*?)+\\s*", " ")
                .replaceAll("\\s@(param|return|throws)\\b.*", "")
                .replaceAll("\\{@\\w+ #?([^}]*)}", "$1")
                .replaceAll("<[^>]+>", "")
                .strip();
    }
}
