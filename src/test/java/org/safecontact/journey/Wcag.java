package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** WCAG 2.2 AA, as far as a machine can tell. */
public final class Wcag {

    /** Only what is found: what is well is a long list that nobody reads. */
    private static final String LOOK = """
            () => axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
                resultTypes: ['violations'],
            }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))""";

    private Wcag() {}

    public static void nothingToFind(Page page, String where) {
        if (Boolean.TRUE.equals(page.evaluate("!window.axe?.run"))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        assertThat((List<?>) page.evaluate(LOOK)).as(where).isEmpty();
    }
}
