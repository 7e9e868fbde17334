package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.engine.Drafts;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.process.StartedByAccident;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;

/** A case takes another way while somebody writes: nothing that they typed is lost. */
@SafeContactTest
class WrittenTooLateTest {

    private static final Map<String, Object> TYPED = Map.of("whatHappened", "He wrote twice before school.");
    private static final String RECORD = "completeRecord";

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseMessages messages;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Incidents incidents;

    @Autowired
    private StartedByAccident startedByAccident;

    private String standIns;

    @BeforeEach
    void standIns() {
        clock.set(Weeks.nextTuesday());
        standIns = live.standIns();
    }

    @AfterEach
    void removeStandIns() {
        live.removeStandIns(standIns);
    }

    @Test
    void whatTheReporterSendsStandsWhereItIsAskedAnew() {
        String reference = reported();
        Task gone = live.task(reference, RECORD);
        somebodyIsMoreWorried(reference);

        assertThat(refusal("carer1", gone, TYPED))
                .contains("What you typed is not lost", "\"Write down what happened\"", "copy");
        assertThat(live.shown("carer1", reference, RECORD)).containsAllEntriesOf(TYPED);
        assertThat(drafts.of(gone.getId(), "carer1")).as("once only").isEmpty();
        live.send("carer1", reference, RECORD, TYPED);
        assertThat(typedIn(reference, "What happened, in full")).isEqualTo(List.of("carer1"));
    }

    @Test
    void whatTheReporterTypedAndDidNotSendStandsThereToo() {
        String reference = reported();
        drafts.keep(live.task(reference, RECORD).getId(), "carer1", TYPED);
        drafts.keep(live.task(reference, RECORD).getId(), "carer3", Map.of("whatHappened", "Somebody else's."));
        somebodyIsMoreWorried(reference);

        assertThat(live.shown("carer1", reference, RECORD)).containsAllEntriesOf(TYPED);
    }

    @Test
    void whatIsTooLongForTheRecordStaysInWhatWasKept() {
        String reference = reported();
        Task gone = live.task(reference, RECORD);
        drafts.keep(gone.getId(), "carer1", Map.of("whatHappened", "x".repeat(5000)));
        somebodyIsMoreWorried(reference);

        refusal("carer1", gone, Map.of("whatHappened", "x".repeat(5000), "howChildIs", "Quiet."));
        assertThat(live.shown("carer1", reference, RECORD))
                .containsEntry("whatHappened", "x".repeat(5000))
                .containsEntry("howChildIs", "Quiet.");
    }

    @Test
    void whatTheOtherCarerSendsWhoIsNotAskedAgainYetIsKeptInTheRecord() {
        String reference = reported();
        live.timer(reference, "boundaryEvent_recordWaits");
        live.take("carer3", reference, RECORD);
        Task gone = live.task(reference, RECORD);
        somebodyIsMoreWorried(reference);

        assertThat(refusal("carer3", gone, TYPED)).contains("kept in the record, under your name");
        assertThat(typedIn(reference, "Answer that came second: What happened, in full"))
                .isEqualTo(List.of("carer3"));
        assertThat(live.shown("carer1", reference, RECORD)).doesNotContainKey("whatHappened");
    }

    @Test
    void whatAWorkerWroteWhileTheCarerDidTooIsKeptBesideIt() {
        String reference = reported();
        live.timer(reference, "boundaryEvent_notWrittenYet");
        live.take("ssw1", reference, "helpWithRecord");
        Task gone = live.task(reference, "helpWithRecord");
        live.send("carer1", reference, RECORD, TYPED);

        assertThat(refusal("ssw1", gone, TYPED)).contains("written down meanwhile", "under your name");
        assertThat(typedIn(reference, "Answer that came second: What happened, in full, written down together"))
                .isEqualTo(List.of("ssw1"));
    }

    @Test
    void aPictureThatTheOtherWindowTicksClosesTheCaseToFiles() {
        String reference = live.begin("carer1");
        live.send("carer1", reference, "reportContact", ReportAnswers.high("C1").sent());
        live.jobs(reference);
        Task gone = live.task(reference, "preserveEvidence");
        live.send("carer1", gone, Reviews.evidence());
        assertThat(incidents.concerns(reference)).doesNotContain("images");

        Map<String, Object> other = new HashMap<>(Reviews.evidence());
        other.put("evidenceKinds", List.of("possibleIndecentImage"));
        assertThat(refusal("carer1", gone, other)).contains("You have sent this before, with other answers");
        assertThat(incidents.concerns(reference)).contains("images");
    }

