package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** WCAG 2.2 AA, as far as a machine can tell. */
public final class Wcag {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Wcag() {}

    /** @param page a window of {@link Browsers#windowForAxe} */
    public static void nothingToFind(Page page, String where) {
        List<Rule> found = new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(found)
                .as(where)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
