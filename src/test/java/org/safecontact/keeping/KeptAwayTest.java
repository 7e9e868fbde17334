package org.safecontact.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.keeping.OurPages.OURS;
import static org.safecontact.keeping.OurPages.kept;
import static org.safecontact.keeping.OurPages.kept200;
import static org.safecontact.keeping.OurPages.refused;
import static org.safecontact.keeping.OurPages.send;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.NextFolder;
import org.safecontact.demo.MailSink;
import org.safecontact.demo.MailSink.Letter;
import org.safecontact.incident.Endings;
import org.safecontact.incident.named.CameLater;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody changes of the agency opens no case that is kept from them, and happens to nobody in silence. */
@SafeContactTest
class KeptAwayTest {

    private static final String STORY = "He wrote to her at night.";

    @LocalServerPort
    private int port;

    @Autowired
    private Agency agency;

    @Autowired
    private NextFolder folder;

    @Autowired
    private CaseAccess access;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CameLater later;

    @Autowired
    private Endings endings;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MailSink mails;

    @Autowired
    private TestClock clock;

    private Visitor manager;
    private OurPages pages;

    @BeforeEach
    void aTuesday() {
        clock.runFrom("2026-11-24T10:00");
        manager = Visitor.loggedIn(port, "manager1");
        pages = new OurPages(manager, agency);
    }

    @Test
    void whoIsKeptAwayReadsNothingThroughALoginThatTheyMake() {
        String reference = reported("carer2", "C3", "worker", "manager1");
        assertThat(access.mayRead("manager1", reference)).isFalse();

        Visitor made = entered("sock1", Map.of("roles", "registeredManager"));
        assertThat(made.get("/safe-contact/c/" + reference).status()).isEqualTo(404);
        assertThat(made.get("/safe-contact/c/" + reference + "/r").status()).isEqualTo(404);
        String later = reported("carer2", "C3", "none", null);
        assertThat(access.mayRead("sock1", later))
                .as("nor what is told about the child afterwards")
                .isFalse();
        assertThat(access.mayRead("manager2", later)).isTrue();

        kept(send(manager, "/p/duty1", pages.person("duty1", Map.of("roles", "dutySocialWorker,teamManager"))));
        assertThat(access.mayRead("duty1", reference))
                .as("a colleague who has a further role is no new one")
                .isTrue();
    }

    @Test
    void whoComesToLiveWithSomebodyNamedIsKeptAwayFromThatMomentOn() {
        String reference = reported("carer1", "C1", "household", "carer3");
        Visitor fresh = entered("carer4", Map.of("roles", "carer", "household", "H1"));
        assertThat(fresh.get("/safe-contact/c/" + reference).status()).isEqualTo(404);
        assertThat(fresh.get("/safe-contact/api/cases/open").text()).contains("\"open\":0");
        assertThat(fresh.get("/safe-contact/api/reports/open").text()).isEqualTo("[]");

        String other = reported("carer2", "C3", "worker", "ssw2");
        assertThat(access.mayRead("duty1", other)).isTrue();
        folder.somebodyIsRelated("duty1", "ssw2");
        later.look();
        assertThat(access.mayRead("duty1", other)).isFalse();
        folder.unchanged();
    }

    @Test
    void nobodyMakesThemselvesTheSecondOfTwoPeople() {
        String reference = reported("carer2", "C3", "none", null);
        entered("sock2", Map.of("roles", "registeredManager"));
        assertThat(endings.mayAgree(reference, "manager1"))
                .containsKeys("manager2", "director1")
                .doesNotContainKey("sock2");
        assertThat(access.maySecond("sock2", "manager1")).isFalse();
        assertThat(access.maySecond("sock2", "manager2")).isTrue();
        clock.advance(Duration.ofDays(29));
        assertThat(access.maySecond("sock2", "manager1")).isTrue();
    }

