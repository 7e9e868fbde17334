package org.safecontact.engine.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.journey.Visitor;
import org.safecontact.start.CannotStart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed and not sent: kept sealed, for its writer only, a day long, until it is sent. */
@SafeContactTest
@ExtendWith(OutputCaptureExtension.class)
class DraftsTest {

    private static final String DRAFTS = "/safe-contact/api/drafts";

    private static final Map<String, Object> LOW = Map.ofEntries(
            Map.entry("child", "C2"),
            Map.entry("danger", List.of("none")),
            Map.entry("contactKind", "unexpected"),
            Map.entry("channel", "text"),
            Map.entry("concerns", List.of("none")),
            Map.entry("personRisk", "safe"),
            Map.entry("contactBarred", "no"),
            Map.entry("disclosed", List.of("none")),
            Map.entry("distress", "settled"),
            Map.entry("namedPerson", "none"),
            Map.entry("whatHappened", "The heron stood by the lamp at 42."));

    private static final String WORDS = "The heron stood by the lamp at 42.";

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private SealedDrafts drafts;

    @Autowired
    private Incidents incidents;

    @Autowired
    private JdbcClient database;

    private Visitor carer;
    private Visitor.Todo report;
    private String reference;

    @BeforeEach
    void aReportIsOpen() {
        clock.reset();
        carer = Visitor.loggedIn(port, "carer1");
        reference = carer.beginsReport();
        report = carer.todo("reportContact");
        drafts.forget(report.id(), "carer1");
    }

