package org.safecontact.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.safecontact.journey.Windows.Hands;

/** One person's own window at Tasklist: what there is to press, to choose, to type and to read. */
public final class TasklistWindow {

    private static final String FORM = ".task-card .fjs-container";

    private final Page page;
    private final String user;
    private final String address;
    private final Hands hands;

    private TasklistWindow(Page page, int port, String user, Hands hands) {
        this.page = page;
        this.user = user;
        this.hands = hands;
        this.address = "http://127.0.0.1:" + port + "/camunda/app/tasklist/default/";
    }

    /** Somebody opens Tasklist in this window and logs in with the demo password. */
    public static TasklistWindow loggedIn(Page page, int port, String user) {
        return loggedIn(page, port, user, Hands.AS_USUAL);
    }

    static TasklistWindow loggedIn(Page page, int port, String user, Hands hands) {
        TasklistWindow window = new TasklistWindow(page, port, user, hands);
        page.navigate(window.address);
        window.login();
        window.listsAreThere();
        return window;
    }

    /** Logs in on the login page that stands there. */
    public void login() {
        page.getByPlaceholder("Your login name").fill(user);
        page.getByPlaceholder("Your password").fill("Demo-contact-1");
        button("Log in").click();
    }

    private void listsAreThere() {
        shows(button("Report contact"), "Report contact");
        shows(page.locator(".task-filters .item").first(), "lists");
        assertThat(page.locator("body.sc-beginning")).hasCount(0);
        nothingLoads();
    }

    /** Keeps a picture of the screen where it is missing: what stood there instead says why. */
    private void shows(Locator expected, String name) {
        try {
            assertThat(expected).isVisible();
        } catch (AssertionError missing) {
            Browsers.longPicture(page, "without-" + name.replaceAll("[^A-Za-z0-9]+", "-"));
            throw missing;
        }
    }

    private void nothingLoads() {
        assertThat(page.getByText("One moment…").filter(visible())).hasCount(0);
        assertThat(page.locator(".sc-card:empty")).hasCount(0);
    }

    /** The browser page itself, for what this class has no word for. */
    public Page page() {
        return page;
    }

    /** Comes back to the window later and sees the lists as they are now. */
    public void comeBack() {
        page.navigate("about:blank");
        page.navigate(address);
        Locator asked = page.getByPlaceholder("Your login name");
        assertThat(asked.or(button("Report contact")).first()).isVisible();
        if (asked.isVisible()) {
            login(); // nobody sat at the screen meanwhile
        }
        listsAreThere();
    }

    public void reportContact() {
        button("Report contact").click();
        assertThat(page.locator(FORM)).isVisible();
    }

    /** Chooses one of the prepared lists. */
    public void list(String name) {
        if (page.locator(".sc-back").isVisible()) {
            page.locator(".sc-back").click();
        }
        if (page.locator("body.filters-column-close").count() > 0) {
            page.getByLabel("Fold or unfold: names of the lists").click();
        }
        page.locator(".task-filters")
                .getByText(Pattern.compile("^\\s*" + literally(name)))
                .first()
                .click();
    }

