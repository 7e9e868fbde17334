package org.safecontact.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.keeping.OurPages.FORM;
import static org.safecontact.keeping.OurPages.OURS;
import static org.safecontact.keeping.OurPages.kept;
import static org.safecontact.keeping.OurPages.kept200;
import static org.safecontact.keeping.OurPages.numberIn;
import static org.safecontact.keeping.OurPages.refused;
import static org.safecontact.keeping.OurPages.send;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.NextFolder;
import org.safecontact.agency.Person;
import org.safecontact.demo.MailSink;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Wcag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The agency keeps itself on pages: who may, what is refused and why, what holds from then on, and what the folder does at the next start. */
@SafeContactTest
class KeepingTest {

    /** What is typed for somebody new, in the order of the form. */
    private static final Map<String, String> NEW_WORKER = Map.of(
            "name", "Robin Freshfield",
            "roles", "supervisingSocialWorker",
            "telephone", "07700 900209",
            "email", "ssw9@example.org");

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Agency agency;

    @Autowired
    private NextFolder folder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Jobs jobs;

    @Autowired
    private IdentityService identity;

    @Autowired
    private MailSink mails;

    @Autowired
    private TestClock clock;

    private Visitor manager;
    private OurPages pages;

    @BeforeEach
    void aTuesday() {
        clock.setLondon("2026-11-24T10:00");
        manager = Visitor.loggedIn(port, "manager1");
        pages = new OurPages(manager, agency);
    }