    @Test
    void whatComesWhenTheCaseIsClosedIsToldSoAndWrittenNowhere() {
        String reference = reported();
        Task gone = live.task(reference, RECORD);
        live.send("carer1", gone, TYPED);
        live.as("manager1", () -> {
            startedByAccident.ask(
                    reference, "manager1", List.of(new Statement("Why", "The wrong child.")), clock.now());
            return null;
        });
        assertThat(incidents.get(reference).state().isOver()).isTrue();
        int written = record.entries(reference).size();

        assertThat(refusal("carer1", gone, Map.of("whatHappened", "He rang too.")))
                .contains("This case is closed", "start a new report", "999", "still here for you to copy");
        assertThat(record.entries(reference)).hasSize(written);
    }

    /** Whoever may read the case could else write into its record what nobody asked them. */
    @Test
    void whatNeverWasSomebodysIsNotTakenFromThemAfterwardsEither() {
        String reference = reported();
        Task gone = live.task(reference, RECORD);
        live.send("carer1", gone, TYPED);
        int written = record.entries(reference).size();

        for (String person : List.of("carer3", "ssw1", "duty1", "manager1", "carer2")) {
            assertThat(refusal(person, gone, TYPED)).as(person).isEqualTo(SomebodyWasFaster.GONE);
        }
        assertThat(record.entries(reference)).hasSize(written);
    }

    @Test
    void whoMayHaveItByTheirRoleIsHeardThoughSomebodyElseDidIt() {
        String reference = reported();
        live.answered(reference, "ssw1");
        Task gone = live.task(reference, "reviewContact");
        somebodyIsMoreWorried(reference);

        assertThat(refusal("ssw1", gone, Reviews.noChange())).contains("kept in the record, under your name");
        assertThat(refusal("ssw2", gone, Reviews.noChange())).isEqualTo(SomebodyWasFaster.GONE);
        assertThat(refusal("carer1", gone, Reviews.noChange())).isEqualTo(SomebodyWasFaster.GONE);
    }

    @Test
    void whomSomebodyToldCountsThoughItIsNotAskedForAnyMore() {
        String reference = reported();
        live.answered(reference, "ssw1");
        live.take("ssw1", reference, "tellAuthority");
        Task gone = live.task(reference, "tellAuthority");
        somebodyIsMoreWorried(reference);
        assertThat(incidents.noted(reference, Noted.AUTHORITY_TOLD)).isEmpty();

        assertThat(refusal("ssw1", gone, Reviews.authorityTold(clock.now())))
                .contains("whom you told counts as told", "under your name");
        assertThat(incidents.noted(reference, Noted.AUTHORITY_TOLD)).isPresent();
    }

    @Test
    void whatIsNotAskedAnewIsOnRecord() {
        String reference = reported();
        live.answered(reference, "ssw1");
        live.take("ssw1", reference, "reviewContact");
        Task gone = live.task(reference, "reviewContact");
        somebodyIsMoreWorried(reference);

        assertThat(refusal("ssw1", gone, Reviews.noChange()))
                .contains("it has moved on", "kept in the record, under your name", "I'm more worried now");
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("Answer that came second: Review of this contact"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.author().personId()).isEqualTo("ssw1"));
    }

    private String reported() {
        String reference = live.begin("carer1");
        live.send(
                "carer1", reference, "reportContact", ReportAnswers.medium("C1").sent());
        live.jobs(reference);
        return reference;
    }

    private void somebodyIsMoreWorried(String reference) {
        live.as("carer1", () -> messages.moreWorried(reference, "carer1", "She hides the phone.", false));
        live.jobs(reference);
    }

    private String refusal(String person, Task gone, Map<String, Object> answers) {
        return catchThrowableOfType(SomebodyWasFaster.class, () -> live.send(person, gone, answers))
                .getMessage();
    }

    /** Who typed it, for every entry of that title. */
    private List<String> typedIn(String reference, String title) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(title))
                .filter(entry ->
                        entry.statements().stream().map(Statement::answer).anyMatch(TYPED::containsValue))
                .map(Entry::author)
                .map(author -> author.personId())
                .toList();
    }
}
