package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.NotYours;
import org.safecontact.incident.ActionLog.Action;
import org.safecontact.journey.Visitor;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what on a report, by when it was to be done, and when it was: on a page of its own and where it is closed. */
@SafeContactTest
class ActionLogTest {

    @LocalServerPort
    private int port;

    @Autowired
    private LivedCase live;

    @Autowired
    private ActionLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Flyway flyway;

    private String standIns;

    @BeforeEach
    void standIns() {
        clock.setLondon("2026-06-16T16:10");
        standIns = live.standIns();
    }

    @AfterEach
    void removeStandIns() {
        live.removeStandIns(standIns);
    }

    @Test
    void everythingThatWasDoneHasWhoByWhenAndWhen() {
        String reference = reported(ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        clock.advance(Duration.ofHours(6));
        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        clock.advance(Duration.ofMinutes(10));
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        live.send("carer2", reference, "completeRecord", Map.of("whatHappened", "All of it."));

        ActionLog.Log read = log.read(reference, "manager1");
        assertThat(read.done())
                .extracting(Action::what)
                .containsSubsequence(
                        "Assess what happened and what follows",
                        "Read the assessment and sign it",
                        "Write down what happened");
        assertThat(of(read, "Assess what happened and what follows"))
                .isEqualTo(new Action(
                        "Assess what happened and what follows",
                        "supervising social worker Eli Southgate",
                        "by Tuesday 16 June 2026, 20:10, 2 hours late",
                        "Tuesday 16 June 2026, 22:10"));
        assertThat(of(read, "Read the assessment and sign it").byWhen()).endsWith(", in time");
        assertThat(of(read, "Read the assessment and sign it").who()).startsWith("registered manager ");
        assertThat(of(read, "Write down what happened").byWhen())
                .as("nobody shows a carer as late")
                .doesNotContain("late", "in time");
        assertThat(read.outside())
                .as("who outside was asked")
                .anyMatch(line -> line.startsWith("The authority where the child lives"));
    }

    @Test
    void thePageHasWhatIsStillToDoAndWhoClosesFindsIt() {
        String reference = reported(ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        Visitor manager = Visitor.loggedIn(port, "manager1");
        assertThat(manager.page("/safe-contact/c/" + reference).body()).contains("Who did what, and when");
        assertThat(manager.page("/safe-contact/c/" + reference + "/d").body())
                .contains("Assess what happened and what follows, by 20:10 today", "Still to do");

        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        assertThat(manager.page("/safe-contact/c/" + reference + "/d").body())
                .contains("was to be done by Tuesday 16 June 2026, 20:10, in time");
    }

    @Test
    void whoIsKeptAwayAndCarersFindNothing() {
        String reference =
                reported(ReportAnswers.high("C3").with("namedPerson", "worker").with("namedPersons", List.of("ssw2")));

        for (String login : List.of("ssw2", "carer2", "carer1", "childsw1", "childsw2")) {
            assertThatThrownBy(() -> log.read(reference, login)).as(login).isInstanceOf(NotYours.class);
            assertThat(Visitor.loggedIn(port, login)
                            .page("/safe-contact/c/" + reference + "/d")
                            .statusCode())
                    .as(login)
                    .isEqualTo(404);
        }
        assertThat(log.read(reference, "manager1").done()).isNotEmpty();
    }

    @Test
    void theAuthoritysWorkerOfTheChildReadsTheCaseAndNotWhoWasLate() {
        String reference = reported(ReportAnswers.high("C3"));
        Visitor authority = Visitor.loggedIn(port, "childsw1");

        assertThat(authority.page("/safe-contact/c/" + reference).body())
                .contains(reference)
                .doesNotContain("Who did what");
        assertThatThrownBy(() -> log.read(reference, "childsw1")).isInstanceOf(NotYours.class);
        assertThat(authority.page("/safe-contact/c/" + reference + "/d").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatSomebodyWroteUnderTheNameOfAFormAtAnotherTimeStaysAndLooksAreLeftOut() {
        String reference = reported(ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        long before = log.read(reference, "manager1").done().stream()
                .filter(action -> action.what().equals("Assessment"))
                .count();
        clock.advance(Duration.ofHours(1));
        for (String title : List.of("Assessment", "Looked at what the police will ask", "File 1: opened the file")) {
            record.append(
                    reference,
                    NewEntry.now(EntryKind.ACTION, title, List.of(), new Author("ssw2", "supervisingSocialWorker")));
        }

        List<Action> done = log.read(reference, "manager1").done();
        assertThat(done)
                .filteredOn(action -> action.what().equals("Assessment"))
                .hasSize((int) before + 1);
        assertThat(done)
                .extracting(Action::what)
                .doesNotContain("Looked at what the police will ask", "File 1: opened the file");
    }

    @Test
    void ofACaseThatIsOlderThanTheLogItIsSaidWhereTheRestStands() {
        clock.setLondon("2026-06-16T15:50");
        String reference = reported(ReportAnswers.high("C3"));
        assertThat(log.read(reference, "manager1").before()).isEmpty();
        assertThat(log.howMany(reference)).hasValue(1);
        live.answered(reference, "ssw2");
        clock.advance(Duration.ofMinutes(10));
        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        asReportedBeforeItWasKept(reference);

        assertThat(log.howMany(reference)).isEmpty();
        assertThat(log.read(reference, "manager1").before())
                .isEqualTo("Kept since Tuesday 16 June 2026, 16:00; what was done before stands in the record.");
        assertThat(Visitor.loggedIn(port, "manager1")
                        .page("/safe-contact/c/" + reference + "/d")
                        .body())
                .contains("what was done before stands in the record");
    }

    @Test
    void whatIsInNoReportHasNoLogAndNothingOfItCanBeChanged() {
        assertThatThrownBy(() -> log.read("INC-2026-999999", "manager1")).isInstanceOf(NotYours.class);
        String reference = reported(ReportAnswers.low("C3"));
        assertThat(log.howMany(reference)).hasValue(1);
        assertThatThrownBy(() -> jdbc.sql("update incident_action set done_by = 'somebody'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        List<Action> own = log.read(reference, "manager1").done();
        String another = reported(ReportAnswers.low("C3"));
        assertThat(log.howMany(another)).as("each has its own").hasValue(1);
        assertThat(log.read(reference, "manager1").done()).isEqualTo(own);
    }

    /** Nothing takes a row away but who owns the table, with its trigger off. */
    private void asReportedBeforeItWasKept(String reference) {
        JdbcClient owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        owner.sql("alter table incident_action disable trigger user").update();
        assertThat(owner.sql("delete from incident_action where reference = ? and key = 'reportContact'")
                        .param(reference)
                        .update())
                .isEqualTo(1);
        owner.sql("alter table incident_action enable trigger user").update();
    }

    private static Action of(ActionLog.Log read, String what) {
        return read.done().stream()
                .filter(action -> action.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private String reported(ReportAnswers answers) {
        String reference = live.begin("carer2");
        live.send("carer2", reference, "reportContact", answers.sent());
        live.jobs(reference);
        return reference;
    }
}
