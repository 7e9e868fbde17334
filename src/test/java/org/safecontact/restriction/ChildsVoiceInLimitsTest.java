package org.safecontact.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.restriction.Limits.made;
import static org.safecontact.restriction.Limits.undone;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.Coverage;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.PoliceRung;
import org.safecontact.incident.StoredReports;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the child reads of a limit, and what it says about one. */
@SafeContactTest
class ChildsVoiceInLimitsTest {

    private static final String TUESDAY = "2027-01-12T10:00";

    @LocalServerPort
    private int port;

    @Autowired
    private Limits limits;

    @Autowired
    private StoredReports reports;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Visitor carer;
    private Visitor worker;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(ChildsVoiceInLimitsTest.class);
    }

    @BeforeEach
    void aTuesday() {
        clock.setLondon(TUESDAY);
        carer = Visitor.loggedIn(port, "carer1");
        worker = Visitor.loggedIn(port, "ssw1");
    }

    @Test
    void thePageForTheChildSaysWhatIsLimitedUntilWhenAndThatItIsOver() {
        String inCase = limits.reported("carer1", "C1");
        String page = "/safe-contact/c/" + inCase + "/f";
        assertThat(worker.get(page).text()).contains("Nothing on your phone or apps is limited because of this.");
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:00");
        assertThat(worker.get(page).text())
                .contains("Your phone is kept safe for you. It ends on Friday 15 January 2027, 09:00 at the latest."
                        + " It is not a punishment. We look at it again with you before that, on ")
                .doesNotContain("Nothing on your phone");

        String limit = limits.ofCase(inCase);
        limits.send(carer, limits.one(limit, "proposeRestriction").getId(), Map.of("taken", "back"));
        assertThat(worker.get(page).text())
                .as("over is not undone: nobody tells a child that it has what it has not")
                .contains("A limit on your phone or apps is over. If it is not as before yet, please say so")
                .doesNotContain("You have your phone back", "at the latest");
        limits.complete(worker, limit, "confirmReturned", undone(TUESDAY));
        assertThat(worker.get(page).text()).contains("You have your phone back.");
    }

    @Test
    void aLookThatIsPastIsNotPromised() {
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:00");
        clock.setLondon("2027-01-15T08:59");
        assertThat(worker.get("/safe-contact/c/" + inCase + "/f").text())
                .contains("We should have looked at it again with you. Please ask when.")
                .doesNotContain("We look at it again");
    }

    @Test
    void whatTookForceIsNotHiddenFromTheChild() {
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:00");
        String limit = limits.ofCase(inCase);
        limits.send(carer, limits.one(limit, "proposeRestriction").getId(), Map.of("taken", "still", "force", "yes"));
        String page = "/safe-contact/c/" + inCase + "/f";
        assertThat(worker.get(page).text())
                .contains("Your phone or apps were limited, and that should not have been. It has to be undone."
                        + " If it is not, please say so: it is your right.")
                .doesNotContain("Nothing on your phone", "at the latest");
        limits.complete(worker, limit, "confirmReturned", undone(TUESDAY));
        assertThat(worker.get(page).text())
                .contains("You have your phone back.")
                .doesNotContain("has to be undone");
    }

    /** Whoever is kept away leaves no trace on a paper that lies about at home. */
    @ParameterizedTest
    @CsvSource({"household, carer3", "worker, ssw1", "worker, childsw1"})
    void thePageReadsTheSameWhetherSomebodyIsNamedOrNot(String whoIsNamed, String named) {
        Visitor manager = Visitor.loggedIn(port, "manager1");
        List<String> pages = Stream.of(
                        reports.about("C1", "carer1", Map.of(), List.of()),
                        reports.about(
                                "C1",
                                "carer1",
                                Map.of("namedPerson", whoIsNamed, "namedPersons", List.of(named)),
                                List.of(named)))
                .map(reference -> {
                    limits.phoneTaken(reference, "carer1", "2027-01-12T09:00");
                    events.publishEvent(new PoliceRung(reference, "duty1"));
                    String page =
                            manager.get("/safe-contact/c/" + reference + "/f").text();
                    return page.replace(reference, "");
                })
                .toList();
        assertThat(pages.get(0)).contains("Your phone is kept safe for you.", "The police know about it");
        assertThat(pages.get(1)).isEqualTo(pages.get(0));
    }

    @Test
    void theChildMaySaySomethingAboutALimitAndWhoeverSupervisesTheHomeHearsOfIt() {
        String limit = limits.written(carer, "C1", made("2027-01-12T09:30", "2027-01-14T20:00"));
        Visitor.Answer said = carer.post(
                "/safe-contact/api/cases/" + limit + "/entries/1/child-says",
                Map.of("how", "DICTATED", "words", "It is unfair."));
        assertThat(said.status()).as(said.text()).isEqualTo(200);
        assertThat(worker.get("/safe-contact/c/" + limit + "/r").text()).contains("It is unfair.");
        assertThat(jdbc.sql("select id from outgoing_message where reference = ? and wanted = 'READ' and id like ?")
                        .params(List.of(
                                limit, limit + "." + said.body().path("number").asText() + ".%"))
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("ssw1");
        assertThat(Visitor.loggedIn(port, "carer2")
                        .post(
                                "/safe-contact/api/cases/" + limit + "/entries/1/child-says",
                                Map.of("how", "DICTATED", "words", "Not mine."))
                        .status())
                .isEqualTo(404);
        assertThat(worker.get("/safe-contact/c/" + limit + "/f").status())
                .as("the page for the child is of a report")
                .isEqualTo(404);
    }
}