    @Test
    void managersReadItAndOnlyARegisteredManagerChangesIt() {
        for (String nobody : List.of("carer1", "ssw1", "duty1", "childsw1")) {
            Visitor visitor = Visitor.loggedIn(port, nobody);
            assertThat(visitor.get(OURS).accepted()).as(nobody).isFalse();
            assertThat(visitor.get(OURS + "/p").accepted()).as(nobody).isFalse();
        }
        assertThat(Visitor.loggedIn(port, "admin", "admin").get(OURS).accepted())
                .isFalse();
        assertThat(Visitor.stranger(port).page(OURS).statusCode()).isNotEqualTo(200);
        for (String reader : List.of("teammanager1", "director1")) {
            Visitor visitor = Visitor.loggedIn(port, reader);
            assertThat(visitor.get(OURS).text()).contains("Frankie Nightingale", "Who is on duty");
            assertThat(visitor.get(OURS + "/h").text())
                    .contains("Home one", "Dana Northgate")
                    .doesNotContain("Example Row", "/o/h/H1", "Add a home");
            for (String closed : List.of("/h/H1", "/n/p")) {
                assertThat(visitor.get(OURS + closed).accepted()).as(closed).isFalse();
            }
            assertThat(visitor.get(OURS + "/l").accepted())
                    .as("who stands above the managers reads what they changed")
                    .isEqualTo(reader.equals("director1"));
            assertThat(send(visitor, "/t/North", Map.of("name", "Mine", "managers", "teammanager1", "number", "1"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(manager.withoutToken()
                        .raw(OURS + "/t/North", FORM, BodyPublishers.ofString("name=Theirs"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(agency.teamOf("H1").orElseThrow().name()).isEqualTo("Team North");
    }

    @Test
    void whoIsAwayAndWhoIsOnDutyHoldsAtOnceStaysThroughAStartAndIsOnRecord() {
        kept(send(
                manager,
                "/p/duty1",
                pages.person("duty1", Map.of("fromDate", "2026-11-24", "untilDate", "2026-11-26"))));
        assertThat(agency.available("duty1", Instant.parse("2026-11-26T23:59:00Z")))
                .isFalse();
        assertThat(agency.available("duty1", Instant.parse("2026-11-27T00:00:00Z")))
                .isTrue();

        kept(send(
                manager,
                "/r/dutyAlways",
                Map.of(
                        "role",
                        "dutySocialWorker",
                        "people",
                        "duty1",
                        "fromDate",
                        "2020-01-01",
                        "untilDate",
                        "2026-11-30",
                        "number",
                        pages.number("/r/dutyAlways"))));
        kept(send(
                manager,
                "/n/r",
                Map.of(
                        "role",
                        "dutySocialWorker",
                        "people",
                        "duty1",
                        "fromDate",
                        "2026-12-01",
                        "fromTime",
                        "09:00",
                        "telephone",
                        "01632 960177")));
        assertThat(agency.dutyTelephone(Instant.parse("2026-12-01T08:59:00Z"))).isEqualTo("01632 960100");
        assertThat(agency.dutyTelephone(Instant.parse("2026-12-01T09:00:00Z"))).isEqualTo("01632 960177");

        long before = changes();
        folder.unchanged();
        assertThat(changes()).as("the folder has the words of before").isEqualTo(before);
        assertThat(manager.get(OURS + "/r").text())
                .contains(
                        "From: 1 December 2026, 09:00",
                        "Changed here on Tuesday 24 November 2026, 10:00 by Harper Leadwell",
                        "Until: 30 November 2026; the agency&#39;s folder says: nothing",
                        "does not have it");
        assertThat(manager.get(OURS + "/l").text())
                .contains(
                        "Frankie Nightingale, changed by Harper Leadwell",
                        "Away: 24 November 2026 to 26 November 2026; before: nothing");

        folder.somebodyIsAway("duty1", "2027-01-04", "2027-01-08");
        assertThat(agency.available("duty1", Instant.parse("2026-11-24T12:00:00Z")))
                .as("the folder has other words about duty1 now")
                .isTrue();
        assertThat(agency.dutyTelephone(Instant.parse("2026-12-01T09:00:00Z"))).isEqualTo("01632 960177");
        assertThat(manager.get(OURS + "/p/duty1").text()).contains("changed by the agency&#39;s folder");
        folder.unchanged();
        folder.somebodyIsSuspended("ssw2", "2026-11-24T09:00");
        assertThat(manager.get(OURS + "/p/ssw2").text())
                .contains("Eli Southgate, added by")
                .doesNotContain("Eli Southgate, changed by", "suspended");
        assertThat(manager.get(OURS + "/l").text()).doesNotContain("Eli Southgate, changed by");
        folder.unchanged();
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        long before = changes();
        String away = refused(send(
                manager, "/p/ssw2", pages.person("ssw2", Map.of("fromDate", "2026-12-24", "untilDate", "2026-12-20"))));
        assertThat(away)
                .contains("has an absence that ends before it begins", "value=\"2026-12-24\"", "value=\"2026-12-20\"");
        assertThat(refused(send(manager, "/p/ssw2", pages.person("ssw2", Map.of("telephone", "by mail <b>")))))
                .contains("This is not a telephone number", "aria-invalid=\"true\"", "value=\"by mail &lt;b&gt;\"");
        assertThat(refused(send(manager, "/p/ssw2", pages.person("ssw2", Map.of("fromTime", "09:00")))))
                .contains("is not a time");
        assertThat(refused(send(manager, "/p/director1", pages.person("director1", Map.of("roles", "teamManager")))))
                .contains("Nobody would be responsible individual then, and an alarm would end in silence");
        assertThat(refused(send(manager, "/p/ssw1/g", Map.of("number", pages.number("/p/ssw1")))))
                .contains("Home one still has under “Supervising social worker”: Dana Northgate. Change that first.");
        assertThat(refused(send(manager, "/p/carer2/g", Map.of("number", pages.number("/p/carer2")))))
                .contains("Home two would have no carer left");
        assertThat(refused(send(manager, "/h/H2/g", Map.of("number", pages.number("/h/H2")))))
                .contains("C3 (Swallow) still has under “Home”: Home two. Change that first.");
        assertThat(refused(send(manager, "/p/manager2/g", Map.of("number", pages.number("/p/manager2")))))
                .contains("in policies.yaml", "That is changed in the agency&#39;s folder");
        assertThat(refused(send(
                        manager,
                        "/n/r",
                        Map.of(
                                "role",
                                "dutySocialWorker",
                                "people",
                                "duty1",
                                "fromDate",
                                "2021-01-01",
                                "untilDate",
                                "2021-01-02"))))
                .contains("This time overlaps with duty social worker: Frankie Nightingale from 1 January 2020");
        assertThat(refused(send(manager, "/n/c", Map.of("id", "C9", "label", "Robin", "legalStatus", "careOrder"))))
                .contains("Home: This is missing.", "Date of birth: This is missing.", "value=\"Robin\"");
        for (String folders : List.of("/c/C3", "/o/agency")) {
            assertThat(refused(send(manager, folders + "/g", Map.of("number", pages.number(folders)))))
                    .contains("is taken out in the agency&#39;s folder alone");
        }
        assertThat(refused(send(
                        manager, "/n/o", Map.of("id", "second", "name", "Other", "dutyTelephone", "01632 960001"))))
                .contains("is kept in the agency&#39;s folder alone");
        assertThat(changes()).isEqualTo(before);
    }

    @Test
    void nobodyChangesTheirOwnRolesOrTakesThemselvesOut() {
        String all = refused(send(
                manager,
                "/p/manager1",
                pages.person("manager1", Map.of("roles", "registeredManager,responsibleIndividual"))));
        assertThat(all).contains("Nobody changes their own roles", "Another registered manager");
        assertThat(refused(send(manager, "/p/manager1/g", Map.of("number", pages.number("/p/manager1")))))
                .contains("Nobody changes their own roles or takes themselves out");
        kept(send(manager, "/p/manager1", pages.person("manager1", Map.of("telephone", "07700 900599"))));
        assertThat(agency.person("manager1").orElseThrow().telephone()).isEqualTo("07700 900599");
    }

    @Test
    void whoLooksAfterTheMachineIsSaidByTheFolderAlone() {
        long before = changes();
        Map<String, String> typed = new LinkedHashMap<>(NEW_WORKER);
        typed.put("id", "machine3");
        typed.put("roles", "camunda-admin");
        assertThat(refused(send(manager, "/n/p", typed))).contains("in the agency&#39;s folder alone");
        assertThat(identity.createUserQuery().userId("machine3").count()).isZero();
        assertThat(refused(send(manager, "/p/ssw2", pages.person("ssw2", Map.of("roles", "camunda-admin")))))
                .contains("in the agency&#39;s folder alone");
        assertThat(refused(send(manager, "/p/admin/g", Map.of("number", pages.number("/p/admin")))))
                .contains("is taken out in the agency&#39;s folder alone");
        assertThat(changes()).isEqualTo(before);
        kept(send(manager, "/p/admin", pages.person("admin", Map.of("telephone", "07700 900702"))));
    }

    @Test
    void noRefusalSaysWhoIsRelatedToWhom() {
        folder.somebodyIsRelated("ssw2", "carer1");
        assertThat(refused(send(manager, "/p/carer1/g", Map.of("number", pages.number("/p/carer1")))))
                .contains("is needed by what the agency&#39;s folder alone says")
                .doesNotContain("Eli Southgate");
        folder.unchanged();
    }

    @Test
    void whatNobodyCanReadIsNotKeptAndNoWordsBreakAPage() {
        kept(send(manager, "/n/t", Map.of("name", "Team \u0000We\u202est", "managers", "teammanager1")));
        assertThat(manager.get(OURS + "/t").text()).contains("Team West").doesNotContain("\u202e");
        assertThat(refused(send(
                        manager, "/n/t", Map.of("name", "Team " + "n".repeat(10_000), "managers", "teammanager1"))))
                .contains("too long");
        for (String noTime : List.of("Z", "2026-13-40T25:00Z")) {
            assertThat(refused(send(
                            manager, "/p/ssw2", pages.person("ssw2", Map.of("fromDate", noTime, "untilDate", noTime)))))
                    .contains("is not a time", "value=\"" + noTime.replaceAll("T.*", ""));
        }
    }

    @Test
    void severalAdultsOfAHomeAreAddedAtOnceEachWithAnIdThatNobodyHadBefore() {
        Map<String, String> home = new LinkedHashMap<>(Map.of(
                "name", "Home one",
                "address", "1 Example Row",
                "team", "North",
                "supervisedBy", "ssw1",
                "adultName", "Val Lodger,Kim Lodger,Noa Lodger",
                "adultId", ",,duty9",
                "number", pages.number("/h/H1")));
        kept(send(manager, "/h/H1", home));
        List<String> ids = agency.household("H1").orElseThrow().otherAdults().stream()
                .map(adult -> adult.id())
                .toList();
        assertThat(ids).hasSize(3).doesNotHaveDuplicates().doesNotContain("duty9");
        home.put("adultId", String.join(",", ids));
        home.put("adultName", "Val Lodger,Kim Lodger,Noa Homely");
        home.put("number", pages.number("/h/H1"));
        kept(send(manager, "/h/H1", home));
        assertThat(agency.nameOf(ids.get(2))).isEqualTo("Noa Homely");
    }

    @Test
    void twoAtOnceTheLaterReadsWhatHasChangedAndKeepsTheOwnWords() {
        Map<String, String> later =
                Map.of("name", "Team Deep South", "managers", "teammanager1", "number", pages.number("/t/South"));
        kept(send(
                Visitor.loggedIn(port, "manager2"),
                "/t/South",
                Map.of("name", "Team Southern", "managers", "teammanager1", "number", pages.number("/t/South"))));
        String page = refused(send(manager, "/t/South", later));
        assertThat(page)
                .contains(
                        "Somebody has changed this since you read it",
                        "Team Southern, changed by Indigo Deputy",
                        "Name: Team Southern; before: Team South",
                        "value=\"Team Deep South\"");
        Map<String, String> again = new LinkedHashMap<>(later);
        again.put("number", numberIn(page));
        kept(send(manager, "/t/South", again));
        assertThat(agency.teamOf("H2").orElseThrow().name()).isEqualTo("Team Deep South");
    }

    @Test
    void somebodyNewComesInAndWhoeverLeavesIsOutOnTheNextRequest() {
        Map<String, String> typed = new LinkedHashMap<>(NEW_WORKER);
        typed.put("id", "ssw9");
        String page = new String(send(manager, "/n/p", typed).body(), StandardCharsets.UTF_8);
        Matcher password =
                Pattern.compile("<dd class=\"inert\">(\\w+-\\w+-\\w+)</dd>").matcher(page);
        assertThat(password.find()).as(page).isTrue();
        Visitor fresh =
                Visitor.loggedIn(port, "ssw9", "tasklist", password.group(1)).awayFromTheScreen();
        assertThat(fresh.get("/safe-contact/c").accepted()).isTrue();
        assertThat(Visitor.loggedIn(port, "manager2")
                        .get("/safe-contact/api/logins/changed")
                        .text())
                .contains("Robin Freshfield was given a login by Harper Leadwell");
        jobs.runDue();
        assertThat(mails.letters())
                .anyMatch(letter -> letter.to().contains("manager2@example.org")
                        && letter.subject().equals("A login to Safe Contact was changed"));
        assertThat(jdbc.sql("select count(*) from agency_change where after::text like ?")
                        .param("%" + password.group(1) + "%")
                        .query(Long.class)
                        .single())
                .isZero();

        identity.saveUser(identity.newUser("machine2"));
        typed.put("id", "machine2");
        assertThat(refused(send(manager, "/n/p", typed))).contains("There is a login of this name already");
        assertThat(agency.person("machine2")).isEmpty();
        typed.put("id", "ssw9");

        kept(send(manager, "/p/ssw9/g", Map.of("number", pages.number("/p/ssw9"))));
        assertThat(fresh.get("/safe-contact/c").accepted()).isFalse();
        assertThat(Visitor.asking(port, "ssw9").login(password.group(1)).accepted())
                .isFalse();
        assertThat(refused(send(manager, "/n/p", typed))).contains("Login", "is taken, or was before");
        folder.unchanged();
        assertThat(agency.person("ssw9")).isEmpty();
    }

    @Test
    void aChildMovesToAHomeThatIsNewAndWhatTheFolderAloneSaysStays() {
        kept200(send(
                manager,
                "/n/h",
                Map.of(
                        "name",
                        "Home three",
                        "address",
                        "3 Specimen Close",
                        "team",
                        "South",
                        "supervisedBy",
                        "ssw2",
                        "adultName",
                        "Val Lodger",
                        "carerName",
                        "Ellis Newhome",
                        "carerLogin",
                        "carer9",
                        "carerTelephone",
                        "07700 900109",
                        "carerEmail",
                        "carer9@example.org")));
        String home = agency.householdOf("carer9").orElseThrow().id();
        assertThat(agency.household(home).orElseThrow().otherAdults()).hasSize(1);

        files.open("TRY-2026-000777", "carer2", "H2");
        files.about("TRY-2026-000777", "C3", "H2");
        Visitor before = Visitor.loggedIn(port, "carer2");
        assertThat(before.get("/safe-contact/a/C3").accepted()).isTrue();
        assertThat(manager.get(OURS + "/c/C3").text()).doesNotContain("Featherly", "scar");
        kept(send(
                manager,
                "/c/C3",
                Map.of(
                        "label",
                        "C3 (Swallow)",
                        "dateOfBirth",
                        "2011-06-21",
                        "household",
                        home,
                        "authority",
                        "northshire",
                        "childsSocialWorker",
                        "childsw1",
                        "legalStatus",
                        "careOrder",
                        "number",
                        pages.number("/c/C3"))));
        assertThat(before.get("/safe-contact/a/C3").accepted())
                .as("on the next request")
                .isFalse();
        assertThat(files.find("TRY-2026-000777").orElseThrow().householdId()).contains(home);
        assertThat(agency.child("C3").orElseThrow().fullName()).contains("Ellis Featherly");

        kept(send(manager, "/h/H2/g", Map.of("number", pages.number("/h/H2"))));
        assertThat(agency.household("H2")).isEmpty();
        assertThat(agency.person("carer2")).as("goes with the home").isEmpty();
        assertThat(manager.get(OURS + "/h").text()).contains("Taken out here, and still in the agency's folder");
        assertThat(manager.get(OURS + "/l").text()).doesNotContain("Featherly", "scar");
        kept(send(manager, "/h/H2/f", Map.of("number", pages.number("/h"))));
        assertThat(agency.householdOf("carer2").orElseThrow().id()).isEqualTo("H2");
    }

    @Test
    void itIsKeptOnAPhoneAndOnADesk() {
        Page phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "manager1")
                .page();
        phone.navigate("http://127.0.0.1:" + port + OURS);
        for (String page : List.of(
                "",
                "/l",
                "/r",
                "/p",
                "/h",
                "/c",
                "/t",
                "/a",
                "/d",
                "/o",
                "/n/p",
                "/n/h",
                "/n/r",
                "/n/c",
                "/p/ssw1",
                "/h/H1",
                "/o/agency")) {
            phone.navigate("http://127.0.0.1:" + port + OURS + page);
            assertThat(phone.locator("h1").isVisible()).isTrue();
            assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(page)
                    .isTrue();
            Wcag.nothingToFind(phone, "our agency" + page);
            Browsers.longPicture(phone, "our-agency" + page.replace('/', '-') + "-phone");
        }
        phone.navigate("http://127.0.0.1:" + port + OURS + "/p/ssw1");
        phone.getByLabel("Telephone").fill("none");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep this"))
                .click();
        assertThat(phone.getByRole(AriaRole.ALERT).textContent()).contains("This is not a telephone number");
        assertThat(phone.getByLabel("Telephone").inputValue()).isEqualTo("none");
        Wcag.nothingToFind(phone, "our agency, refused");
        Browsers.longPicture(phone, "our-agency-refused-phone");
        phone.getByLabel("Telephone").fill("07700 900288");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep this"))
                .click();
        phone.getByText("Telephone: 07700 900288", new Page.GetByTextOptions().setExact(true))
                .waitFor();
        assertThat(agency.person("ssw1").map(Person::telephone)).contains("07700 900288");

        phone.navigate("http://127.0.0.1:" + port + OURS + "/n/t");
        assertThat(phone.evaluate("""
                        () => {
                            const sent = [];
                            addEventListener('submit', event => { sent.push(!event.defaultPrevented); event.preventDefault(); });
                            const form = document.querySelector('main form');
                            form.noValidate = true;
                            form.requestSubmit();
                            form.requestSubmit();
                            return sent;
                        }""")).as("the second press goes nowhere").isEqualTo(List.of(true, false));
        phone.navigate("http://127.0.0.1:" + port + OURS + "/n/t");
        phone.getByLabel("Name").fill("Team Twice");
        phone.getByLabel("Gray Teamwell").check();
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add"))
                .dblclick();
        phone.getByText("Team Twice").first().waitFor();
        assertThat(phone.getByText("Team Twice").count()).as("pressed twice").isEqualTo(1);

        Page desk = browsers.window(Screen.DESK);
        TasklistWindow.loggedIn(desk, port, "manager1");
        desk.navigate("http://127.0.0.1:" + port + OURS + "/p/ssw1");
        Browsers.longPicture(desk, "our-agency-person-desk");
    }

    private long changes() {
        return jdbc.sql("select count(*) from agency_change").query(Long.class).single();
    }
}
