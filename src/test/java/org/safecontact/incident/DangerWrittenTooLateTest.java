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
import org.safecontact.access.CaseAccess;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.report.OpenQuestions;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.safecontact.restriction.Restrictions;
import org.springframework.beans.factory.annotation.Autowired;

/** A to-do ends by itself or by somebody else while a person writes of danger in it: it is on record and acted on, once. */
@SafeContactTest
class DangerWrittenTooLateTest {

    private static final String KEPT = "kept in the record, under your name";

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseMessages messages;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Incidents incidents;

    @Autowired
    private CaseAccess access;

    @Autowired
    private OpenQuestions questions;

    @Autowired
    private Restrictions restrictions;

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
    void aPictureThatIsTickedAsTheAnswerSettlesItClosesTheCaseToFiles() {
        String reference = reported("carer1", ReportAnswers.unsure("C1"));
        Task gone = settledMeanwhile(reference);
        Map<String, Object> seen = new HashMap<>(Reviews.evidence());
        seen.put("evidenceKinds", List.of("possibleIndecentImage"));

        String told = refusal("carer1", gone, seen);
        assertThat(told).contains(KEPT, "999");
        assertThat(incidents.concerns(reference)).contains("images");
        assertThat(incidents.noted(reference, Noted.PHONE)).contains("childGave");

        int written = record.entries(reference).size();
        assertThat(refusal("carer1", gone, seen)).as("sent again by itself").isEqualTo(told);
        assertThat(record.entries(reference)).hasSize(written);
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("Answer that came second: Evidence"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.author().personId()).isEqualTo("carer1"));
    }

    @Test
    void aPhoneThatWasTakenAsTheAnswerSettlesItStartsWhatThatStarts() {
        String reference = reported("carer2", ReportAnswers.unsure("C3"));
        Task gone = settledMeanwhile(reference);

        refusal(
                "carer2",
                gone,
                Map.of(
                        "phone",
                        "carerTook",
                        "tookWhy",
                        "They were about to meet.",
                        "tookAt",
                        Weeks.london(clock.now()),
                        "reach",
                        List.of("calls")));

        assertThat(restrictions.ofCase(reference)).hasSize(1);
        assertThat(incidents.noted(reference, Noted.PHONE)).contains("carerTook");
    }

    /** The to-do that the answer ends while somebody writes in it. */
    private Task settledMeanwhile(String reference) {
        Task evidence = live.task(reference, "preserveEvidence");
        live.as("duty1", () -> questions.answer(reference, "duty1", ReportAnswers.noDanger()));
        live.answered(reference, "duty1");
        assertThat(live.tasks(reference, "preserveEvidence")).isEmpty();
        return evidence;
    }

    @Test
    void dangerThatAReviewFindsAMomentTooLateIsHeard() {
        String reference = reported("carer1", ReportAnswers.medium("C1"));
        Task gone = reviewMeanwhile(reference);
        Map<String, Object> danger = new HashMap<>(Reviews.moreSerious());
        danger.put("dangerNow", "yes");

        String told = refusal("ssw1", gone, danger);

        assertThat(told).contains(KEPT, "999");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(refusal("ssw1", gone, danger)).isEqualTo(told);
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("Answer that came second: Review of this contact"))
                .hasSize(1);
    }

    @Test
    void whatAReviewFindsOfTheContactAMomentTooLateIsHeard() {
        String reference = reported("carer1", ReportAnswers.medium("C1"));
        Task gone = reviewMeanwhile(reference);
        Map<String, Object> found = new HashMap<>(Reviews.comparedWithPlan("barred"));
        found.put("doing", List.of("pressing"));
        found.put("found", List.of("coercion"));

        assertThat(refusal("ssw1", gone, found)).contains(KEPT);

        assertThat(incidents.concerns(reference)).contains("coercion");
        assertThat(incidents.answers(reference)).containsEntry("planCheck", "barred");
    }

    @Test
    void whomTheLadoIsAskedAboutIsKeptAwayThoughItWasSettledMeanwhileThatItIsNobody() {
        String reference = reported("carer2", ReportAnswers.high("C3").with("namedPerson", "unsure"));
        live.take("manager2", reference, "decideAboutNamed");
        Task gone = live.task(reference, "decideAboutNamed");
        live.as("manager1", () -> questions.answer(reference, "manager1", Map.of("namedPerson", "none")));
        assertThat(access.mayRead("carer2", reference)).isTrue();
        Map<String, Object> decided = new HashMap<>(Reviews.aboutNamed("household"));
        decided.put("persons", List.of("carer2"));

        int before = record.entries(reference).size();
        assertThat(refusal("ssw2", gone, decided)).as("no manager").isEqualTo(SomebodyWasFaster.GONE);
        assertThat(record.entries(reference)).hasSize(before);
        assertThat(access.mayRead("carer2", reference)).isTrue();
        String told = refusal("manager2", gone, decided);

        assertThat(told).contains(KEPT, "kept away");
        assertThat(access.mayRead("carer2", reference)).isFalse();
        assertThat(incidents.answers(reference)).containsEntry("namedPerson", "household");
        live.jobs(reference);
        assertThat(live.tasks(reference, "decideAboutNamed"))
                .as("decided again")
                .hasSize(1);
        int written = record.entries(reference).size();
        assertThat(refusal("manager2", gone, decided)).isEqualTo(told);
        assertThat(record.entries(reference)).hasSize(written);
    }

    @Test
    void whatACarerSaidOnTheTelephoneIsKeptThoughTheirReportComesMeanwhile() {
        String reference = live.begin("carer1");
        live.timer(reference, "boundaryEvent_notSentYet");
        live.take("ssw1", reference, "ringCarer");
        Task gone = live.task(reference, "ringCarer");
        live.send(
                "carer1", reference, "reportContact", ReportAnswers.medium("C1").sent());

        assertThat(refusal("ssw1", gone, Map.of("answered", "sendsIt", "said", "He waits outside.")))
                .contains(KEPT, "I'm more worried now", "999");

        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("Answer that came second: The carer was rung"))
                .flatExtracting(Entry::statements)
                .extracting(Statement::answer)
                .contains("He waits outside.");
    }

    /** Somebody else makes it an escalation while this is written. */
    private Task reviewMeanwhile(String reference) {
        live.answered(reference, "ssw1");
        live.take("ssw1", reference, "reviewContact");
        Task review = live.task(reference, "reviewContact");
        live.as("carer1", () -> messages.moreWorried(reference, "carer1", "She hides the phone.", false));
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        return review;
    }

    private String reported(String person, ReportAnswers answers) {
        String reference = live.begin(person);
        live.send(person, reference, "reportContact", answers.sent());
        live.jobs(reference);
        return reference;
    }

    private String refusal(String person, Task gone, Map<String, Object> answers) {
        return catchThrowableOfType(SomebodyWasFaster.class, () -> live.send(person, gone, answers))
                .getMessage();
    }
}
