package org.safecontact.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server can check every form of the product, and sees its conditions as the browser does. */
class FormFilesTest {

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theServerCanCheckIt(Path file) throws IOException {
        Form form = read(file);

        assertThat(file.getFileName()).hasToString(form.id() + ".form");
        assertThat(form.fields())
                .allSatisfy(field ->
                        assertThat(field.limits().longest()).as(field.key()).isBetween(1, 20_000));
    }

    /**
     * The browser still knows the answer to a question that it has hidden again, the server does not. So a condition
     * that looks at such a question has to say, too, when that question is asked.
     */
    @ParameterizedTest
    @MethodSource("forms")
    void noConditionRestsOnAQuestionThatIsHidden(Path file) throws IOException {
        Form form = read(file);
        List<String> breaches = new ArrayList<>();
        for (Field field : form.fields()) {
            for (Field other : form.fields()) {
                if (mentions(field.hiddenWhen(), other.key()) && !repeats(form, field, other)) {
                    breaches.add(field.key() + " looks at " + other.key() + ", which can itself be hidden by "
                            + other.hiddenWhen());
                }
            }
        }

        assertThat(breaches).isEmpty();
    }

    private static boolean repeats(Form form, Field field, Field other) {
        return form.fields().stream()
                .filter(asked -> mentions(other.hiddenWhen(), asked.key()))
                .allMatch(asked -> mentions(field.hiddenWhen(), asked.key()));
    }

    private static boolean mentions(List<String> conditions, String key) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(key) + "\\b");
        return conditions.stream().anyMatch(condition -> word.matcher(condition).find());
    }

    private static Form read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return FormReader.read(stream);
        }
    }
}
