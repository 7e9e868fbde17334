package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.safecontact.Patience;

/**
 * The words of each screen that a guide has a picture of, kept beside the tests: a guide whose picture shows what nobody sees any more is noticed.
 * Numbers and lengths of time are left out.
 */
final class ShownWords {

    static final Path KEPT = Path.of("src/test/resources/pictures");

    /** So many looks in a row show the same when nothing more is drawn. */
    private static final int STILL = 6;

    /** Milliseconds between two looks. */
    private static final int BETWEEN = 250;

    /** Looks until everything is drawn. */
    private static final long LOOKS = Patience.LONGEST.toMillis() / BETWEEN;

    /** What can be read on the screen; nothing that was typed, and nothing that comes and goes by itself. */
    private static final String READ = """
            () => {
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const words = [];
              while (texts.nextNode()) {
                const { data, parentElement: within } = texts.currentNode;
                const passing = within.closest('script, style, textarea, .sc-voice, .sc-kept, .sc-count, .page-notifications');
                if (data.trim() && !passing && within.checkVisibility({ visibilityProperty: true })) {
                  words.push(data.trim().replace(/\\s+/g, ' '));
                }
              }
              return words.join('\\n') + '\\n';
            }
            """;

    private static final Pattern LONG = Pattern.compile("\\b(an?|\\d+) (second|minute|hour|day)s?\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private ShownWords() {}

    /** @throws AssertionError when the picture of this name among the sources shows other words than the screen does now */
    static void areThoseOf(Page page, String picture) {
        List<String> kept = read(file(picture));
        List<String> seen = lines(onScreen(page));
        for (int looks = 0; looks < LOOKS && !seen.equals(kept); looks++) {
            page.waitForTimeout(BETWEEN);
            seen = lines(onScreen(page));
        }
        assertThat(seen)
                .as(
                        "The picture %s in the guides shows another screen than this. Look at the one in target/screenshots,"
                                + " and keep it: the same test with -Dsafe-contact.write-docs=true".formatted(picture))
                .containsExactlyInAnyOrderElementsOf(kept);
    }

    /** Keeps the words of the screen as soon as nothing more is drawn. */
    static void keep(Page page, String picture) {
        String seen = onScreen(page);
        for (int still = 0, looks = 0; still < STILL && looks < LOOKS; looks++) {
            page.waitForTimeout(BETWEEN);
            String now = onScreen(page);
            still = now.equals(seen) ? still + 1 : 0;
            seen = now;
        }
        try {
            Files.createDirectories(KEPT);
            Files.writeString(file(picture), seen);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String onScreen(Page page) {
        String words = (String) page.evaluate(READ);
        return NUMBER.matcher(LONG.matcher(words).replaceAll("a while")).replaceAll("#");
    }

    private static Path file(String picture) {
        return KEPT.resolve(picture + ".txt");
    }

    private static List<String> read(Path file) {
        try {
            return lines(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In no order: what is due at the same moment stands as it comes. */
    private static List<String> lines(String words) {
        return words.lines().sorted().toList();
    }
}
