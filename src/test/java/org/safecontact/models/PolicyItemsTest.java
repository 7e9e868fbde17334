package org.safecontact.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safecontact.models.PolicyItems.Item;
import org.safecontact.models.PolicyItems.State;

/** Every point of the policy stands in {@code policy-items.yaml}, shown by tests that run or open. */
class PolicyItemsTest {

    private static final PolicyItems ITEMS = PolicyItems.in(Path.of("src/test/resources/policy-items.yaml"));
    private static final Path DOCUMENT = Path.of("docs/policy-coverage.md");
    private static final String WRITE = "safe-contact.write-docs";

    @Test
    void everyPointIsThereAndEveryTestNamedRuns() {
        assertThat(PolicyItems.ids()).hasSize(88).startsWith("0", "1.1").endsWith("12.5");
        assertThat(ITEMS.broken()).isEmpty();
    }

    @Test
    void theDocumentSaysTheSame() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(DOCUMENT, ITEMS.document());
        }
        assertThat(DOCUMENT)
                .as("docs/policy-coverage.md differs from policy-items.yaml; write it again with"
                        + " ./mvnw test -Dtest=PolicyItemsTest -D" + WRITE + "=true")
                .hasContent(ITEMS.document());
    }

    @Test
    void whatIsOpenSaysNotYet() {
        String page = new PolicyItems(List.of(
                        new Item("0", "This", List.of(), State.open),
                        new Item("1.1", "That", List.of("models.PolicyItemsTest#whatIsOpenSaysNotYet"), State.shown)))
                .document();

        assertThat(page)
                .contains(
                        "Shown: 1 of 2.",
                        "| 0 | This | *not yet* |",
                        "| 1.1 | That | `models.PolicyItemsTest#whatIsOpenSaysNotYet` |");
    }

    @Test
    void aBadFileIsNoticedAtEveryPoint() {
        PolicyItems bad = new PolicyItems(List.of(
                new Item("0", " ", List.of(), State.shown),
                new Item("0", "This", List.of("models.PolicyItemsTest#nothing", "models.NoSuchTest#a"), State.shown),
                new Item("1.7", "That", List.of("packaged.KilledIT#comesUpAtTheFirstTry"), State.open)));

        assertThat(bad.broken())
                .contains(
                        "1.1 is missing",
                        "12.5 is missing",
                        "1.7 is no point of the policy",
                        "0 stands here twice",
                        "0 does not say what it asks",
                        "0 is shown with 0 tests",
                        "1.7 is open with 1 tests",
                        "0 names a test that does not run: models.PolicyItemsTest#nothing",
                        "0 names a test that does not run: models.NoSuchTest#a",
                        "1.7 names a test that does not run: packaged.KilledIT#comesUpAtTheFirstTry")
                .hasSize(95);
    }
}
