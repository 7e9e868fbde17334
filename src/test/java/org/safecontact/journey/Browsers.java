package org.safecontact.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.safecontact.Patience;

/**
 * A real browser for the journeys, found without anybody's help: {@code CHROME_BIN}, an installed Chromium or Chrome,
 * Playwright's own download, or, on Debian as root, the distribution's package. A test class has one of its own:
 * {@code @RegisterExtension static final Browsers browsers = Browsers.forThisClass();}
 */
public final class Browsers implements AutoCloseable, AfterEachCallback, AfterAllCallback {

    /** How the people of this product see it: on the phone in the kitchen, and on the desk in the office. */
    public enum Screen {
        PHONE(390, 844),
        /** Between the two, held upright. */
        TABLET(820, 1180),
        DESK(1280, 800);

        private final int width;
        private final int height;

        /** The phone of whoever sits at a desk otherwise, and the desk of whoever has a phone. */
        Screen other() {
            return this == PHONE ? DESK : PHONE;
        }

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Chromium without a window around the page: each page costs it a good third less, but it tells nobody of anything new. */
    private static final String SHELL = "chromium-headless-shell";

    /** As a browser has it for whoever was not asked yet; the shell has refused before anybody asks. */
    private static final String NOT_ASKED_YET =
            "Object.defineProperty(Notification, 'permission', { get: () => 'default', configurable: true })";

    private static final List<String> PROGRAMS = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final Path PICTURES = Path.of("target", "screenshots");

    /** The guides of the product that is being built: packaged after the tests, they show it as it is. */
    private static final Path BUILT = Path.of("target/classes/static/safe-contact/pictures");

    /** The pictures of the guides, as people see them before they build the product. */
    private static final Path GUIDES = Path.of("src/main/resources/static/safe-contact/pictures");

    /** Where else people see pictures of the product before they build it. */
    private static final List<Path> SHOWN = List.of(GUIDES, Path.of("docs/pictures"));

    /** Where a browser may come from. */
    enum Source {
        INSTALLED {
            @Override
            Optional<Running> browser(boolean whole) {
                return installed(whole);
            }
        },
        DOWNLOADED {
            @Override
            Optional<Running> browser(boolean whole) {
                return downloaded();
            }
        },
        FROM_THE_DISTRIBUTION {
            @Override
            Optional<Running> browser(boolean whole) {
                return fromTheDistribution(whole);
            }
        };

        abstract Optional<Running> browser(boolean whole);
    }

    record Running(Playwright playwright, Browser browser) {}

    private final boolean whole;

    private Running running;

    private Browsers(boolean whole) {
        this.whole = whole;
        PlaywrightAssertions.setDefaultAssertionTimeout(Patience.LONGEST.toMillis());
    }

    /** Opens with the first window, closes after the last test of the class that registers it. */
    public static Browsers forThisClass() {
        return new Browsers(false);
    }

    /** The same, of a browser as people have it, with all that is around its pages. */
    public static Browsers wholeForThisClass() {
        return new Browsers(true);
    }

    /** @throws IllegalStateException when there is no browser and none can be had; says what to install */
    public static Browsers open() {
        Browsers browsers = new Browsers(false);
        browsers.browser();
        return browsers;
    }

    private Browser browser() {
        if (running == null) {
            running = found(source -> source.browser(whole));
        }
        return running.browser();
    }

    /**
     * The first that there is, in the order of the sources; no later one is asked.
     *
     * @throws IllegalStateException when there is none; says what to install
     */
    static <B> B found(Function<Source, Optional<B>> look) {
        return Stream.of(Source.values())
                .map(look)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium or Chrome: install one (on Debian: apt-get install chromium),"
                                + " or name the program in CHROME_BIN"));
    }

    /** A window of its own for one person, with nothing remembered from anybody else. */
    public Page window(Screen screen) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(screen.width, screen.height)
                        .setLocale(screen == Screen.DESK ? "en-US" : "en-GB") // as many office computers are set
                        .setTimezoneId("Europe/London")
                        .setHasTouch(screen != Screen.DESK));
        context.setDefaultTimeout(Patience.LONGEST.toMillis());
        if (!whole) {
            context.addInitScript(NOT_ASKED_YET);
        }
        return context.newPage();
    }

    /**
     * From a moment on no time passes for the page, however slow the machine is. The page's clock must have been installed; it cannot stop in what
     * is past by the time that it hears so.
     */
    public static void stopTheClock(Page page) {
        page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + 10_000);
    }

    /** Keeps what the person sees now under {@code target/screenshots}. */
    public static void picture(Page page, String name) {
        keep(page, new Page.ScreenshotOptions(), name);
    }

    /** Keeps all of a page, as far down as it goes. */
    public static void longPicture(Page page, String name) {
        keep(page, new Page.ScreenshotOptions().setFullPage(true), name);
    }

    /**
     * The guides show it, where they show one of that name, and it shows the same words as the one among the sources; with
     * {@code -Dsafe-contact.write-docs=true} it takes the place of that one, and of the README's.
     */
    private static void keep(Page page, Page.ScreenshotOptions options, String name) {
        String file = name + ".png";
        boolean written = Boolean.getBoolean("safe-contact.write-docs");
        boolean guided = Files.exists(GUIDES.resolve(file));
        if (written && guided) {
            ShownWords.keep(page, name);
        }
        byte[] picture = page.screenshot(options.setPath(PICTURES.resolve(file)));
        write(BUILT.resolve(file), picture);
        if (written) {
            SHOWN.forEach(shown -> write(shown.resolve(file), picture));
        } else if (guided) {
            ShownWords.areThoseOf(page, name);
        }
    }

    private static void write(Path shown, byte[] picture) {
        try {
            if (Files.exists(shown)) {
                Files.write(shown, picture);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What nobody looks at any more would go on asking for news. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (running != null) {
            running.browser().contexts().forEach(BrowserContext::close);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        if (running != null) {
            running.browser().close();
            running.playwright().close();
            running = null;
        }
    }

    private static Optional<Running> installed(boolean whole) {
        return Stream.of(
                        Stream.ofNullable(System.getenv("CHROME_BIN")),
                        whole ? Stream.<String>empty() : Stream.of(SHELL),
                        PROGRAMS.stream())
                .flatMap(Function.identity())
                .map(Browsers::locate)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Browsers::launch);
    }

    private static Running launch(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Running(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program)
                                .setArgs(FLAGS)));
    }

    private static Optional<Running> downloaded() {
        try {
            Playwright playwright = Playwright.create();
            return Optional.of(new Running(
                    playwright, playwright.chromium().launch(new BrowserType.LaunchOptions().setArgs(FLAGS))));
        } catch (PlaywrightException notToBeHad) {
            return Optional.empty();
        }
    }

    private static Optional<Running> fromTheDistribution(boolean whole) {
        if (!Files.exists(Path.of("/etc/debian_version")) || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        try {
            new ProcessBuilder("apt-get", "update").inheritIO().start().waitFor();
            new ProcessBuilder("apt-get", "install", "-y", "chromium")
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException notToBeHad) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return installed(whole);
    }

    private static Optional<Path> locate(String program) {
        if (program.contains("/")) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
