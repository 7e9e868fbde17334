package org.safecontact.pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.contact.Compared;
import org.safecontact.contact.ContactReports;
import org.safecontact.contact.Contacts;
import org.safecontact.contact.Presentation;
import org.safecontact.contact.Told;
import org.safecontact.contact.Went;
import org.safecontact.contact.Which;
import org.safecontact.incident.StoredReports;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Wcag;
import org.safecontact.plan.PlanCheck;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanPeople;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.Supervision;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Schedules;
import org.safecontact.wellbeing.Seen;
import org.safecontact.wellbeing.Wellbeing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts with a child over time: the figures, who reads which of them, and the page on a phone and at a desk. Each test has a child of its own. */
@SafeContactTest
class ContactsOverTimeTest {

    private static final String PAGE = "/safe-contact/v/";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private StoredReports reports;

    @Autowired
    private Contacts contacts;

    @Autowired
    private ContactReports became;

    @Autowired
    private Schedules schedules;

    @Autowired
    private Wellbeing wellbeing;

    @Autowired
    private LooksSoFar looks;

    @Autowired
    private PlanRegister register;

    @Autowired
    private PlanPeople people;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseRecord record;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private static String upset;
    private static String different;

    /** An autumn and a winter of C1, told once for all tests that look at it. */
    @BeforeEach
    void lived() {
        if (upset == null) {
            String mother = person("C1's mother");
            report("2026-10-18T23:30", "C1", Map.of("person", mother, "channel", "text"));
            report("2026-10-19T00:10", "C1", Map.of("person", mother, "channel", "text"));
            agreed("2026-10-25T23:30", "C1", "carer1", Went.AS_AGREED, Presentation.SETTLED);
            agreed("2026-10-25T23:40", "C1", "carer3", Went.AS_AGREED, Presentation.SETTLED);
            agreed("2026-11-01T16:00", "C1", "carer1", Went.NOT_HAPPENED, Presentation.SETTLED);
            report("2026-12-31T20:00", "C1", Map.of("channel", "gaming", "contactKind", "unknownRequest"));
            upset = report("2027-01-01T00:10", "C1", Map.of("person", mother, "channel", "text", "distress", "marked"));
            look("2027-01-01T21:00", upset, Seen.Compared.WORSE, "sleep", "school");
            agreed("2027-01-03T16:00", "C1", "carer1", Went.AS_AGREED, Presentation.UNSETTLED);
            different = agreed("2027-01-04T16:00", "C1", "carer1", Went.DIFFERENT, Presentation.SETTLED);
        }
        clock.setLondon("2027-01-05T10:00");
    }

    @Test
    void figuresByPersonChannelAndWeekAcrossAClockChangeAndAYearsEnd() {
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        assertThat(worker.get("/safe-contact/a/C1").text())
                .as("reached from what is agreed")
                .contains(PAGE + "C1");
        assertThat(worker.get("/safe-contact/c/" + upset).text())
                .as("and from a case")
                .contains(PAGE + "C1");
        String page = worker.get(PAGE + "C1").text();
        assertThat(words(page))
                .as("facts; told by both carers it is one contact, and what did not happen is none")
                .contains(
                        "7 contacts since 5 October 2026; 4 were not planned.",
                        "6 contacts with C1's mother; 3 were not planned.",
                        "1 contact with somebody not known; it was not planned.",
                        "1 agreed contact did not happen.",
                        "1 look at how the child is: worse 1.");
        assertThat(part(page, "data-weeks"))
                .as("weeks begin on Monday here, whatever the clocks do")
                .containsSubsequence(
                        "12 October 2026 0 1 19 October 2026 1 1 28 December 2026 1 2 4 January 2027 1 0",
                        "In the other weeks there was none.");
        assertThat(part(page, "data-persons"))
                .contains(
                        "C1's mother, text messages not planned 3",
                        "C1's mother, video call planned 3",
                        "somebody not known, in a game not planned 1");
        assertThat(part(page, "data-child"))
                .contains(
                        "Before agreed contact their usual self 3",
                        "Afterwards their usual self 2, a bit unsettled 1",
                        "When a contact was reported their usual self 3, very upset 1",
                        "28 December 2026 worse 1 sleep 1, school 1 afterwards 2");
        assertThat(words(page))
                .containsSubsequence(
                        "Agreed contact with C1's mother, video call",
                        "Planned, something was different.",
                        different,
                        "Sunday 3 January 2027, 16:00",
                        "Planned, as agreed.",
                        "before: their usual self; afterwards: a bit unsettled.",
                        "An unexpected message or call with C1's mother, text messages",
                        "when it was reported: very upset.",
                        upset,
                        "A request from somebody not known with somebody not known, in a game");

        String video = option(page, "video call");
        assertThat(words(worker.get(PAGE + "C1?s=12m&w=" + person("C1's mother") + "&h=" + video)
                        .text()))
                .as("searched")
                .contains("3 contacts with C1's mother since 5 January 2026; all were planned.")
                .doesNotContain("An unexpected message", "in a game with");
        assertThat(words(worker.get(PAGE + "C1?s=4w").text()))
                .contains("4 contacts since 7 December 2026; 2 were not planned.")
                .doesNotContain("19 October");
        assertThat(words(worker.get(PAGE + "C1?s=all&w=nobody&h=x").text()))
                .as("what nobody can choose counts as not chosen")
                .contains("7 contacts since 18 October 2026");
    }

