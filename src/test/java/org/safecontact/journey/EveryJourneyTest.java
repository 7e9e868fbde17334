package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every journey that was promised is lived: its name, written together, is a test of a class of journeys. */
class EveryJourneyTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    @Test
    void everyJourneyIsATest() throws IOException {
        assertThat(lived(Test.class)).as("journeys that are lived").containsAll(promised());
    }

    @Test
    void anOrdinaryAndAnUrgentOneAreLivedOnScreensToo() {
        assertThat(lived(ParameterizedTest.class)).contains("anOrdinaryTuesday", "saturdayTenAtNight");
    }

    @Test
    void everyFileOfCasesIsReadByATest() throws IOException {
        try (var files = Files.list(CASES)) {
            for (Path file : files.toList()) {
                String name = "/cases/" + file.getFileName();
                assertThat(readByATest(name)).as("a test reads %s", name).isTrue();
                try (InputStream read = getClass().getResourceAsStream(name)) {
                    assertThat(read).as("what tests read as %s", name).hasBinaryContent(Files.readAllBytes(file));
                }
            }
        }
    }

    @Test
    void aNameIsWrittenTogether() {
        assertThat(together("Saturday, ten at night")).isEqualTo("saturdayTenAtNight");
        assertThat(together("she rang instead")).isEqualTo("sheRangInstead");
    }

    private List<String> promised() throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream file = getClass().getResourceAsStream("/cases/journeys.yaml")) {
            for (JsonNode journey : new YAMLMapper().readTree(file)) {
                names.add(together(journey.path("name").asText()));
            }
        }
        assertThat(names).isNotEmpty().doesNotHaveDuplicates().doesNotContain("");
        return names;
    }

    private static Set<String> lived(Class<? extends Annotation> asA) {
        var journeys = new ClassPathScanningCandidateComponentProvider(false);
        journeys.addIncludeFilter(new AnnotationTypeFilter(Journey.class));
        return journeys.findCandidateComponents(EveryJourneyTest.class.getPackageName()).stream()
                .flatMap(journey -> methods(journey.getBeanClassName()))
                .filter(method -> isATest(method, asA))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static boolean isATest(Method method, Class<? extends Annotation> kind) {
        return method.isAnnotationPresent(kind) && !method.isAnnotationPresent(Disabled.class);
    }

    private static Stream<Method> methods(String journey) {
        try {
            Class<?> type = Class.forName(journey);
            return type.isAnnotationPresent(Disabled.class) ? Stream.empty() : Arrays.stream(type.getDeclaredMethods());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String together(String name) {
        StringBuilder together = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                together.append(
                        together.isEmpty()
                                ? word.toLowerCase(Locale.ROOT)
                                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        return together.toString();
    }

    private static boolean readByATest(String name) throws IOException {
        try (var sources = Files.walk(Path.of("src/test/java"))) {
            return sources.filter(source -> source.toString().endsWith("Test.java"))
                    .anyMatch(source -> contains(source, '"' + name + '"'));
        }
    }

    private static boolean contains(Path source, String text) {
        try {
            return Files.readString(source).contains(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
