package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Reports and escalations with the real telling and the real days after contact, no stand-ins. */
@SafeContactTest
@Import(LivedCase.class)
class EverythingRealTest {

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private Incidents incidents;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Endings endings;

    @BeforeEach
    void aTimeOfItsOwn() {
        clock.set(Weeks.nextTuesday());
    }

    @Test
    void aLowReportIsAnsweredReviewedAndWaitsForTheChildsDays() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        assertThat(live.open(reference)).containsExactly("acknowledge", "tellAuthority");
        live.send("ssw2", reference, "acknowledge", Map.of("whatNext", "I tell the child's social worker today."));
        live.jobs(reference);
        live.send("ssw2", reference, "reviewContact", Reviews.noChange());
        live.jobs(reference);

        assertThat(live.open(reference)).containsExactly("closeIncident");
        assertThat(endings.stillOpen(reference)).isNotEmpty();
        assertThat(record.entries(reference))
                .extracting(Entry::title)
                .containsSubsequence(
                        "A report was begun", "Reported", "How serious it is", "Answered", "Review of this contact");
    }

    @Test
    void aThreatOnSaturdayNightReachesThePoliceByWhoAnswers() {
        clock.set(Weeks.nextSaturdayNight());
        String reference = reported("carer1", ReportAnswers.highWithPolice("C1"));
        assertThat(live.open(reference)).contains("acknowledge", "completeRecord", "preserveEvidence");
        clock.advance(Duration.ofMinutes(8));
        live.send("duty1", reference, "acknowledge", spoken(clock.now()));
        live.jobs(reference);

        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("duty1");
        live.send("duty1", reference, "callPolice", Map.of("police", "rang101"));
        live.send("manager1", reference, "assessEscalation", Reviews.assessment());
        live.send("manager2", reference, "secondSignature", Reviews.signed());
        live.jobs(reference);
        assertThat(live.timerWaits(reference, "intermediateCatchEvent_nextMorning"))
                .isTrue();

        clock.set(live.timerDue(reference, "intermediateCatchEvent_nextMorning"));
        live.timer(reference, "intermediateCatchEvent_nextMorning");
        assertThat(live.open(reference)).contains("acknowledge");
    }

    @Test
    void anOpenQuestionIsSettledByWhoAnswers() {
        String reference = reported("carer2", ReportAnswers.unsure("C3").with("everything", true));
        Map<String, Object> answer = spoken(clock.now());
        answer.put("danger", List.of("none"));
        live.send("ssw2", reference, "acknowledge", answer);
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
        assertThat(live.running(reference)).doesNotContain(CaseNames.SAFEGUARDING_ESCALATION);
        assertThat(live.open(reference)).contains("reviewContact").doesNotContain("completeRecord");
    }

    @Test
    void aPictureInTheEvidenceOfAnAnsweredCaseAsksForThePoliceAndTellsPeopleAgain() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.send("ssw2", reference, "acknowledge", spoken(clock.now()));
        live.jobs(reference);
        live.send(
                "carer2",
                reference,
                "preserveEvidence",
                Map.of("phone", "childGave", "evidenceKinds", List.of("possibleIndecentImage")));
        live.jobs(reference);
        assertThat(incidents.get(reference).policeNow()).isTrue();
        assertThat(live.open(reference)).contains("callPolice", "acknowledge");
    }

    @Test
    void whoIsNamedInTheAnswerGoesToTheManagerAndTheLadoOnce() {
        String reference = reported("carer2", ReportAnswers.high("C3").without("namedPerson"));
        Map<String, Object> answer = spoken(clock.now());
        answer.put("namedPerson", "worker");
        answer.put("namedPersons", List.of("duty1"));
        live.send("ssw2", reference, "acknowledge", answer);
        live.jobs(reference);
        assertThat(live.candidates(live.task(reference, "acknowledge"))).containsExactly("manager1");
        assertThat(live.tasks(reference, "decideAboutNamed")).hasSize(1);
    }

    @Test
    void whoTookTheCallHasAnsweredAndTheOthersAreTold() {
        String reference = live.begin("duty1");
        live.send(
                "duty1",
                reference,
                "reportContact",
                ReportAnswers.high("C3")
                        .with("byTelephone", true)
                        .with("caller", "carer2")
                        .with("calledAt", Weeks.london(clock.now().minus(Duration.ofMinutes(10))))
                        .sent());
        live.jobs(reference);
        assertThat(live.tasks(reference, "acknowledge")).isEmpty();
        assertThat(live.open(reference)).contains("assessEscalation");
        assertThat(live.variable(reference, CaseNames.SAFEGUARDING_ESCALATION, CaseNames.ACKNOWLEDGED_BY))
                .isEqualTo("duty1");
    }

    @Test
    void whoeverIsNamedIsToldNothingAndTheManagerStandsFirst() {
        String reference = reported(
                "carer2", ReportAnswers.low("C3").with("namedPerson", "worker").with("namedPersons", List.of("ssw2")));
        assertThat(files.excluded(reference)).containsExactly("ssw2");
        assertThat(live.candidates(live.task(reference, "acknowledge"))).containsExactly("manager1");
        assertThat(live.tasks(reference, "decideAboutNamed")).hasSize(1);
    }

    @Test
    void twoChildrenOfOneHomeAreFollowedEachOnItsOwn() {
        String reference = live.begin("carer1");
        live.send(
                "carer1",
                reference,
                "reportContact",
                ReportAnswers.medium("C1").with("otherChildren", List.of("C2")).sent());
        String other = incidents.linked(reference).get(0);
        live.jobs(reference);
        live.jobs(other);
        assertThat(live.open(reference)).contains("acknowledge");
        assertThat(live.open(other)).contains("acknowledge");
    }

    private static Map<String, Object> spoken(Instant at) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("spokenWithCarer", "yes");
        answer.put("spokenAt", Weeks.london(at));
        answer.put("childIs", "The child is in bed and calm.");
        answer.put("agreed", "Doors are locked, the phone is on charge, I ring at eight.");
        answer.put("police", "toBeRung");
        answer.put("policeHow", "I ring 101 in a moment.");
        return answer;
    }

    private String reported(String person, ReportAnswers answers) {
        String reference = live.begin(person);
        live.send(person, reference, "reportContact", answers.sent());
        live.jobs(reference);
        return reference;
    }
}
