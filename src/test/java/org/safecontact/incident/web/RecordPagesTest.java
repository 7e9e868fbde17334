package org.safecontact.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.SafeContactTest;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.Endings;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The record as people read it, print it and add to it, and what everybody finds of their own. */
@SafeContactTest
class RecordPagesTest {

    @Autowired
    private Endings endings;

    @LocalServerPort
    private int port;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Levels levels;

    @Autowired
    private CaseFiles files;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private String reference;
    private Visitor carer;
    private Visitor duty;

    @Autowired
    private CaseRecord record;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(RecordPagesTest.class);
    }

    @BeforeEach
    void aReportIsThere() {
        reference = unsent.start("carer1");
        reporting.report(
                reference, StoredReports.bare("C1", "carer1", Map.of("namedPerson", "none", "concerns", List.of())));
        levels.decide(reference);
        carer = Visitor.loggedIn(port, "carer1");
        duty = Visitor.loggedIn(port, "duty1");
    }

    /** It stays in the browser's history, also of whoever left quickly. */
    @Test
    void noAddressOfAPageSaysWhatItShows() {
        List<String> pages = mappings.getHandlerMethods().keySet().stream()
                .filter(each -> each.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> each.getPatternValues().stream())
                .filter(path -> path.startsWith("/safe-contact/") && !path.startsWith("/safe-contact/api/"))
                .toList();
        assertThat(pages)
                .contains("/safe-contact/c/{reference}/r")
                .allMatch(path -> path.matches("/safe-contact(/([a-z]|guide|\\{\\w+}))+"));
    }

    @Test
    void anAddressOfBeforeLeadsToTheOneOfNow() {
        String cases = "/safe-contact/cases/" + reference;
        assertThat(duty.redirectedTo(cases + "/police")).isEqualTo("/safe-contact/c/" + reference + "/p");
        assertThat(duty.redirectedTo("/safe-contact/what-i-wrote?case=" + reference))
                .isEqualTo("/safe-contact/w?case=" + reference);
        assertThat(duty.redirectedTo("/safe-contact/agreed")).isEqualTo("/safe-contact/a");
        assertThat(duty.redirectedTo("//elsewhere.example/../safe-contact/cases"))
                .isEqualTo("/safe-contact/c");
        assertThat(duty.post("/safe-contact/evidence/" + reference + "/files/1/open", Map.of())
                        .status())
                .as("what is sent goes on as it is")
                .isEqualTo(307);
    }

    @Test
    void whatSomebodyAddsStandsForGoodWithKindNameAndTimes() {
        assertThat(add(carer, "CHILDS_WORDS", "“Dad wrote & said <hi>”", null).status())
                .isEqualTo(200);
        JsonNode entry = last(duty);
        assertThat(entry.path("kindWords").asText()).isEqualTo("The child's words");
        assertThat(entry.path("statements").path(0).path("answer").asText()).isEqualTo("“Dad wrote & said <hi>”");
        assertThat(entry.path("role").asText()).isEqualTo("carer");
        assertThat(entry.path("written").asText()).matches("\\w+day \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d");

        String page = duty.get("/safe-contact/c/" + reference + "/r").text();
        assertThat(page)
                .contains(
                        "Record of", reference, "kind-childs_words", "“Dad wrote &amp; said &lt;hi&gt;”", "data-print");
    }

    @Test
    void whatEntriesWouldRepeatIsSaidOnce() {
        levels.decide(reference);
        List<JsonNode> decided = entries(duty, "How serious it is");
        assertThat(questions(decided.get(0))).contains("Decided by", "What it says", "Table");
        assertThat(questions(decided.get(1))).contains("Decided by").doesNotContain("What it says", "Table");
        assertThat(decided.get(1).toString())
                .contains("what it says stands in entry "
                        + decided.get(0).path("number").asText());

        JsonNode report = entries(duty, "Reported").get(0);
        assertThat(questions(report))
                .as("known, reported and written in one minute: that stands once, under the entry")
                .contains("When it happened")
                .doesNotContain("Known since", "Reported", "Written");
        assertThat(report.path("known").asText()).isEmpty();
        assertThat(report.path("written").asText()).isNotEmpty();
        assertThat(carer.get("/safe-contact/w?case=" + reference).text().split("<span>Reported</span>")[1])
                .as("what was sent is shown as it is, and no time a second time")
                .contains("<dt>Known since</dt>", "<dt>Reported</dt>", "<dt>Written</dt>")
                .doesNotContain("Written <span>", "Became known");
    }

    @Test
    void whatTheSamePeopleAreAskedAgainIsReadAsOne() {
        for (String by : List.of("13:15", "13:30", "13:45")) {
            record.append(
                    reference,
                    NewEntry.now(
                            EntryKind.TOLD,
                            "Asked to answer once more",
                            List.of(new Statement("Who", "Dana Northgate"), new Statement("By when", by)),
                            Author.SYSTEM));
        }
        JsonNode asked = entries(duty, "Asked to answer once more").get(0);
        assertThat(entries(duty, "Asked to answer once more")).hasSize(1);
        assertThat(asked.path("statements").toString()).contains("13:15");
        assertThat(asked.path("again")).hasSize(2);
        assertThat(duty.get("/safe-contact/c/" + reference + "/r").text())
                .contains("The same again", "(entry " + (asked.path("number").asInt() + 2) + ")");
        assertThat(record.entries(reference))
                .as("what is kept is each of them")
                .filteredOn(entry -> entry.title().equals("Asked to answer once more"))
                .hasSize(3);
    }

    private List<JsonNode> entries(Visitor reader, String title) {
        List<JsonNode> found = new ArrayList<>();
        reader.get("/safe-contact/api/cases/" + reference + "/record")
                .body()
                .path("entries")
                .forEach(entry -> {
                    if (entry.path("title").asText().equals(title)) {
                        found.add(entry);
                    }
                });
        return found;
    }

    private static List<String> questions(JsonNode entry) {
        return entry.path("statements").findValuesAsText("question");
    }

    @Test
    void theWayToHelpStandsBeforeAnyField() {
        for (String page : List.of("", "/r", "/e")) {
            String text = carer.get("/safe-contact/c/" + reference + page).text();
            assertThat(text.substring(0, text.indexOf("<form")))
                    .as(page)
                    .contains("tel:999", "a child in foster care is in danger", "your name, the address")
                    .contains("ambulance", "tel:111", "01632");
        }
    }

    @Test
    void aCorrectionShowsWhatItPutsRightAndTheOldEntryStays() {
        int wrong = add(carer, "FACT", "It was at nine.", null)
                .body()
                .path("number")
                .asInt();
        assertThat(add(duty, "FACT", "It was at ten.", wrong)
                        .body()
                        .path("fields")
                        .has("corrects"))
                .isTrue();
        add(carer, "FACT", "It was at ten.", wrong);
        JsonNode correction = last(duty);
        assertThat(correction.path("supersedes").asInt()).isEqualTo(wrong);
        String page = duty.get("/safe-contact/c/" + reference + "/r").text();
        assertThat(page).contains("It was at nine.", "It was at ten.", "Puts right entry", "Put right later, in entry");
    }

    @Test
    void wordsAreCheckedAndNothingIsChosenForAnybody() {
        assertThat(add(carer, null, "something", null).body().path("fields").has("kind"))
                .isTrue();
        assertThat(add(carer, "DECISION", "I decide", null)
                        .body()
                        .path("fields")
                        .has("kind"))
                .isTrue();
        assertThat(add(carer, "FACT", " ", null).body().path("fields").has("text"))
                .isTrue();
        assertThat(add(carer, "FACT", "\u200b\u2060 \u00a0", null)
                        .body()
                        .path("fields")
                        .has("text"))
                .as("nobody could read any of it")
                .isTrue();
        for (Map<String, Object> guessed : List.<Map<String, Object>>of(
                Map.of("kind", 1, "text", "by its place in a list"),
                Map.of("kind", "FACT", "text", "one and a half", "corrects", 1.5))) {
            assertThat(carer.post("/safe-contact/api/cases/" + reference + "/additions", guessed)
                            .status())
                    .isEqualTo(400);
        }
        assertThat(add(carer, "FACT", "a".repeat(4_001), null)
                        .body()
                        .path("fields")
                        .has("text"))
                .isTrue();
        assertThat(add(carer, "FACT", "data:image/png;base64,iVBORw0KGgo", null).status())
                .isEqualTo(400);
        assertThat(duty.get("/safe-contact/c/" + reference + "/r").text()).doesNotContain("checked=");
    }

    @Test
    void aCarerReadsWhatTheOwnHomeWroteAndNoLevel() {
        add(duty, "OPINION", "Looks serious to me", null);
        add(carer, "FACT", "He wrote again", null);
        String own =
                carer.get("/safe-contact/api/cases/" + reference + "/record").text();
        assertThat(own).contains("He wrote again").doesNotContain("Looks serious to me");
        assertThat(carer.get("/safe-contact/c/" + reference + "/r").text())
                .doesNotContain("HIGH", "MEDIUM", "How serious it is", "Looks serious");
        assertThat(Visitor.loggedIn(port, "carer3")
                        .get("/safe-contact/api/cases/" + reference + "/record")
                        .text())
                .contains("He wrote again");
    }

    @Test
    void whoeverHasTheCaseHearsThatSomethingWasAdded() {
        int number = add(carer, "FACT", "He stands outside now.", null)
                .body()
                .path("number")
                .asInt();
        assertThat(toRead()).containsExactly(reference + "." + number + ".0.ssw1@safe-contact");
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        add(worker, "FACT", "I rang them.", null);
        assertThat(toRead()).as("not who has it about the own words").hasSize(1);
        assertThat(carer.get("/safe-contact/c/" + reference).text()).contains("it alarms nobody");
    }

    @Test
    void whoHasSomethingToReadHearsOfItOnceUntilTheMessageHasLeft() {
        for (String text : List.of("He stands outside now.", "He rings the bell.", "He is gone.")) {
            add(carer, "FACT", text, null);
        }
        assertThat(toRead()).hasSize(1);

        event("FAILED");
        add(carer, "FACT", "He is back.", null);
        assertThat(toRead()).as("it is tried again").hasSize(1);

        event("BEGUN");
        add(carer, "FACT", "He rings again.", null);
        assertThat(toRead()).as("it may be read by now").hasSize(2);

        event("SENT");
        add(carer, "FACT", "He has left.", null);
        assertThat(toRead()).hasSize(2);
        event("SENT");
        add(carer, "FACT", "We go to bed.", null);
        assertThat(toRead()).as("both have left").hasSize(3);
    }

    /** What happened to the first message to read that has not left. */
    private void event(String what) {
        jdbc.sql("""
                        insert into outgoing_message_event (message_id, at, what, by_whom)
                        select id, created_at, :what, 'system' from outgoing_message m
                        where reference = :reference and wanted = 'READ' and not exists
                              (select 1 from outgoing_message_event e where e.message_id = m.id and e.what = 'SENT')
                        order by (select min(e.id) from outgoing_message_event e where e.message_id = m.id) nulls last
                        limit 1
                        """).param("what", what).param("reference", reference).update();
    }

    @Test
    void whatIsOverTakesNothingMoreAndSaysWhatToDoInstead() {
        endings.close(reference, "ssw1");
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        Visitor.Answer refused = add(worker, "FACT", "He stands outside now.", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Report contact", "ring duty", "999");
        assertThat(worker.get("/safe-contact/c/" + reference).text()).doesNotContain("Add to this");
        assertThat(worker.get("/safe-contact/c/" + reference + "/r").text()).doesNotContain("Add to this");
        assertThat(worker.post(
                                "/safe-contact/api/evidence/" + reference + "/items",
                                Map.of("kind", "textMessages", "place", "here", "holder", "me"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void eachReadingIsKept() {
        duty.get("/safe-contact/c/" + reference + "/r");
        duty.get("/safe-contact/api/cases/" + reference + "/record");
        assertThat(jdbc.sql("select reader_id || ' ' || reader_role from record_reading where reference = ?")
                        .param(reference)
                        .query(String.class)
                        .list())
                .as("on the page, and in the tab beside a to-do")
                .containsExactly("duty1 dutySocialWorker", "duty1 dutySocialWorker");
    }

    @Test
    void whoIsNotOnTheCaseGetsNothing() {
        Visitor other = Visitor.loggedIn(port, "carer2");
        assertThat(other.get("/safe-contact/api/cases/" + reference + "/record").status())
                .isEqualTo(404);
        assertThat(other.get("/safe-contact/c/" + reference + "/r").status()).isEqualTo(404);
        assertThat(add(other, "FACT", "hello", null).status()).isEqualTo(404);
        assertThat(duty.get("/safe-contact/api/cases/INC-2026-999999/record").status())
                .isEqualTo(404);
        assertThat(Visitor.stranger(port)
                        .get("/safe-contact/api/cases/" + reference + "/record")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoWroteSomethingStillReadsItWhenTheCaseIsNoLongerTheirs() {
        add(carer, "FACT", "What I saw on Sunday " + reference, null);
        files.exclude(reference, "carer1", "named in the worry");
        assertThat(carer.get("/safe-contact/api/cases/" + reference + "/record").status())
                .isEqualTo(404);
        assertThat(carer.get("/safe-contact/w").text()).contains("What I saw on Sunday " + reference);
        assertThat(duty.get("/safe-contact/w").text()).doesNotContain("What I saw on Sunday " + reference);
    }

    private Visitor.Answer add(Visitor visitor, String kind, String text, Integer corrects) {
        Map<String, Object> addition = new HashMap<>();
        addition.put("kind", kind);
        addition.put("text", text);
        addition.put("corrects", corrects);
        return visitor.post("/safe-contact/api/cases/" + reference + "/additions", addition);
    }

    private List<String> toRead() {
        return jdbc.sql("select id from outgoing_message where reference = ? and wanted = 'READ'")
                .param(reference)
                .query(String.class)
                .list();
    }

    private JsonNode last(Visitor visitor) {
        JsonNode entries = visitor.get("/safe-contact/api/cases/" + reference + "/record")
                .body()
                .path("entries");
        return entries.path(entries.size() - 1);
    }
}