    @Test
    void comesBackWithTheFormToItsWriterOnly() {
        keep(Map.of("whatHappened", WORDS, "child", "C2", "danger", List.of("none"), "everything", true));

        assertThat(shown(carer, "whatHappened")).isEqualTo(WORDS);
        assertThat(shown(carer, "child")).isEqualTo("C2");
        assertThat(shown(carer, "danger")).contains("none");
        assertThat(shown(carer, "everything")).isEqualTo("true");
        assertThat(shown(carer, "draftKeptAt")).isNotEmpty();
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.formData(report).toString()).doesNotContain("heron");
        assertThat(Visitor.loggedIn(port, "carer3").formData(report).toString()).doesNotContain("heron");
    }

    @Test
    void neverStandsInFrontOfWhatTheFormOffers() {
        keep(Map.of("children", List.of("C3"), "dutyTelephone", "0", "whatHappened", WORDS));

        assertThat(shown(carer, "children")).contains("C1").doesNotContain("C3");
        assertThat(shown(carer, "dutyTelephone")).startsWith("01632");
    }

    @Test
    void isSealedInTheDatabaseForThisToDoAndThisPerson() {
        keep(Map.of("whatHappened", WORDS));

        assertThat(database.sql("select encode(sealed, 'escape') from form_draft where form = ?")
                        .param(report.id())
                        .query(String.class)
                        .single())
                .doesNotContain("heron");
        database.sql("""
                        insert into form_draft select form, 'carer3', sealed, kept_at from form_draft
                        where form = ? and person_id = 'carer1'""").param(report.id()).update();
        assertThat(drafts.of(report.id(), "carer3"))
                .as("a row moved to somebody else")
                .isEmpty();
    }

    @Test
    void isForgottenWhenSentAndAfterADay(CapturedOutput log) {
        Instant now = Instant.parse("2026-11-24T16:10:00Z");
        clock.set(now);
        drafts.keep("a-task", "carer1", Map.of("whatHappened", WORDS));
        clock.set(now.plus(Duration.ofHours(24)));
        assertThat(drafts.of("a-task", "carer1")).isPresent();
        clock.set(now.plus(Duration.ofHours(24)).plusSeconds(1));
        assertThat(drafts.of("a-task", "carer1")).isEmpty();
        drafts.forgetOld();
        assertThat(rows("a-task")).isZero();
        clock.reset();

        keep(Map.of("whatHappened", WORDS));
        assertThat(carer.submit(report, LOW).accepted()).isTrue();
        assertThat(rows(report.id())).isZero();
        int before = log.getAll().length();
        Visitor.Answer again = carer.submit(report, LOW);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("type").asText())
                .as("sending again is told that it had arrived")
                .isEqualTo("AlreadySent");
        assertThat(log.getAll().substring(before)).as("and is no failure").doesNotContain("ERROR");
    }

    @Test
    void whatTheOtherWindowSendsLaterIsOnRecordTooAndCountsWhereItIsWorse() {
        assertThat(carer.submit(report, LOW).accepted()).isTrue();
        Map<String, Object> other = new HashMap<>(LOW);
        other.put("concerns", List.of("grooming"));
        other.put("personRisk", "risky");
        other.put("whatHappened", "He asked for a picture of the heron.");

        Visitor.Answer second = carer.submit(report, other);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("type").asText()).isNotEqualTo("AlreadySent");
        assertThat(second.text()).contains("You have sent this before, with other answers");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(Visitor.loggedIn(port, "ssw1")
                        .get("/safe-contact/api/cases/" + reference + "/record")
                        .text())
                .contains("Answer that came second", "He asked for a picture of the heron.");
        assertThat(carer.submit(report, other).body().path("type").asText())
                .as("the same once more")
                .isEqualTo("AlreadySent");
    }

    @Test
    void twoWindowsOfTheSamePersonAddUp() {
        keep(Map.of("whatHappened", WORDS));
        Map<String, Object> beside = new HashMap<>();
        beside.put("distress", "settled");
        keep(beside);
        assertThat(shown(carer, "whatHappened")).isEqualTo(WORDS);
        assertThat(shown(carer, "distress")).isEqualTo("settled");
        beside.put("distress", null);
        keep(beside);
        assertThat(shown(carer, "whatHappened")).isEqualTo(WORDS);
        assertThat(drafts.of(report.id(), "carer1").orElseThrow().answers()).doesNotContainKey("distress");
    }

    @Test
    void isRefusedForAToDoThatIsNotTheirsAndWhenItIsLargerThanAnyForm() {
        Visitor other = Visitor.loggedIn(port, "carer2");
        assertThat(put(other, Map.of("whatHappened", WORDS)).status()).isEqualTo(404);
        assertThat(put(carer, Map.of("whatHappened", "x".repeat(200_001))).status())
                .isEqualTo(413);
        Map<String, Object> odd = new HashMap<>();
        odd.put("whatHappened", Map.of("a", "b"));
        odd.put("childSaid", null);
        assertThat(put(carer, odd).accepted()).isTrue();
        assertThat(drafts.of(report.id(), "carer1").orElseThrow().answers()).isEmpty();
    }

    @Test
    void whatStandsBesideAToDoIsKeptTooUntilItIsSent() {
        String addition = "/safe-contact/api/cases/" + reference + "/additions";
        Map<String, Object> typed = Map.of("form", addition, "by", "carer1", "answers", Map.of("text", List.of(WORDS)));
        assertThat(carer.method("PUT", DRAFTS, typed).accepted()).isTrue();

        assertThat(beside(carer, addition).path("answers").path("text").path(0).asText())
                .isEqualTo(WORDS);
        assertThat(beside(carer, addition).path("at").asText()).isNotEmpty();
        Visitor other = Visitor.loggedIn(port, "carer3");
        assertThat(beside(other, addition).isMissingNode()).isTrue();
        assertThat(other.method("PUT", DRAFTS, typed).status())
                .as("typed before somebody else logged in on this screen")
                .isEqualTo(404);
        assertThat(put(carer, Map.of("whatHappened", WORDS), "carer3").status()).isEqualTo(404);

        assertThat(carer.post(addition, Map.of("text", WORDS)).accepted())
                .as("what kind of thing it is was not said")
                .isFalse();
        assertThat(beside(carer, addition).isMissingNode()).isFalse();
        Visitor.Answer added = carer.post(addition, Map.of("kind", "FACT", "text", WORDS));
        assertThat(added.accepted()).as(added.text()).isTrue();
        assertThat(beside(carer, addition).isMissingNode()).isTrue();

        for (String no : List.of("", "https://example.org/", "/safe-contact/" + "x".repeat(200))) {
            assertThat(carer.method("PUT", DRAFTS, Map.of("form", no, "answers", Map.of()))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void onePersonKeepsSoManyFormsAndNothingKeptGoesAwayForOneMore() {
        Visitor writer = Visitor.loggedIn(port, "director1");
        List<String> forms = IntStream.rangeClosed(0, SealedDrafts.MOST_FORMS)
                .mapToObj(number -> "/safe-contact/api/cases/INC-2026-%06d/additions".formatted(number))
                .toList();
        String oneMore = forms.get(SealedDrafts.MOST_FORMS);
        try {
            forms.subList(0, SealedDrafts.MOST_FORMS)
                    .forEach(form -> assertThat(typed(writer, form).accepted()).isTrue());
            Visitor.Answer refused = typed(writer, oneMore);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().path("message").asText())
                    .startsWith("Not kept: 100 forms of yours are begun and not sent. It stays on this screen")
                    .contains("999");
            assertThat(typed(writer, forms.get(7)).accepted()).as("one of them").isTrue();
            assertThat(beside(writer, forms.get(0)).isMissingNode()).isFalse();
            drafts.forget(forms.get(0), "director1");
            assertThat(typed(writer, oneMore).accepted()).isTrue();
        } finally {
            forms.forEach(form -> drafts.forget(form, "director1"));
        }
    }

    @Test
    void whatAddsUpToMoreThanAnyFormTakesIsRefusedAndWhatWasKeptStays() {
        keep(Map.of("whatHappened", WORDS, "childSaid", "x".repeat(150_000)));
        Visitor.Answer refused = put(carer, Map.of("anotherKey", "x".repeat(60_000)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("message").asText()).startsWith("Not kept: this is longer");
        assertThat(shown(carer, "whatHappened")).isEqualTo(WORDS);
    }

    private static Visitor.Answer typed(Visitor writer, String form) {
        return writer.method(
                "PUT", DRAFTS, Map.of("form", form, "by", "director1", "answers", Map.of("text", List.of(WORDS))));
    }

    @Test
    void aKeyThatIsNoKeySaysWhatToDo() {
        for (String bad : List.of("", "not base64 !", "c2hvcnQ=")) {
            assertThatThrownBy(() -> new DraftSeal(bad))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("openssl rand -base64 32");
        }
    }

    private void keep(Map<String, Object> answers) {
        Visitor.Answer kept = put(carer, answers);
        assertThat(kept.accepted()).as(kept.text()).isTrue();
    }

    private Visitor.Answer put(Visitor visitor, Map<String, Object> answers) {
        return put(visitor, answers, visitor == carer ? "carer1" : "carer2");
    }

    private Visitor.Answer put(Visitor visitor, Map<String, Object> answers, String by) {
        return visitor.method(
                "PUT", "/safe-contact/api/tasks/" + report.id() + "/draft", Map.of("by", by, "answers", answers));
    }

    private static JsonNode beside(Visitor visitor, String form) {
        return visitor.get(DRAFTS + "?form=" + form).body().path(form);
    }

    private String shown(Visitor visitor, String key) {
        return visitor.formData(report).path(key).path("value").asText();
    }

    private int rows(String taskId) {
        return database.sql("select count(*) from form_draft where form = ? and person_id = 'carer1'")
                .param(taskId)
                .query(Integer.class)
                .single();
    }
}
