package org.safecontact.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.Endings;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.StoredReports;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.safercare.NewSaferCare;
import org.safecontact.plan.safercare.SaferCareDocument;
import org.safecontact.plan.safercare.SaferCareReading;
import org.safecontact.plan.safercare.SaferCareVersion;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While a report about a child is open, whoever is on duty reads what was reported of that child in the last 12 months, and only reads. */
@SafeContactTest
class EarlierReportsTest {

    private static final String CASES = "/safe-contact/c";

    private static final LocalDate IN_MAY = LocalDate.of(2099, 5, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private StoredReports reports;

    @Autowired
    private Endings endings;

    @Autowired
    private CaseFiles files;

    @Autowired
    private SaferCarePlans plans;

    @Autowired
    private CaseRecord record;

    @Autowired
    private SaferCareDocument document;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String earlier;

    @BeforeEach
    void oneIsOver() {
        clock.setLondon("2026-11-24T10:00");
        files.openAbout("C3").forEach(this::close);
        earlier = report();
        close(earlier);
    }

    @Test
    void openedByWhatIsOpenReadAndNothingElse() {
        assertNotThere("duty1");

        String open = report();
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.get(CASES + "/" + open).text())
                .containsSubsequence("Closed in the last 12 months about this child", CASES + "/" + earlier);
        assertThat(found(duty)).containsSubsequence(CASES + "/" + open, CASES + "/" + earlier);
        assertThat(duty.get(CASES + "/" + earlier).text())
                .contains("Closed as started by accident", "The record, in order")
                .doesNotContain("What the police will ask", "/e\"", "Add to this", "more worried");
        long read = readBy("duty1");
        assertThat(duty.get(CASES + "/" + earlier + "/r").text()).contains("Reported");
        assertThat(readBy("duty1")).as("kept that it was read").isEqualTo(read + 1);

        assertThat(duty.post(
                                "/safe-contact/api/cases/" + earlier + "/additions",
                                Map.of("kind", "FACT", "text", "The phone is off."))
                        .status())
                .isEqualTo(404);
        assertThat(duty.get(CASES + "/" + earlier + "/e").status()).isEqualTo(404);
        assertNotThere("ssw1");

        close(open);
        assertNotThere("duty1");
    }

    @Test
    void neverWhatSomebodyIsExcludedFrom() {
        String open = report();
        files.exclude(earlier, "duty1", "named in the concern");

        assertNotThere("duty1");
        assertThat(Visitor.loggedIn(port, "duty1").get(CASES + "/" + open).text())
                .doesNotContain(earlier);
    }

    @Test
    void neverBecauseOfOneThatSomebodyIsExcludedFrom() {
        files.exclude(report(), "duty1", "named in the concern");

        assertNotThere("duty1");
    }

    @Test
    void neverBehindAWall() {
        String open = report();
        files.wall(earlier);

        assertNotThere("duty1");
        assertThat(Visitor.loggedIn(port, "duty1").get(CASES + "/" + open).text())
                .doesNotContain(earlier);
        files.unwall(earlier);
        files.wall(open);
        assertNotThere("duty1");
    }

    @Test
    void twelveMonthsBackAndNoFurther() {
        clock.advance(Duration.ofDays(364));
        String open = report();
        assertThat(Visitor.loggedIn(port, "duty1")
                        .get(CASES + "/" + earlier + "/r")
                        .status())
                .isEqualTo(200);

        clock.advance(Duration.ofDays(31));
        assertNotThere("duty1");
        Visitor own = Visitor.loggedIn(port, "ssw2");
        assertThat(own.get(CASES + "/" + earlier).status()).isEqualTo(200);
        assertThat(own.get(CASES + "/" + open).text()).doesNotContain(earlier);
    }

    @Test
    void theSaferCarePlanStandsThereAsItHoldsForWhoeverMayReadIt() {
        String signed = report();
        planSigned(signed, "Accounts are looked at together on Sundays.");
        String stays = report();
        plans.signedOff(stays, Optional.empty(), "teammanager1");
        close(stays);
        document.write("C3", new NewSaferCare(number(), "Never online alone.", "x", "x", "", IN_MAY), "ssw2");
        close(signed);
        clock.advance(Duration.ofDays(500));
        String open = report();

        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.get(CASES + "/" + open).text())
                .as("also after a report for which it stayed as it was")
                .containsSubsequence(
                        "Safer Care Plan",
                        "/safe-contact/s/C3",
                        "Version " + number() + ", signed Tuesday 24 November 2026, 10:02 by Gray Teamwell",
                        "What is done now",
                        "Accounts are looked at together on Sundays.")
                .doesNotContain("Never online alone", signed, stays);
        assertThat(record.entries(open)).extracting(Entry::title).contains(SaferCareReading.READ_ON_DUTY);
        assertThat(Visitor.loggedIn(port, "carer2").get(CASES + "/" + open).text())
                .as("carers read it under what is agreed")
                .doesNotContain("Accounts are looked at together");

        files.wall(signed);
        files.exclude(signed, "duty1", "named in the concern");
        assertThat(duty.get(CASES + "/" + open).text())
                .as("it says nothing of a report, so nobody misses it because of one")
                .contains("Accounts are looked at");
        files.unwall(signed);
    }

    @Test
    void theSaferCarePlanIsNotThereForWhoeverIsKeptFromWhatIsAgreed() {
        String open = report();
        planSigned(open, "Accounts are looked at together on Sundays.");
        assertThat(Visitor.loggedIn(port, "ssw2").get(CASES + "/" + open).text())
                .contains("Accounts are looked at");
        String other = reports.about(
                "C3", "carer2", Map.of("namedPerson", "worker", "namedPersons", List.of("ssw2")), List.of());
        files.exclude(other, "ssw2", "named in the concern");
        assertThat(Visitor.loggedIn(port, "ssw2").get(CASES + "/" + open).text())
                .contains(open)
                .doesNotContain("Accounts are looked at");
    }

    private void planSigned(String reference, String words) {
        plans.toBeReviewed(reference, "ssw2");
        long text = document.write("C3", new NewSaferCare(number(), words, "New.", "It helps.", "", IN_MAY), "ssw2");
        plans.signedOff(reference, Optional.of(text), "teammanager1");
    }

    private int number() {
        return document.present("C3").map(SaferCareVersion::number).orElse(0);
    }

    private void assertNotThere(String person) {
        Visitor visitor = Visitor.loggedIn(port, person);
        for (String page : List.of(CASES + "/" + earlier, CASES + "/" + earlier + "/r")) {
            assertThat(visitor.get(page).status()).as("%s, %s", person, page).isEqualTo(404);
        }
        assertThat(found(visitor)).as(person).doesNotContain(earlier);
    }

    private String report() {
        clock.advance(Duration.ofMinutes(1));
        return reports.about("C3", "carer2", Map.of(), List.of());
    }

    private void close(String reference) {
        endings.askToWithdraw(reference, "manager1", List.of(new Statement("Why", "It was pressed by accident.")));
        endings.withdraw(reference, Optional.empty());
    }

    private long readBy(String person) {
        return readBy(person, earlier);
    }

    private long readBy(String person, String reference) {
        return jdbc.sql("select count(*) from record_reading where reference = ? and reader_id = ?")
                .params(reference, person)
                .query(Long.class)
                .single();
    }

    /** What is looked for stands in no address. */
    private static String found(Visitor visitor) {
        return new String(
                visitor.raw(CASES, "application/x-www-form-urlencoded", BodyPublishers.ofString("find=swallow"))
                        .body(),
                StandardCharsets.UTF_8);
    }
}
