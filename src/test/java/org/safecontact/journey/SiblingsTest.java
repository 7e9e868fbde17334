package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A journey that touches more than one child of a home. */
@Journey
@Import(Windows.class)
class SiblingsTest {

    @Autowired
    private Evening evening;

    @Autowired
    private Windows windows;

    @Test
    void twoChildrenOneAddress() {
        evening.begins("2026-11-25T10:00");
        String first = evening.reports(
                "carer1",
                with(
                        nothingWorrying("C1"),
                        "otherChildren",
                        List.of("C2"),
                        "contactKind",
                        "sharedInformation",
                        "disclosed",
                        List.of("address"),
                        "personRisk",
                        "unknown",
                        "whatHappened",
                        "Our address stands under a public post."));
        String second = theOther(first);
        assertThat(evening.level(first)).isEqualTo("HIGH");
        assertThat(evening.level(second)).isEqualTo("HIGH");
        assertThat(evening.linesOf(second, "ssw1"))
                .filteredOn(line -> line.title().equals("The same contact touches another child of the home"))
                .singleElement()
                .satisfies(line -> assertThat(line.says()).isEqualTo("First reported as: " + first));
        assertThat(evening.linesOf(first, "ssw1"))
                .filteredOn(line -> line.title().equals("The same contact touches another child of the home"))
                .singleElement()
                .satisfies(line -> assertThat(line.says()).isEqualTo("Also reported as: " + second));
        assertThat(about(first)).isEqualTo("C1 (Kingfisher)");
        assertThat(about(second)).isEqualTo("C2 (Wren)");

        eachIsAnsweredOnItsOwn(first, second);
        theAuthorityHears(first, "Northshire", "Kit Placer", "01632 960201", "Southmere", "Lee Placer");
        theAuthorityHears(second, "Southmere", "Lee Placer", "01632 960301", "Northshire", "Kit Placer");
        readsOnlyTheOwnChild("childsw1", first, second, "C2", "Wren");
        readsOnlyTheOwnChild("childsw2", second, first, "C1", "Kingfisher");
        findsTheOwnChildOnTheirScreen(first, second);
    }

    private void findsTheOwnChildOnTheirScreen(String own, String other) {
        Page lists = windows.deskOf("childsw1").page();
        Page cases = lists.waitForPopup(
                () -> lists.getByText("My reports and open cases").click());
        PlaywrightAssertions.assertThat(cases.locator("main")).containsText("C1 (Kingfisher)");
        PlaywrightAssertions.assertThat(cases.locator("main")).not().containsText(other);
        cases.getByText(own).click();
        PlaywrightAssertions.assertThat(cases.locator("main")).containsText("C1 (Kingfisher)");
        Browsers.picture(cases, "childsw1-case");
    }

    private String theOther(String first) {
        Set<String> references = new TreeSet<>();
        Visitor worker = evening.as("ssw1");
        for (Visitor.Todo todo : worker.todos()) {
            references.add(listed(worker, todo).path("reference").asText());
        }
        assertThat(references).hasSize(2).contains(first);
        references.remove(first);
        return references.iterator().next();
    }

    private String about(String reference) {
        return listed(evening.as("ssw1"), evening.todo("ssw1", reference, "acknowledge"))
                .path("child")
                .asText();
    }

    private static JsonNode listed(Visitor visitor, Visitor.Todo todo) {
        return visitor.post("/safe-contact/api/todos", Map.of("ids", List.of(todo.id())))
                .body()
                .path(0);
    }

    private void eachIsAnsweredOnItsOwn(String first, String second) {
        evening.at("2026-11-25T10:10");
        Map<String, Object> answer = with(
                UrgentEveningsTest.spoken("2026-11-25T10:08"), "police", "notNeeded", "policeHow", "Nobody is near.");
        evening.complete("ssw1", first, "acknowledge", answer);
        assertThat(evening.todosOf("ssw1", second)).contains("acknowledge");
        evening.complete("ssw1", second, "acknowledge", answer);
    }

    private void theAuthorityHears(
            String reference, String authority, String worker, String telephone, String... notThese) {
        Visitor.Todo call = evening.todo("ssw1", reference, "tellByTelephone");
        assertThat(evening.as("ssw1").formData(call).toString())
                .contains(authority, worker, telephone)
                .doesNotContain(notThese);
        evening.complete(
                "ssw1",
                reference,
                "tellByTelephone",
                Map.of(
                        "reachedWhom", "childsSocialWorker",
                        "whoAnswered", worker,
                        "when", "2026-11-25T10:09",
                        "whatWasSaid", "The address got out."));
    }

    private void readsOnlyTheOwnChild(String worker, String own, String other, String... notThese) {
        assertThat(evening.recordOf(own, worker).toString()).doesNotContain(notThese);
        for (String path : List.of(
                "/safe-contact/api/cases/" + other + "/record",
                "/safe-contact/cases/" + other + "/record",
                "/safe-contact/api/evidence/" + other,
                "/safe-contact/cases/" + other + "/police")) {
            assertThat(evening.as(worker).get(path).status())
                    .as("%s reads %s", worker, path)
                    .isEqualTo(404);
        }
        assertThat(evening.todosOf(worker, other)).isEmpty();
    }
}
