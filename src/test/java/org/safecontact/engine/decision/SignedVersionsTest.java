package org.safecontact.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.safecontact.engine.DecisionSignature;

/** Every table is signed as it stands, and a signature holds for nothing else. */
class SignedVersionsTest {

    private static final Path TABLES = Path.of("processes", "decisions");

    @Test
    void everyTableIsSignedAsItStands() throws Exception {
        SignedVersions list = list();
        try (Stream<Path> files = Files.list(TABLES)) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".dmn")).toList();
            assertThat(tables).isNotEmpty().allSatisfy(file -> {
                String key = file.getFileName().toString().replace(".dmn", "");
                byte[] content = Files.readAllBytes(file);
                Optional<SignedVersions.Signed> signed = list.of(key, content);
                assertThat(signed)
                        .as("have %s signed again: its SHA-256 is %s", key, SignedVersions.digest(content))
                        .isPresent();
                Decision table = Dmn.readModelFromFile(file.toFile()).getModelElementById(key);
                assertThat(signed.get().version()).isEqualTo(table.getVersionTag());
            });
        }
    }

    @Test
    void oneChangedWordIsUnsigned() throws Exception {
        String text = Files.readString(TABLES.resolve("risk-level.dmn"));
        assertThat(list().of("risk-level", text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        assertThat(list().of(
                                "risk-level",
                                text.replaceFirst("&lt; 13", "&lt; 12").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(list().of("who-to-tell", text.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void theSentenceSaysWhoOrThatNobodyHas() {
        assertThat(new DecisionSignature("risk-level", "1.0.0", Optional.of("Jo Lead"), LocalDate.of(2026, 3, 1), false)
                        .sentence())
                .isEqualTo("signed by Jo Lead on 1 March 2026");
        assertThat(new DecisionSignature("risk-level", "1.0.0", Optional.of("Jo Lead"), LocalDate.of(2026, 3, 1), true)
                        .sentence())
                .isEqualTo("signed as a demonstration only by Jo Lead on 1 March 2026");
        assertThat(new DecisionSignature("risk-level", "1.0.0", Optional.empty(), null, false).sentence())
                .isEqualTo("nobody has signed this version yet");
    }

    private static SignedVersions list() throws Exception {
        try (InputStream yaml = Files.newInputStream(TABLES.resolve("signed.yaml"))) {
            return SignedVersions.read(yaml);
        }
    }
}
