package org.safecontact.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every to-do of every diagram belongs to a policy (policy, section 12), and the table names no to-do that is none. */
class PoliciesOfToDosTest {

    private static final Map<String, List<String>> TABLE = table();

    @Test
    void everyToDoBelongsToAPolicyAndNothingElseDoes() {
        Set<String> toDos = ModelFiles.diagrams().stream()
                .flatMap(diagram -> diagram.model().getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId)
                .collect(Collectors.toSet());
        assertThat(TABLE.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()))
                .as("src/main/resources/policy/to-dos.yaml")
                .containsExactlyInAnyOrderElementsOf(toDos);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contactAndFamilyTime | askForContact, decideContact, askLegalAdvice, checkOrder, keepPlan, readPlan
            onlineSafety | reviewOnlineSafety, proposeRestriction, authoriseRestriction, ratifyRestriction, reviewRestriction
            safeguarding | reportContact, acknowledge, callPolice, assessEscalation, secondSignature, decideAboutNamed
            saferCare | reviewSaferCarePlan, signOffSaferCarePlan
            recordingAndReporting | completeRecord, helpWithRecord
            """)
    void asThePolicySays(String policy, String toDos) {
        assertThat(TABLE.get(policy)).contains(toDos.split(", "));
    }

    private static Map<String, List<String>> table() {
        try {
            return new YAMLMapper()
                    .readValue(Path.of("src/main/resources/policy/to-dos.yaml").toFile(), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
