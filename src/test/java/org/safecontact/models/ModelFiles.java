package org.safecontact.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The files that say what happens, who decides and what people fill in, as they lie in the repository. */
final class ModelFiles {

    static final Path PROCESSES = Path.of("processes");
    static final Path DECISIONS = PROCESSES.resolve("decisions");
    static final Path FORMS = Path.of("forms");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One process: its file name without the ending, and its model. */
    record Diagram(String name, BpmnModelInstance model) {

        Process process() {
            return model.getModelElementsByType(Process.class).iterator().next();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** One decision: its file name without the ending, and its model. */
    record Decision(String name, DmnModelInstance model) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** One form: its file name without the ending, and its content. */
    record Form(String name, JsonNode content) {

        @Override
        public String toString() {
            return name;
        }
    }

    private ModelFiles() {}

    static List<Diagram> diagrams() {
        return diagrams(PROCESSES);
    }

    static List<Diagram> diagrams(Path folder) {
        return files(folder, ".bpmn").stream()
                .map(file -> new Diagram(name(file), Bpmn.readModelFromFile(file.toFile())))
                .toList();
    }

    static List<Decision> decisions() {
        return files(DECISIONS, ".dmn").stream()
                .map(file -> new Decision(name(file), Dmn.readModelFromFile(file.toFile())))
                .toList();
    }

    static List<Form> forms() {
        return files(FORMS, ".form").stream()
                .map(file -> new Form(name(file), read(file)))
                .toList();
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " is not readable as JSON", unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        String full = file.getFileName().toString();
        return full.substring(0, full.lastIndexOf('.'));
    }
}
