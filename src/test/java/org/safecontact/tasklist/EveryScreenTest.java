package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.engine.EngineTest;
import org.safecontact.engine.FormProcess;
import org.safecontact.engine.LeakWork;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Wcag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** WCAG 2.2 AA on a phone, by keyboard and much enlarged, for every form with every question that it can ask, each guide, and every page that says no. */
@EngineTest
class EveryScreenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern KNOWN = Pattern.compile("\\{\\{(\\w+)}}");

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private FormProcess process;

    @Autowired
    private LeakWork work;

    @Autowired
    private TaskService tasks;

    @Test
    void nothingKeepsAnybodyOut() throws IOException {
        Page phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "duty1")
                .page();
        phone.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        SoftAssertions all = new SoftAssertions();
        for (Path file : forms()) {
            String form = file.getFileName().toString().replace(".form", "");
            all.check(() -> {
                theWholeForm(phone, form, Files.readString(file));
                nothingIsWiderThan(phone, form);
                phone.setViewportSize(320, 640); // 1280 x 800 at 400 %
                nothingIsWiderThan(phone, form + " at 400 %");
                phone.setViewportSize(390, 844);
                Wcag.nothingToFind(phone, form);
                everyAnswerIsReachedByKeyboard(phone, form);
                assertThat((List<?>) phone.evaluate(AccessibilityTest.MOVES))
                        .as(form)
                        .isEmpty();
            });
        }
        for (String page : List.of(
                "guide/carer",
                "guide/worker",
                "guide/duty",
                "guide/manager",
                "guide/authority",
                "guide/administrator",
                "c/INC-2020-000001",
                "nothing/here")) {
            all.check(() -> {
                phone.navigate("http://127.0.0.1:" + port + "/safe-contact/" + page);
                assertThat(phone.locator("h1")).isVisible();
                assertThat(phone.locator(".demonstration")).isVisible();
                Browsers.longPicture(phone, "page-" + page.replace('/', '-') + "-phone");
                nothingIsWiderThan(phone, page);
                Wcag.nothingToFind(phone, page);
            });
        }
        all.assertAll();
    }

    private void theWholeForm(Page phone, String name, String file) throws IOException {
        JsonNode form = JSON.readTree(file);
        Set<String> options = new HashSet<>();
        form.findParents("valuesKey")
                .forEach(list -> options.add(list.path("valuesKey").asText()));
        form.findParents("conditional").forEach(asked -> ((ObjectNode) asked).remove("conditional"));
        work.reset();
        work.showOptions(List.copyOf(options));
        work.showWords(
                KNOWN.matcher(file).results().map(known -> known.group(1)).toList());
        Task task = process.open(name, form.toString());
        tasks.setAssignee(task.getId(), "duty1");
        phone.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/#/?task=" + task.getId());
        assertThat(phone.locator(".task-card h2.task")).hasText(name);
        assertThat(phone.locator(".task-card .form-actions .btn-primary")
                        .or(phone.locator(".sc-taps"))
                        .first())
                .isAttached();
        assertThat(phone.locator(".task-card .fjs-container .fjs-form-field").last())
                .isVisible();
        assertThat(phone.locator(".task-card .disabled-form")).hasCount(0);
        int height = ((Number) phone.evaluate("Math.max(...[...document.querySelectorAll('*')]"
                        + ".map(each => each.clientHeight > 100 ? each.scrollHeight : 0))"))
                .intValue();
        phone.setViewportSize(390, height + 200);
        Browsers.picture(phone, "form-" + name + "-phone");
        phone.setViewportSize(390, 844);
    }

    /** Nothing of what stands there has to be pushed sideways to be read. */
    private static void nothingIsWiderThan(Page phone, String where) {
        assertThat((List<?>)
                        phone.evaluate("() => [...document.querySelectorAll('body *')].filter(each => each.offsetParent"
                                + " && !each.closest('.sc-voice') && each.getBoundingClientRect().right > innerWidth + 0.5)"
                                + ".map(each => each.outerHTML.slice(0, 200))"))
                .as(where)
                .isEmpty();
    }

    private static void everyAnswerIsReachedByKeyboard(Page phone, String form) {
        phone.keyboard().press("Tab"); // from here on the browser marks what has the focus
        assertThat((List<?>) phone.evaluate("() => [...document.querySelectorAll("
                        + "'.task-card :is(.fjs-container, .form-actions) :is(input, textarea, select, button, a[href])')]"
                        + ".filter(each => each.checkVisibility()).filter(each => { each.focus();"
                        + " return !each.disabled && (each.tabIndex < 0 || document.activeElement !== each || !("
                        + AccessibilityTest.SEEN
                        + ")(each)); })"
                        + ".map(each => each.outerHTML.slice(0, 200))"))
                .as(form)
                .isEmpty();
    }

    private static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        }
    }
}
