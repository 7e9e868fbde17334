package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class BrowsersTest {

    @Test
    void findsABrowserAndOpensAWindowAsWideAsAPhone() {
        try (Browsers browsers = Browsers.open()) {
            Page page = browsers.window(Browsers.Screen.PHONE);
            page.setContent("<p>In danger now? 999</p>");

            assertThat(page.innerText("p")).isEqualTo("In danger now? 999");
            assertThat(page.evaluate("window.innerWidth")).isEqualTo(390);
        }
    }
}
