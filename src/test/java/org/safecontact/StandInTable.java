package org.safecontact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;

/** Decision tables that stand in for the agency's own while a test looks. */
public final class StandInTable {

    private static final String NO_ANSWER = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="broken" name="broken" namespace="broken">
              <decision id="%s" name="Broken" camunda:historyTimeToLive="1">
                <variable id="other" name="other"/>
                <literalExpression id="nonsense" expressionLanguage="feel"><text>1</text></literalExpression>
              </decision>
            </definitions>""";

    private StandInTable() {}

    /** While the table gives no answer, whatever it is asked. */
    public static void whileBroken(RepositoryService repository, String key, Runnable look) {
        during(repository, key, NO_ANSWER.formatted(key), look);
    }

    /** While the table is a version that nobody has signed, and says the same. */
    public static void whileUnsigned(RepositoryService repository, String key, Runnable look) {
        whileChanged(
                repository, key, table -> table.replaceFirst("versionTag=\"[^\"]+\"", "versionTag=\"9.9.9\""), look);
    }

    /** While the table has a change that nobody has signed. */
    public static void whileChanged(
            RepositoryService repository, String key, UnaryOperator<String> change, Runnable look) {
        try {
            String own = Files.readString(Path.of("processes", "decisions", key + ".dmn"));
            during(repository, key, change.apply(own), look);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void during(RepositoryService repository, String key, String content, Runnable look) {
        String deployment = repository
                .createDeployment()
                .name("stand-in")
                .addString(key + ".dmn", content)
                .deploy()
                .getId();
        try {
            look.run();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }
}