    /** What a list shows of one to-do. */
    public Locator todo(String name) {
        return page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(name).setExact(true))));
    }

    public void open(String list, String todo) {
        list(list);
        todo(todo).first().getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator(".task-card h2")).hasText(todo);
        assertThat(page.locator(FORM)).isVisible();
    }

    /** Presses I've got this, so that the form can be answered. */
    public void take() {
        page.locator(".task-card .claim").click();
        assertThat(page.locator(".task-card .disabled-form")).hasCount(0);
    }

    public void tab(String name) {
        page.locator(".task-card .nav-tabs")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** One question of the open form with everything that belongs to it. */
    public Locator question(String words) {
        Locator label = page.locator(".fjs-form-field-label:first-child")
                .filter(new Locator.FilterOptions()
                        .setHasText(Pattern.compile("^\\s*" + literally(words) + "\\s*\\*?\\s*$")));
        return page.locator(FORM + " .fjs-form-field")
                .filter(new Locator.FilterOptions().setHas(label))
                .first();
    }

    /** Ticks these answers of a question, or chooses the one from its drop-down list. */
    public void choose(String question, String... answers) {
        Locator field = question(question);
        Locator dropDown = field.locator(".fjs-select-display, .fjs-select-placeholder");
        for (String answer : answers) {
            if (dropDown.count() > 0) {
                field.locator(".fjs-input-group").click();
                field.getByText(answer, new Locator.GetByTextOptions().setExact(true))
                        .last()
                        .click();
            } else {
                Locator box = field.getByLabel(answer, new Locator.GetByLabelOptions().setExact(true));
                field.getByText(answer, new Locator.GetByTextOptions().setExact(true))
                        .click();
                assertThat(box).isChecked();
            }
        }
    }

    /** Ticks a box that stands alone. */
    public void tick(String words) {
        page.locator(FORM)
                .getByText(words, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(FORM).getByLabel(words, new Locator.GetByLabelOptions().setExact(true)))
                .isChecked();
    }

    /** Gives an answer and sends it with one tap. */
    void tap(String answer) {
        page.locator(FORM)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(answer).setExact(true))
                .click();
        see("Thank you");
    }

    public void type(String question, String words) {
        Locator box = question(question).locator("textarea, input");
        box.click();
        box.fill(words);
    }

    /** Types a day where no time is asked. */
    public void type(String question, LocalDate day) {
        Locator box = question(question).locator(".fjs-datepicker .fjs-input");
        shownFor(box);
        box.fill(day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        box.press("Enter");
        drawn();
        assertThat(box).hasValue(day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
    }

    /** Types a day and a time as people in England see them, for example {@code 2026-11-28T22:38}. */
    public void type(String question, LocalDateTime moment) {
        Locator field = question(question);
        Locator day = field.locator(".fjs-datepicker .fjs-input");
        shownFor(day);
        day.fill(moment.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        day.press("Enter");
        drawn();
        Locator time = field.locator(".fjs-timepicker input");
        time.fill(moment.format(DateTimeFormatter.ofPattern("HH:mm")));
        drawn();
        time.press("Tab");
        drawn();
        assertThat(day).hasValue(moment.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        assertThat(time).hasValue(moment.format(DateTimeFormatter.ofPattern("HH:mm")));
    }

    /** A question that has just appeared gets its calendar one drawing later. */
    private void shownFor(Locator box) {
        box.waitFor();
        drawn();
    }

    /** Lets the page draw what was typed before the next key, as no hand is faster than a screen. */
    private void drawn() {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /** Presses Send and reads the thanks. */
    public void send() {
        pressSend();
        see("Thank you");
    }

    public void pressSend() {
        page.locator(".task-card .form-actions .btn-primary").click();
    }

    /** Reads these words somewhere on the screen. */
    public void see(String... words) {
        for (String each : words) {
            shows(page.getByText(each).filter(visible()).first(), each);
        }
    }

    public void notSee(String... words) {
        for (String each : words) {
            assertThat(page.getByText(each).filter(visible())).hasCount(0);
        }
    }

    /** Keeps what the person sees now. */
    public void picture(String name) {
        nothingLoads();
        Browsers.picture(page, hands.look(page, name));
    }

    /** From now on each press of a finger is counted. */
    public void countTaps() {
        page.evaluate("() => { window.taps = 0; addEventListener('pointerdown', () => window.taps++, true); }");
    }

    public int taps() {
        return ((Number) page.evaluate("window.taps")).intValue();
    }

    /** How many screens the open form or tab is high, from the first line to the last. */
    public double screens() {
        int height = page.viewportSize().height;
        return (height + hidden()) / (double) height;
    }

    private int hidden() {
        Number hidden = (Number) page.evaluate("Math.max(...[...document.querySelectorAll('*')]"
                + ".map(each => each.clientHeight > 100 ? each.scrollHeight - each.clientHeight : 0), 0)");
        return hidden.intValue();
    }

    /** Keeps everything that the person sees when scrolling through the open form or tab. */
    public void longPicture(String name) {
        nothingLoads();
        ViewportSize size = page.viewportSize();
        page.setViewportSize(size.width, size.height + hidden());
        Browsers.picture(page, hands.look(page, name));
        page.setViewportSize(size.width, size.height);
    }

    /** Keeps all of a page that was opened from here. */
    void longPictureOf(Page opened, String name) {
        Browsers.longPicture(opened, hands.look(opened, name));
    }

    /** The browser's own regular expressions know no {@code \Q…\E}. */
    private static String literally(String words) {
        return words.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }

    private static Locator.FilterOptions visible() {
        return new Locator.FilterOptions().setVisible(true);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
