package org.safecontact.incident.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.Coverage;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Endings;
import org.safecontact.incident.PoliceRung;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.Channel;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The case as the child may read it, opened by whoever answers for it. */
@SafeContactTest
class ForTheChildTest {

    @LocalServerPort
    private int port;

    @Autowired
    private StoredReports reports;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private CaseRecord record;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Endings endings;

    @Autowired
    private AuthorityTold authority;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private String reference;
    private Visitor worker;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(ForTheChildTest.class);
    }

    @BeforeEach
    void aReportIsThere() {
        clock.setLondon("2026-12-01T22:00");
        reference = reports.about(
                "C1",
                "carer1",
                Map.of("channel", "gaming", "contactKind", "unknownRequest", "concerns", List.of("grooming")),
                List.of());
        worker = Visitor.loggedIn(port, "ssw1");
    }

    @Test
    void itSaysInPlainWordsWhatHappenedAndWhatWasDone() {
        events.publishEvent(new PoliceRung(reference, "duty1"));
        says("ssw1", EntryKind.CHILDS_WORDS, "The child's words", "ADULT They want to play with their friends.");
        says("ssw1", EntryKind.CHILDS_WORDS, "In their own words", "Nobody asked me before.");
        says(
                "ssw1",
                EntryKind.CHILDS_WORDS,
                "What does the child know of it, and what do they say?",
                "ADULT they know.");
        says("carer1", EntryKind.FACT, "What happened?", "ADULT Uncle Kev asked to meet.");
        says("ssw1", EntryKind.OPINION, "What I think", "ADULT This looks serious.");
        worker.post(
                "/safe-contact/api/cases/" + reference + "/entries/1/child-says",
                Map.of("how", "DICTATED", "words", "It was <only> a game."));

        String page = page(worker);
        assertThat(page)
                .contains(
                        "It is not your fault. You are not in trouble.",
                        "Somebody that we do not know asked to be in touch with you.",
                        "It was in a game.",
                        "We were told on Tuesday 1 December 2026, 22:00.",
                        "This is how it was on <span>1 December 2026</span>.",
                        "Any grown-up you trust can ask for one",
                        "The police know about it, so that they can help to keep you safe.",
                        "Nothing on your phone or apps is limited because of this.",
                        "Nobody asked me before.",
                        "It was &lt;only&gt; a game.",
                        "This is not finished yet.",
                        "0800 1111",
                        "advocate",
                        "You can complain.",
                        "You can add your own words");
        assertThat(words(page))
                .as("nothing that an adult wrote, no level, no name, nobody who is part of it")
                .doesNotContain("ADULT", "Kingfisher", "C1", "Northgate", "grooming")
                .doesNotContain("looked at it", "Your social worker")
                .doesNotContainPattern(
                        "(?i)\\b(high|medium|low|immediate|level|serious|incident|excluded|named|risk)\\b")
                .doesNotContainPattern(
                        "(?i)accus|abscond|refused to|attention-seeking|manipulat|promiscuous|\\blied\\b|streetwise|suspended|\\bpunished\\b");
    }

    @Test
    void whatTheChildPutRightIsNotReadToIt() {
        int wrong = childSays(Map.of("how", "DICTATED", "words", "I hate the game."));
        childSays(Map.of("how", "DICTATED", "words", "I hate that I lost the game.", "corrects", wrong));
        assertThat(page(worker)).contains("I hate that I lost the game.").doesNotContain("I hate the game.");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPINION", "FACT", "CHILDS_WORDS"})
    void noWordOfAnAdultTakesTheChildsWordsOffItsPage(EntryKind kind) {
        int hers = childSays(Map.of("how", "DICTATED", "words", "I was afraid."));
        record.append(
                reference,
                new NewEntry(
                        kind,
                        "Put right",
                        List.of(new Statement(kind.words(), "ADULT They were not.")),
                        null,
                        null,
                        new Author("ssw1", "supervisingSocialWorker"),
                        hers));
        assertThat(page(worker)).contains("I was afraid.").doesNotContain("ADULT");
    }

    @Test
    void itSaysThatTheSocialWorkerWasToldOnlyIfSo() {
        assertThat(page(worker)).doesNotContain("Your social worker was told.");
        authority.told(reference, "telephone", "ssw1", Optional.empty());
        assertThat(page(worker)).contains("Your social worker was told.");
        files.exclude(reference, "childsw1", "named in the worry");
        assertThat(page(worker)).as("somebody else of the authority was").doesNotContain("Your social worker");
    }

    @Test
    void onlyWhoAnswersForTheCaseOpensIt() {
        for (String login : List.of("ssw1", "teammanager1", "manager1", "childsw1")) {
            Visitor visitor = Visitor.loggedIn(port, login);
            assertThat(visitor.get(address()).status()).as(login).isEqualTo(200);
            assertThat(visitor.get("/safe-contact/c/" + reference + "/r").text())
                    .as(login)
                    .contains(address());
            assertThat(visitor.get("/safe-contact/c/" + reference).text())
                    .as(login)
                    .contains(address());
        }
        Visitor none = Visitor.loggedIn(port, "ssw1");
        String nothingThere = none.get("/safe-contact/c/INC-2026-999999/f").text();
        for (String login : List.of("carer1", "carer3", "carer2", "duty1", "director1", "ssw2", "childsw2")) {
            Visitor visitor = Visitor.loggedIn(port, login);
            assertThat(visitor.get(address()).status()).as(login).isIn(403, 404);
            assertThat(visitor.get("/safe-contact/c/" + reference + "/r").text())
                    .as(login)
                    .doesNotContain(address());
        }
        files.exclude(reference, "ssw1", "related to somebody named");
        assertThat(worker.get(address()).status()).isEqualTo(404);
        assertThat(worker.get(address()).text()).as("as where there is none").isEqualTo(nothingThere);
        files.wall(reference);
        assertThat(Visitor.loggedIn(port, "teammanager1").get(address()).status())
                .isEqualTo(404);
        assertThat(Visitor.loggedIn(port, "manager1").get(address()).status()).isEqualTo(200);
    }

    @Test
    void openingItIsKeptAsAReading() {
        page(worker);
        assertThat(jdbc.sql("select reader_id || ' ' || reader_role from record_reading where reference = ?")
                        .param(reference)
                        .query(String.class)
                        .list())
                .containsExactly("ssw1 supervisingSocialWorker");
    }

    @Test
    void itIsThereOnceReportedAndAlsoAfterItClosed() {
        endings.close(reference, "ssw1");
        assertThat(page(worker))
                .contains(
                        "We have finished with this.",
                        "22:00, and somebody looked at it.",
                        "None of your own words stand on this page yet.")
                .doesNotContain("This is not finished yet.");

        String begun = unsent.start("carer1");
        assertThat(worker.get("/safe-contact/c/" + begun + "/f").status()).isEqualTo(404);
        String takenBack = reports.about("C1", "carer1", Map.of(), List.of());
        endings.askToWithdraw(takenBack, "manager1", List.of(new Statement(Endings.WHY, "A slip.")));
        endings.withdraw(takenBack, Optional.empty());
        assertThat(worker.get("/safe-contact/c/" + takenBack + "/f").status()).isEqualTo(404);
    }

    /** A kind or a way that is new to the report needs words for the child as well. */
    @Test
    void everythingThatCanBeChosenHasWordsForTheChild() throws Exception {
        JsonNode form =
                new ObjectMapper().readTree(Path.of("forms/report-contact.form").toFile());
        List<String> kinds = StreamSupport.stream(form.findParents("key").spliterator(), false)
                .filter(field -> field.path("key").asText().equals("contactKind"))
                .flatMap(field -> field.findValuesAsText("value").stream())
                .toList();
        assertThat(ForTheChild.WHAT).containsOnlyKeys(kinds);
        assertThat(ForTheChild.HOW)
                .containsOnlyKeys(
                        Arrays.stream(Channel.values()).map(Channel::id).toList());
    }

    private int childSays(Map<String, Object> said) {
        return worker.post("/safe-contact/api/cases/" + reference + "/entries/1/child-says", said)
                .body()
                .path("number")
                .asInt();
    }

    private int says(String person, EntryKind kind, String question, String words) {
        return record.append(
                        reference,
                        NewEntry.now(
                                kind,
                                "Added",
                                List.of(new Statement(question, words)),
                                new Author(person, "supervisingSocialWorker")))
                .number();
    }

    private String address() {
        return "/safe-contact/c/" + reference + "/f";
    }

    private String page(Visitor visitor) {
        Visitor.Answer answer = visitor.get(address());
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    /** What is printed. */
    private static String words(String page) {
        return page.replaceFirst("(?s).*<article", "<article").replaceFirst("(?s)</article>.*", "");
    }
}
