package org.safecontact.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.safecontact.models.ModelFiles.Diagram;

/** What the code calls by the name that it has in a diagram is there, and each such name stands in one constant. */
class NamesInCodeTest {

    private static final Pattern CONSTANT = Pattern.compile("static final String ([A-Z_]+) =\\s+\"([^\"]*)\";");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\n]*)\"");

    private static final Set<String> TO_DOS = Set.of("ToDos.java", "CaseToDos.java");

    /** Here a key is the word for something else: what is noted of a case, and an answer of a table. */
    private static final Set<String> OTHER_WORDS = Set.of("Noted.java", "WellbeingTable.java");

    private static final Set<String> READ_BACK = Set.of(
            "For the carer: what is decided, what they do, what the child is told",
            "I ring the carer (again) by",
            "Is it safe for everybody to stay at home tonight?",
            "The Safer Care Plan: why, or why not?",
            "The child is … (where, with whom, how)",
            "The police",
            "What did you agree for tonight or today? Doors, phone, school, who rings when",
            "What did you agree? Doors, ways to school, who rings whom and when, police",
            "What did you try?",
            "What happened? What did you see or hear?",
            "What happens next, and who does it?",
            "When did you speak?",
            "Which designated teacher knows it now?",
            "Who rings by when, or why is it not needed?",
            "Why, or why not?",
            "Why?");

    private static final List<Diagram> DIAGRAMS = ModelFiles.diagrams();

    private record Source(Path file, String text) {}

    /** Of elements whose id begins with their type; the id of a user task is a word of its own. */
    @Test
    void theIdOfAnElementIsAConstantBesideItsDiagramsCode() {
        Set<String> ids = DIAGRAMS.stream()
                .flatMap(diagram -> diagram.model().getModelElementsByType(BaseElement.class).stream())
                .map(BaseElement::getId)
                .filter(id -> id != null && id.contains("_"))
                .collect(Collectors.toSet());
        String types = ids.stream()
                .map(id -> id.substring(0, id.indexOf('_')))
                .distinct()
                .collect(Collectors.joining("|", "(", ")_\\w+"));

        List<String> constants =
                constants(file -> file.toString().contains("/process/"), value -> value.matches(types));

        assertThat(texts(value -> value.matches(types))).isNotEmpty().containsExactlyInAnyOrderElementsOf(constants);
        assertThat(ids).containsAll(constants);
        assertThat(constants).doesNotHaveDuplicates();
    }

    @Test
    void messagesAndErrorsOfTheCodeAreThoseOfTheDiagrams() {
        Set<String> messages = DIAGRAMS.stream()
                .flatMap(diagram -> diagram.model().getModelElementsByType(Message.class).stream())
                .map(Message::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> names = new TreeSet<>(messages);
        DIAGRAMS.stream()
                .flatMap(diagram -> diagram.model().getModelElementsByType(Error.class).stream())
                .map(Error::getErrorCode)
                .forEach(names::add);
        String areas = names.stream()
                .filter(name -> name.contains("."))
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .collect(Collectors.joining("|", "(", ")\\.[a-z][A-Za-z]*"));

        List<String> constants = constants(file -> true, value -> value.matches(areas) || names.contains(value));

        // An error that only a diagram throws and catches needs no name in the code; every message is sent from there.
        assertThat(constants).doesNotHaveDuplicates().containsAll(messages);
        assertThat(names).containsAll(constants);
    }

    @Test
    void theProcessesThatTheCodeNamesAreThere() {
        Set<String> processes = DIAGRAMS.stream().map(Diagram::name).collect(Collectors.toSet());

        assertThat(processes)
                .containsAll(constants(
                        file -> file.endsWith("CaseNames.java") || file.endsWith("InformNames.java"),
                        value -> value.contains("-")))
                .containsAll(constants("PROCESS", source -> true));
    }

    /** Where only the work of a to-do knows its key, it stands there. */
    @Test
    void theKeyOfAToDoStandsInOnePlace() {
        Set<String> keys = DIAGRAMS.stream()
                .flatMap(diagram -> diagram.model().getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId)
                .collect(Collectors.toSet());

        assertThat(texts(
                        source -> !OTHER_WORDS.contains(
                                source.file().getFileName().toString()),
                        keys::contains))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(keys)
                .containsAll(
                        constants(file -> TO_DOS.contains(file.getFileName().toString()), value -> true));
    }

    /** What is read back out of the record is found by the question that it answered. */
    @Test
    void theQuestionsThatTheCodeReadsBackAreAsked() {
        Set<String> labels = ModelFiles.forms().stream()
                .flatMap(form -> form.content().findValuesAsText("label").stream())
                .collect(Collectors.toSet());

        assertThat(labels).containsAll(READ_BACK);
        assertThat(Set.copyOf(texts(READ_BACK::contains))).containsAll(READ_BACK);
    }

    private static List<String> constants(String name, Predicate<Source> where) {
        List<String> found = new ArrayList<>();
        for (Source source : sources()) {
            Matcher constant = CONSTANT.matcher(source.text());
            while (where.test(source) && constant.find()) {
                if (constant.group(1).equals(name)) {
                    found.add(constant.group(2));
                }
            }
        }
        assertThat(found).as(name).isNotEmpty();
        return found;
    }

    private static List<String> constants(Predicate<Path> where, Predicate<String> which) {
        return sources().stream()
                .filter(source -> where.test(source.file()))
                .flatMap(source -> CONSTANT.matcher(source.text()).results())
                .map(constant -> constant.group(2))
                .filter(which)
                .toList();
    }

    /** Everything in quotes anywhere in the product's code. */
    private static List<String> texts(Predicate<String> which) {
        return texts(source -> true, which);
    }

    private static List<String> texts(Predicate<Source> where, Predicate<String> which) {
        return sources().stream()
                .filter(where)
                .flatMap(source -> TEXT.matcher(source.text()).results())
                .map(text -> text.group(1))
                .filter(which)
                .toList();
    }

    private static List<Source> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Source> sources = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.add(new Source(file, Files.readString(file)));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
