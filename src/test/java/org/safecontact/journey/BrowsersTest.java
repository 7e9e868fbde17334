package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safecontact.journey.Browsers.Source;

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

    @Test
    void takesTheFirstThatThereIsAndAsksForNoOther() {
        List<Source> asked = new ArrayList<>();
        String browser = Browsers.found(source -> {
            asked.add(source);
            return source == Source.DOWNLOADED ? Optional.of("downloaded") : Optional.empty();
        });
        assertThat(browser).isEqualTo("downloaded");
        assertThat(asked).containsExactly(Source.INSTALLED, Source.DOWNLOADED);
    }

    @Test
    void whereThereIsNoneItSaysWhatToInstall() {
        List<Source> asked = new ArrayList<>();
        assertThatThrownBy(() -> Browsers.found(source -> {
                    asked.add(source);
                    return Optional.empty();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("apt-get install chromium", "CHROME_BIN");
        assertThat(asked).containsExactly(Source.INSTALLED, Source.DOWNLOADED, Source.FROM_THE_DISTRIBUTION);
    }
}