    @Test
    void whoIsKeptFromAReportReadsThePageAsIfItWereNotThere() {
        report("2027-01-02T10:00", "C2", Map.of("channel", "email"));
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        clock.setLondon("2027-01-05T10:00");
        String before = shown(worker.get(PAGE + "C2").text());
        assertThat(words(before))
                .contains("1 contact with somebody not known since 5 October 2026; it was not planned.");

        String hidden = report("2026-12-24T10:00", "C2", Map.of("channel", "gaming", "distress", "marked"));
        look("2026-12-25T21:00", hidden, Seen.Compared.WORSE, "eating");
        clock.setLondon("2027-01-05T10:00");
        assertThat(words(worker.get(PAGE + "C2").text()))
                .as("shows that it would be there")
                .contains("2 contacts with somebody not known since", hidden, "in a game", "Eating", "worse 1");
        files.exclude(hidden, "ssw1", "named in the concern");
        assertThat(shown(worker.get(PAGE + "C2").text()))
                .as("no figure, no week, nothing to choose")
                .isEqualTo(before);
        assertThat(words(Visitor.loggedIn(port, "teammanager1").get(PAGE + "C2").text()))
                .contains("2 contacts with somebody not known since", hidden);
    }

    @Test
    void aCarerReadsWhatTheOwnHomeToldAndDutyReadsBecauseOfACase() {
        assertThat(Visitor.loggedIn(port, "duty1").get(PAGE + "C3").status()).isEqualTo(404);
        String own = report("2027-01-03T10:00", "C3", Map.of("channel", "email", "planCheck", "outside"));
        String others = reports.about("C3", "ssw2", Map.of("channel", "gaming"), List.of());
        look("2027-01-03T21:00", own, Seen.Compared.BETTER);
        clock.setLondon("2027-01-05T10:00");

        String carer = words(Visitor.loggedIn(port, "carer2").get(PAGE + "C3").text());
        assertThat(carer)
                .contains(
                        "1 contact with somebody not known since 5 October 2026; it was not planned.",
                        own,
                        "better 1",
                        "Not planned.")
                .doesNotContain(others, "in a game", "outside what is agreed", "Low", "High", "on duty");
        assertThat(words(Visitor.loggedIn(port, "ssw2").get(PAGE + "C3").text()))
                .contains("2 contacts with somebody not known since", own, others, "Not planned, ");
        assertThat(Visitor.loggedIn(port, "carer1").get(PAGE + "C3").status())
                .as("another home's")
                .isEqualTo(404);
        assertThat(Visitor.loggedIn(port, "ssw1").get(PAGE + "C3").status()).isEqualTo(404);

        assertThat(words(Visitor.loggedIn(port, "duty1").get(PAGE + "C3").text()))
                .contains("You read this on duty, because of", "2 contacts with somebody not known since");
        assertThat(List.of(own, others).stream().flatMap(each -> record.entries(each).stream()))
                .extracting(Entry::title)
                .as("kept")
                .containsOnlyOnce(ContactsOverTime.READ_ON_DUTY);
    }

