package org.safecontact.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/processes.md} says what the diagrams say. */
class ProcessesDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/processes.md");
    private static final String WRITE = "safe-contact.write-docs";

    @Test
    void isWhatTheDiagramsSay() throws IOException {
        String asDrawn = new ProcessesDocument().of(ModelFiles.diagrams());
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, asDrawn);
        }
        assertThat(DOCUMENT)
                .as("docs/processes.md differs from the diagrams; write it again with"
                        + " ./mvnw test -Dtest=ProcessesDocumentTest -D" + WRITE + "=true")
                .hasContent(asDrawn);
    }

    @Test
    void itIsWrittenForPeopleWhoHaveNeverReadCode() {
        String document = new ProcessesDocument().of(ModelFiles.diagrams());
        assertThat(document).doesNotContain("null", "${", " *;", " * |").doesNotContainPattern("\\b[a-z]+[A-Z]\\w*");
    }

    @Test
    void promisesComeFromTheCommentsOfWhatIsCalled() {
        assertThat(new Promises().of("${unknown.thing(execution)}")).isEmpty();
    }
}