    @Test
    void whereSomebodyIsReachedAndWhatTheyAnswerForIsNeverChangedInSilence() {
        List<Letter> before = mails.letters();
        kept(send(
                manager,
                "/p/duty1",
                pages.person("duty1", Map.of("email", "elsewhere@example.org", "telephone", "07700 900999"))));
        jobs.runDue();
        assertThat(since(before))
                .contains(
                        "duty1@example.org", "elsewhere@example.org", "manager2@example.org", "director1@example.org");
        String told =
                "Frankie Nightingale is reached at another telephone number and another e-mail address by Harper Leadwell";
        assertThat(changesShownTo("director1")).contains(told);
        assertThat(changesShownTo("duty1")).contains(told);

        List<Letter> then = mails.letters();
        kept(send(manager, "/p/manager2", pages.person("manager2", Map.of("roles", "teamManager"))));
        jobs.runDue();
        assertThat(since(then))
                .contains("manager1@example.org", "director1@example.org")
                .containsOnlyOnce("manager2@example.org");
        assertThat(changesShownTo("director1")).contains("has other roles by Harper Leadwell");

        Map<String, String> agencysOwn = new HashMap<>(Map.of("number", pages.number("/o/agency")));
        agencysOwn.putAll(shownIn(manager.get(OURS + "/o/agency").text()));
        agencysOwn.put("dutyTelephone", "07700 900501");
        kept(send(manager, "/o/agency", agencysOwn));
        assertThat(changesShownTo("director1")).contains("Harper Leadwell changed the number of duty");
    }

    @Test
    void whoIsNewIsNotAlarmedAboutTheirOwnLogin() {
        Visitor fresh = entered("ssw8", Map.of());
        assertThat(fresh.get("/safe-contact/api/logins/changed").text()).isEqualTo("[]");
        assertThat(changesShownTo("manager2")).contains("was given the role supervising social worker");
    }

    @Test
    void aLoginThatIsTakenLeavesTheFormOfSomebodyNew() {
        Map<String, String> typed = new LinkedHashMap<>(NEW_WORKER);
        typed.put("id", "ssw1");
        assertThat(refused(send(manager, "/n/p", typed)))
                .contains("action=\"/safe-contact/u/n/p\"", "value=\"ssw1\"", "This is taken, or was before")
                .doesNotContain("Dana Northgate", "/u/p/ssw1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b\u200b", "..."})
    void aNameIsSomethingThatPeopleCanSee(String name) {
        assertThat(refused(send(manager, "/p/ssw2", pages.person("ssw2", Map.of("name", name)))))
                .contains("needs a letter or a digit that people can see");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd@example.org", "two words@example.org", "nobody"})
    void anAddressIsOneThatMailReaches(String email) {
        assertThat(refused(send(manager, "/p/ssw2", pages.person("ssw2", Map.of("email", email)))))
                .contains("is not an e-mail address");
    }

    @Test
    void somebodyWithAVeryShortNameGetsALoginToo() {
        for (String id : List.of("q1", "q2", "q3", "q4", "q5", "q6")) {
            entered(id, Map.of("name", "A N"));
        }
    }

    private static final Map<String, String> NEW_WORKER = Map.of(
            "name", "Robin Freshfield",
            "roles", "supervisingSocialWorker",
            "telephone", "07700 900209",
            "email", "robin@example.org");

    private Visitor entered(String id, Map<String, String> instead) {
        Map<String, String> typed = new LinkedHashMap<>(NEW_WORKER);
        typed.put("id", id);
        typed.putAll(instead);
        var answer = send(manager, "/n/p", typed);
        kept200(answer);
        Matcher password = Pattern.compile("<dd class=\"inert\">(\\w+-\\w+-\\w+)</dd>")
                .matcher(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(password.find()).isTrue();
        return Visitor.loggedIn(port, id, "tasklist", password.group(1)).awayFromTheScreen();
    }

    private List<String> since(List<Letter> before) {
        return mails.letters().stream()
                .filter(letter -> !before.contains(letter))
                .map(Letter::to)
                .toList();
    }

    private String changesShownTo(String person) {
        return Visitor.loggedIn(port, person)
                .get("/safe-contact/api/logins/changed")
                .text();
    }

    private static Map<String, String> shownIn(String page) {
        Matcher field = Pattern.compile("<input[^>]*name=\"(\\w+)\"[^>]*value=\"([^\"]*)\"")
                .matcher(page);
        Map<String, String> fields = new HashMap<>();
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    private String reported(String carer, String child, String named, String who) {
        Visitor visitor = Visitor.loggedIn(port, carer);
        String reference = visitor.post("/safe-contact/api/reports", Map.of())
                .body()
                .path("reference")
                .asText();
        Map<String, Object> answers = new HashMap<>(Map.of(
                "child",
                child,
                "danger",
                List.of("none"),
                "contactKind",
                "unexpected",
                "channel",
                "social",
                "concerns",
                List.of("grooming"),
                "personRisk",
                "risky",
                "contactBarred",
                "no",
                "disclosed",
                List.of("none"),
                "distress",
                "settled",
                "namedPerson",
                named));
        Stream.ofNullable(who).forEach(person -> answers.put("namedPersons", List.of(person)));
        answers.put("whatHappened", STORY);
        visitor.complete("reportContact", answers);
        jobs.runDue();
        return reference;
    }
}
