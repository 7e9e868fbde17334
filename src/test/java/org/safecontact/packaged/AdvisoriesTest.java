package org.safecontact.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecontact.packaged.Advisories.Advisory;
import org.safecontact.packaged.Advisories.Answer;

/** Somebody has looked lately at what is known against the parts that we ship, and every one of it has an answer. */
class AdvisoriesTest {

    private static final Advisories ADVISORIES = Advisories.in(Path.of("src/test/resources/advisories.yaml"));
    private static final Path DOCUMENT = Path.of("docs/advisories.md");
    private static final String WRITE = "safe-contact.write-docs";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final List<String> READ = List.of("https://example.org");

    @Test
    void somebodyHasLookedLatelyAndEveryAdvisoryHasItsAnswer() {
        assertThat(ADVISORIES.broken(LocalDate.now(ZoneOffset.UTC))).isEmpty();
    }

    @Test
    void theDocumentSaysTheSame() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(DOCUMENT, ADVISORIES.document());
        }
        assertThat(DOCUMENT)
                .as("docs/advisories.md differs from advisories.yaml; write it again with"
                        + " ./mvnw test -Dtest=AdvisoriesTest -D" + WRITE + "=true")
                .hasContent(ADVISORIES.document());
    }

    @Test
    void sixtyDaysAreEnoughAndOneMoreIsTooMany() {
        Advisories looked = new Advisories(DAY, List.of(), Map.of());

        assertThat(looked.broken(DAY.plusDays(60))).isEmpty();
        assertThat(looked.broken(DAY.plusDays(61)))
                .singleElement()
                .asString()
                .contains("61 days", "take newer versions or write our answers", "docs/house.md");
        assertThat(looked.broken(DAY.minusDays(1)))
                .containsExactly("\"looked\" is a day that has not come yet: 2026-11-27");
    }

    @Test
    void aBadAnswerIsNoticedAtEveryPoint() {
        Advisories bad = new Advisories(
                DAY,
                List.of(
                        new Advisory(null, null, " ", null, null, null, null, null),
                        new Advisory(
                                List.of("CVE-26-1", "GHSA-aaaa-bbbb-cccc"),
                                List.of("a:a"),
                                "This",
                                Answer.fixed,
                                null,
                                List.of("packaged.AdvisoriesTest#theDocumentSaysTheSame"),
                                "Because",
                                READ),
                        new Advisory(
                                List.of("GHSA-aaaa-bbbb-cccc"),
                                List.of("a:a"),
                                "This",
                                Answer.guarded,
                                "1.0",
                                List.of("packaged.AdvisoriesTest#nothing", "packaged.KilledIT#x"),
                                "Because",
                                List.of("a book")),
                        new Advisory(
                                List.of("CVE-2026-0001"),
                                List.of("a:a"),
                                "This",
                                Answer.guarded,
                                null,
                                null,
                                "Because",
                                READ),
                        new Advisory(
                                List.of("CVE-2026-0002"),
                                List.of("a:a"),
                                "This",
                                Answer.unreachable,
                                null,
                                null,
                                null,
                                READ)),
                Map.of());

        assertThat(bad.broken(DAY))
                .containsExactlyInAnyOrder(
                        "An advisory without a number needs its number",
                        "An advisory without a number does not say which part it is in",
                        "An advisory without a number does not say what it is",
                        "An advisory without a number does not say where it can be read",
                        "An advisory without a number has no answer: fixed, guarded or unreachable",
                        "An advisory without a number says why it does no harm unless it is fixed",
                        "CVE-26-1, GHSA-aaaa-bbbb-cccc has no such number: CVE-26-1",
                        "CVE-26-1, GHSA-aaaa-bbbb-cccc says since when it is fixed if it is, and only then",
                        "CVE-26-1, GHSA-aaaa-bbbb-cccc says why it does no harm unless it is fixed",
                        "CVE-26-1, GHSA-aaaa-bbbb-cccc names the tests that guard it if any do, and only then",
                        "GHSA-aaaa-bbbb-cccc says since when it is fixed if it is, and only then",
                        "GHSA-aaaa-bbbb-cccc does not say where it can be read",
                        "GHSA-aaaa-bbbb-cccc names a test that does not run: packaged.AdvisoriesTest#nothing",
                        "GHSA-aaaa-bbbb-cccc names a test that does not run: packaged.KilledIT#x",
                        "CVE-2026-0001 names the tests that guard it if any do, and only then",
                        "CVE-2026-0002 says why it does no harm unless it is fixed",
                        "GHSA-aaaa-bbbb-cccc stands here twice");
    }

    @Test
    void whatIsShippedIsWhatWasLookedAt() {
        Advisories looked = new Advisories(
                DAY,
                List.of(
                        new Advisory(
                                List.of("CVE-2026-0001"),
                                List.of("a:changed", "a:same"),
                                "This",
                                Answer.fixed,
                                "1.9",
                                null,
                                null,
                                READ),
                        new Advisory(
                                List.of("CVE-2026-0002"),
                                List.of("a:gone"),
                                "That",
                                Answer.unreachable,
                                null,
                                null,
                                "Because",
                                READ)),
                Map.of("a:same", "1.8", "a:changed", "1.9", "a:gone", "1.0"));

        assertThat(looked.brokenBy(Map.of("a:same", "1.8", "a:changed", "1.10", "a:new", "3")))
                .containsExactly(
                        "a:changed is 1.10 now and was last looked at as 1.9: look for its advisories, then write the"
                                + " version here",
                        "a:gone is not shipped any more: take it out here",
                        "a:new is 3 now and was never looked at: look for its advisories, then write the version here",
                        "CVE-2026-0001 is fixed since a:same 1.9, and 1.8 is shipped: take a newer one",
                        "CVE-2026-0002 is said to be in a:gone, which is not shipped: take it out");
    }
}
