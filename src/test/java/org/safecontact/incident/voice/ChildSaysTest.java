package org.safecontact.incident.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.Endings;
import org.safecontact.incident.StoredReports;
import org.safecontact.journey.Visitor;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the child says about an entry stands under it, for whoever reads that entry and for nobody else; also once the case is closed. */
@SafeContactTest
class ChildSaysTest {

    private static final String HERS = "I did not hide it. I “forgot” & <told> Sam.";

    @LocalServerPort
    private int port;

    @Autowired
    private StoredReports reports;

    @Autowired
    private CaseRecord record;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Endings endings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private String reference;
    private int ofTheHome;
    private int ofTheWorker;
    private Visitor carer;
    private Visitor otherCarer;
    private Visitor worker;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(ChildSaysTest.class);
    }

    @BeforeEach
    void aReportIsThere() {
        clock.setLondon("2026-12-01T10:00");
        reference = reports.about("C1", "carer1", Map.of(), List.of());
        ofTheHome = fact("carer1", "carer", "They hid the phone.");
        ofTheWorker = fact("ssw1", "supervisingSocialWorker", "The home is worried.");
        carer = Visitor.loggedIn(port, "carer1");
        otherCarer = Visitor.loggedIn(port, "carer3");
        worker = Visitor.loggedIn(port, "ssw1");
    }

    private int fact(String person, String role, String words) {
        return record.append(
                        reference,
                        NewEntry.now(
                                EntryKind.FACT,
                                "Noted",
                                List.of(new Statement("What I saw", words)),
                                new Author(person, role)))
                .number();
    }

    @Test
    void itStandsUnderTheEntryWhichStaysAsItWas() {
        Entry before = entry(ofTheHome);
        int number = said(carer, ofTheHome, toSomebody()).body().path("number").asInt();

        assertThat(entry(ofTheHome)).isEqualTo(before);
        Entry kept = entry(number);
        assertThat(kept.kind()).isEqualTo(EntryKind.CHILDS_WORDS);
        assertThat(kept.supersedes()).as("never in its place").isNull();
        assertThat(kept.happenedAt()).isEqualTo("2026-11-30T19:30:00Z");
        for (Visitor visitor : List.of(carer, otherCarer, worker)) {
            JsonNode shown = shown(visitor, ofTheHome);
            assertThat(shown.path("childSays")).hasSize(1);
            JsonNode hers = shown.path("childSays").get(0);
            assertThat(hers.path("number").asInt()).isEqualTo(number);
            assertThat(hers.path("kindWords").asText()).isEqualTo("The child's words");
            assertThat(hers.path("happened").asText()).isEqualTo("Monday 30 November 2026, 19:30");
            assertThat(hers.path("statements").toString())
                    .contains("In the child's own words", HERS.replace("\"", "\\\""), "Said to", "Her teacher")
                    .doesNotContain(ChildSays.ABOUT);
            assertThat(numbers(visitor))
                    .as("not a second time in its own place")
                    .doesNotContain(number);
            String page = visitor.get(page("r")).text();
            assertThat(page.split("id=\"entry-" + ofTheHome + "\"")[1].split("</li>")[0])
                    .contains("class=\"child-says\"", "I did not hide it. I “forgot” &amp; &lt;told&gt; Sam.");
            assertThat(visitor.get(page("r/" + ofTheHome)).text()).contains("&lt;told&gt; Sam.", "They hid the phone.");
        }
        assertThat(carer.get("/safe-contact/w").text())
                .as("whoever wrote it down always reads it, and about what it is")
                .contains("&lt;told&gt; Sam.", ChildSays.ABOUT);
        assertThat(toRead())
                .as("heard of as of any addition")
                .containsExactly(reference + "." + number + ".0.ssw1@safe-contact");
    }

    @Test
    void theChildsOwnWritingNeedsNobodyAndNoTime() {
        int number = said(worker, ofTheWorker, Map.of("how", "DICTATED", "words", "I am not worried."))
                .body()
                .path("number")
                .asInt();
        assertThat(entry(number).happenedAt()).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(shown(worker, ofTheWorker)
                        .path("childSays")
                        .get(0)
                        .path("statements")
                        .toString())
                .contains("The child wrote it, or said each word to be written down")
                .doesNotContain("Said to");
        assertThat(toRead())
                .as("not who has it about what they wrote themselves")
                .isEmpty();
    }

    @Test
    void whoReadsTheEntryReadsItAndNobodyElse() {
        said(worker, ofTheHome, Map.of("how", "DICTATED", "words", "The home may read this."));
        int hidden = said(worker, ofTheWorker, Map.of("how", "DICTATED", "words", "Only workers read this."))
                .body()
                .path("number")
                .asInt();
        for (Visitor visitor : List.of(carer, otherCarer)) {
            assertThat(visitor.get(page("r")).text())
                    .contains("The home may read this.")
                    .doesNotContain("Only workers read this.");
        }
        String nothingThere = said(carer, 9_999, toSomebody()).text();
        for (int number : List.of(ofTheWorker, hidden, 0, -1)) {
            Visitor.Answer refused = said(carer, number, toSomebody());
            assertThat(refused.status()).as("entry " + number).isEqualTo(404);
            assertThat(refused.text()).as("as where there is none").isEqualTo(nothingThere);
            assertThat(carer.get(page("r/" + number)).status()).isEqualTo(404);
        }
        assertThat(said(worker, hidden, toSomebody()).status())
                .as("about an entry, not about what was said about one")
                .isEqualTo(404);
        for (String login : List.of("carer2", "ssw2", "childsw2")) {
            Visitor other = Visitor.loggedIn(port, login);
            assertThat(said(other, ofTheHome, toSomebody()).status()).as(login).isIn(403, 404);
            assertThat(other.get(page("r/" + ofTheHome)).status()).as(login).isIn(403, 404);
        }
        assertThat(said(Visitor.loggedIn(port, "childsw1"), ofTheWorker, toSomebody())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoIsKeptAwayReadsNothingOfItAlsoUnderTheirOwnEntry() {
        files.exclude(reference, "carer1", "named in the worry");
        said(worker, ofTheHome, Map.of("how", "DICTATED", "words", "About whoever wrote it."));
        assertThat(said(carer, ofTheHome, toSomebody()).status()).isEqualTo(404);
        assertThat(carer.get(page("r/" + ofTheHome)).status()).isEqualTo(404);
        assertThat(carer.get("/safe-contact/w").text())
                .contains("They hid the phone.")
                .doesNotContain("About whoever wrote it.");
    }

    @Test
    void whatCannotStandIsRefusedAtItsFieldAndNothingIsWritten() {
        int before = record.length(reference);
        assertThat(fields(carer, Map.of())).containsExactlyInAnyOrder("how", "words");
        assertThat(fields(carer, Map.of("how", "SAID", "words", " \u200b")))
                .containsExactlyInAnyOrder("words", "toWhom", "saidAt");
        assertThat(fields(carer, with("words", "a".repeat(4_001)))).containsExactly("words");
        assertThat(fields(carer, with("words", "data:image/png;base64,iVBORw0KGgo")))
                .containsExactly("words");
        assertThat(fields(carer, with("toWhom", "a".repeat(101)))).containsExactly("toWhom");
        assertThat(fields(carer, with("toWhom", "data:image/png;base64,iVBORw0KGgo")))
                .containsExactly("toWhom");
        for (String never :
                List.of("2026-12-01T10:01", "2026-03-29T01:30", "2025-11-30T10:00", "-999999999-01-01T00:00")) {
            assertThat(fields(carer, with("saidAt", never))).as(never).containsExactly("saidAt");
        }
        assertThat(said(carer, ofTheHome, with("saidAt", "yesterday")).status()).isEqualTo(400);
        assertThat(said(carer, ofTheHome, with("how", "GUESSED")).status()).isEqualTo(400);
        assertThat(record.length(reference)).isEqualTo(before);
    }

    @Test
    void sentTwiceItStandsOnceAndNobodyFloodsARecord() {
        int first = said(carer, ofTheHome, toSomebody()).body().path("number").asInt();
        assertThat(said(carer, ofTheHome, toSomebody()).body().path("number").asInt())
                .isEqualTo(first);
        for (int more = 2; more <= 10; more++) {
            assertThat(said(carer, ofTheHome, with("words", "And " + more)).status())
                    .isEqualTo(200);
        }
        assertThat(said(carer, ofTheHome, with("words", "And eleven"))
                        .body()
                        .path("fields")
                        .has("words"))
                .isTrue();
    }

    @Test
    void theSameWordsAtAnotherTimeAreSaidOnceMore() {
        int first = said(carer, ofTheHome, toSomebody()).body().path("number").asInt();
        int again = said(carer, ofTheHome, with("saidAt", "2026-11-30T21:00"))
                .body()
                .path("number")
                .asInt();
        assertThat(again).isGreaterThan(first);
        assertThat(entry(again).happenedAt()).isEqualTo("2026-11-30T21:00:00Z");
    }

    @Test
    void whoeverWroteItDownWronglyPutsItRightUnderTheSameEntryAndBothStay() {
        int wrong = said(carer, ofTheHome, toSomebody()).body().path("number").asInt();
        int workers = said(worker, ofTheHome, with("words", "Mine."))
                .body()
                .path("number")
                .asInt();
        for (int not : List.of(ofTheHome, workers, 9_999)) {
            assertThat(fields(carer, with("corrects", not))).as("entry " + not).containsExactly("corrects");
        }
        assertThat(fields(worker, with("corrects", wrong))).containsExactly("corrects");

        assertThat(carer.get(page("r/" + ofTheHome)).text()).contains("name=\"corrects\"");
        endings.close(reference, "ssw1");
        Map<String, Object> right = with("words", "I did not hide it at all.");
        right.put("corrects", wrong);
        int number = said(carer, ofTheHome, right).body().path("number").asInt();
        assertThat(entry(number).supersedes()).isEqualTo(wrong);
        assertThat(carer.get(page("r/" + ofTheHome)).text())
                .contains("I did not hide it at all.", "&lt;told&gt; Sam.", "Puts right entry", "Put right later");
    }

    @Test
    void theFormSaysThatItAlarmsNobodyAndWhatDoes() {
        assertThat(carer.get(page("r/" + ofTheHome)).text())
                .contains("it alarms nobody", "I'm more worried now")
                .doesNotContain("or ring duty");
        endings.close(reference, "ssw1");
        assertThat(carer.get(page("r/" + ofTheHome)).text())
                .contains("it alarms nobody", "or ring duty")
                .doesNotContain("I'm more worried now");
    }

    @Test
    void whatTheProductNotedItselfAsksNobody() {
        int noted = record.append(
                        reference,
                        NewEntry.now(EntryKind.TOLD, "Asked", List.of(new Statement("Who", "Dana")), Author.SYSTEM))
                .number();
        assertThat(worker.get(page("r")).text())
                .contains(page("r/" + ofTheWorker))
                .doesNotContain(page("r/" + noted));
        assertThat(shown(worker, noted).path("byPerson").asBoolean()).isFalse();
        assertThat(shown(worker, ofTheWorker).path("byPerson").asBoolean()).isTrue();
    }

    @Test
    void aChildMayAnswerLaterButNothingIsAddedToWhatWasTakenBack() {
        endings.close(reference, "ssw1");
        assertThat(worker.get(page("r")).text())
                .contains("What the child says about entry")
                .doesNotContain("Add to this");
        int number = said(carer, ofTheHome, toSomebody()).body().path("number").asInt();
        assertThat(shown(worker, ofTheHome).path("childSays")).hasSize(1);
        assertThat(toRead())
                .as("whoever supervises the home hears of it, though the case is closed")
                .containsExactly(reference + "." + number + ".0.ssw1@safe-contact");
        assertThat(said(Visitor.loggedIn(port, "duty1"), ofTheHome, toSomebody())
                        .status())
                .isEqualTo(404);

        String takenBack = reports.about("C1", "carer1", Map.of(), List.of());
        endings.askToWithdraw(takenBack, "manager1", List.of(new Statement(Endings.WHY, "A slip.")));
        endings.withdraw(takenBack, java.util.Optional.empty());
        assertThat(carer.post(api(takenBack, 1), toSomebody()).status()).isEqualTo(409);
        assertThat(carer.get("/safe-contact/c/" + takenBack + "/r/1").status()).isEqualTo(404);
        assertThat(carer.get("/safe-contact/c/" + takenBack + "/r").text())
                .doesNotContain("What the child says about entry");
    }

    /** The record reads the same asking once; what the child says about one of them is not folded away. */
    @Test
    void whatIsFoldedUpOpensWhereTheChildSaysSomething() {
        List<Integer> asked = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            asked.add(record.append(
                            reference,
                            NewEntry.now(EntryKind.TOLD, "Asked", List.of(new Statement("Who", "Dana")), Author.SYSTEM))
                    .number());
        }
        assertThat(numbers(worker)).contains(asked.get(0)).doesNotContain(asked.get(1), asked.get(2));
        said(worker, asked.get(1), Map.of("how", "DICTATED", "words", "Nobody asked me."));
        assertThat(shown(worker, asked.get(1)).path("childSays")).hasSize(1);
    }

    private Visitor.Answer said(Visitor visitor, int number, Map<String, Object> said) {
        return visitor.post(api(reference, number), said);
    }

    private static String api(String reference, int number) {
        return "/safe-contact/api/cases/" + reference + "/entries/" + number + "/child-says";
    }

    private List<String> fields(Visitor visitor, Map<String, Object> said) {
        Visitor.Answer refused = said(visitor, ofTheHome, said);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        List<String> fields = new ArrayList<>();
        refused.body().path("fields").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static Map<String, Object> toSomebody() {
        return with("how", "SAID");
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> said = new HashMap<>(
                Map.of("how", "SAID", "words", HERS, "toWhom", "Her teacher", "saidAt", "2026-11-30T19:30"));
        said.put(field, value);
        return said;
    }

    private String page(String what) {
        return "/safe-contact/c/" + reference + "/" + what;
    }

    private Entry entry(int number) {
        return record.entries(reference).get(number - 1);
    }

    private JsonNode entries(Visitor visitor) {
        return visitor.get("/safe-contact/api/cases/" + reference + "/record")
                .body()
                .path("entries");
    }

    private List<Integer> numbers(Visitor visitor) {
        return StreamSupport.stream(entries(visitor).spliterator(), false)
                .map(entry -> entry.path("number").asInt())
                .toList();
    }

    private JsonNode shown(Visitor visitor, int number) {
        return StreamSupport.stream(entries(visitor).spliterator(), false)
                .filter(entry -> entry.path("number").asInt() == number)
                .findFirst()
                .orElseThrow();
    }

    private List<String> toRead() {
        return jdbc.sql("select id from outgoing_message where reference = ? and wanted = 'READ'")
                .param(reference)
                .query(String.class)
                .list();
    }
}