    @Test
    void whatIsTooMuchForAPageIsLeftOutAndSaid() {
        jdbc.sql("""
                        insert into case_file (reference, opened_by, opened_at, household_id, child_id, sent, closed_at)
                        select 'INC-2020-' || lpad(n::text, 6, '0'), 'carer1', day, 'H1', 'C2', true, day
                        from generate_series(1, 310) n, lateral (select timestamptz '2020-01-01 12:00Z' + n * interval '1 day' as day)""").update();
        jdbc.sql("""
                        insert into incident (reference, child_id, household_id, reporter_id, started_by, started_at, reported_at, known_at, state)
                        select reference, child_id, household_id, opened_by, opened_by, opened_at, opened_at, opened_at, 'CLOSED'
                        from case_file where reference like 'INC-2020-%'""").update();
        String page =
                Visitor.loggedIn(port, "teammanager1").get(PAGE + "C2?s=all").text();
        assertThat(words(page)).contains("300 contacts", "Only the newest 300 contacts are here and counted, back to ");
        assertThat(page.split("<li class=\"card\">")).hasSize(301);
        assertThat(words(Visitor.loggedIn(port, "teammanager1")
                        .get(PAGE + "C2?s=4w")
                        .text()))
                .doesNotContain("Only the newest");
    }

    @Test
    void onAPhoneAndAtADeskItIsReadWithAndWithoutSeeingIt() {
        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        Page page = phone.page();
        page.navigate("http://127.0.0.1:" + port + PAGE + "C1");
        assertThat(page.locator("h1")).hasText("Contacts over time of C1 (Kingfisher)");
        assertThat(page.locator("[data-weeks] svg[role=img] .striped")).hasCount(3);
        page.locator("summary").evaluateAll("all => all.forEach(each => each.parentElement.open = true)");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to push sideways on a phone")
                .isTrue();
        Wcag.nothingToFind(page, "contacts over time, on a phone");
        Browsers.longPicture(page, "contacts-over-time-phone");

        page.getByLabel("Since when?").selectOption("The last 12 months");
        page.getByLabel("How?").selectOption("in a game");
        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[data-figures]"))
                .containsText("1 contact with somebody not known since 5 January 2026; it was not planned.");
        assertThat(page.locator("main")).containsText("Shown: the last 12 months, in a game.");

        Page desk = TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, "ssw1")
                .page();
        desk.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        desk.navigate("http://127.0.0.1:" + port + PAGE + "C1?s=12m");
        Wcag.nothingToFind(desk, "contacts over time, at a desk at night");
        Browsers.longPicture(desk, "contacts-over-time-desk");
    }

    // ---- what happened

    private String report(String london, String child, Map<String, Object> answers) {
        clock.setLondon(london);
        return reports.about(child, child.equals("C3") ? "carer2" : "carer1", answers, List.of());
    }

    /** @return the report that came of it, where something was different */
    private String agreed(String london, String child, String by, Went went, Presentation after) {
        clock.setLondon(london);
        Which which = new Which(
                register.plan(child).entries().stream()
                        .filter(held -> held.item() instanceof Agreement)
                        .findFirst()
                        .orElseThrow(),
                clock.now());
        String reference = contacts.begin(child, by);
        Told told = new Told(
                by,
                went,
                false,
                Optional.of(Supervision.IN_THE_ROOM),
                Presentation.SETTLED,
                after,
                false,
                false,
                Map.of(),
                List.of());
        Compared within = new Compared(PlanCheck.Result.WITHIN, "Agreed.", List.of());
        contacts.keep(reference, which, told, within);
        if (went == Went.DIFFERENT) {
            became.told(reference, which, told, within);
            return contacts.contact(reference).report().orElseThrow();
        }
        contacts.share(reference);
        return reference;
    }

    private void look(String london, String report, Seen.Compared compared, String... different) {
        long schedule = schedules.open(report).scheduleId();
        clock.setLondon(london);
        Look look = wellbeing.take(schedule).orElseThrow();
        wellbeing.seen(
                look.id(),
                new Seen(compared, List.of(different), Seen.Place.HOME, Set.of()),
                looks.schedule(schedule).childId().equals("C3") ? "carer2" : "carer1");
        wellbeing.close(schedule, "test");
    }

    private String person(String label) {
        return people.called("C1", label).orElseThrow().id();
    }

    // ---- what is read

    private static String option(String page, String words) {
        return page.replaceAll("(?s).*<option value=\"(\\d)\">" + words + "</option>.*", "$1");
    }

    private static String part(String page, String marked) {
        return words(page.split(marked, 2)[1].split("</section>", 2)[0]);
    }

    /** Without what differs from page to page. */
    private static String shown(String page) {
        return page.substring(page.indexOf("<main>"), page.indexOf("</main>"));
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.;,])", "$1");
    }
}
