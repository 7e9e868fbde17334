package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.incident.carer.ThankYou;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.process.DangerAndWorry;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.Tap;
import org.safecontact.journey.Visitor;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Schedules;
import org.safecontact.wellbeing.Touchpoints;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports and escalations with the real telling and the real days after contact, no stand-ins. */
@SafeContactTest
class EverythingRealTest {

    @LocalServerPort
    private int port;

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private Incidents incidents;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseAccess access;

    @Autowired
    private Agency agency;

    @Autowired
    private Schedules schedules;

    @Autowired
    private LooksSoFar soFar;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Endings endings;

    @Autowired
    private CaseMessages messages;

    @Autowired
    private DangerAndWorry said;

    @Autowired
    private ThankYou thanks;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WhoWasTold telling;

    @BeforeEach
    void aTimeOfItsOwn() {
        clock.set(Weeks.nextTuesday());
    }

    @Test
    void aLowReportIsAnsweredReviewedAndWaitsForTheChildsDays() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        assertThat(live.open(reference)).containsExactly("acknowledge");
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
        assertThat(Visitor.loggedIn(port, "ssw1")
                        .get("/safe-contact/c/" + reference)
                        .text())
                .as("what comes though nothing waits")
                .containsPattern("Next: somebody looks how the child is (today|tomorrow) at [0-9:]+;"
                        + " it is handed over on \\w+day at 09:00\\.");

        clock.set(live.timerDue(reference, "intermediateCatchEvent_nextMorning"));
        live.timer(reference, "intermediateCatchEvent_nextMorning");
        assertThat(live.open(reference)).contains("acknowledge");
    }

    @Test
    void anOpenQuestionIsSettledByWhoAnswers() {
        String reference = reported("carer2", ReportAnswers.unsure("C3").with("everything", true));
        settle(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
        assertThat(live.running(reference)).doesNotContain(CaseNames.SAFEGUARDING_ESCALATION);
        assertThat(live.open(reference)).contains("reviewContact").doesNotContain("completeRecord");
    }

    @Test
    void whatWasAgreedIsReadByTheCarerAndByWhoeverAssesses() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        Map<String, Object> answer = spoken(clock.now());
        answer.put("agreed", "The phone stays in the kitchen tonight.");
        live.send("ssw2", reference, "acknowledge", answer);
        live.jobs(reference);

        assertThat(thanks.words(reference, "carer2").lines())
                .contains("Agreed: The phone stays in the kitchen tonight.")
                .anyMatch(line -> line.startsWith("The police ") && line.endsWith(" (Eli Southgate)"));
        assertThat(live.shown("manager1", reference, "assessEscalation").get("answered"))
                .asString()
                .contains("The phone stays in the kitchen tonight", "**The police**", "Answered by");

        clock.advance(Duration.ofMinutes(1));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He writes again.", false));
        live.jobs(reference);
        answer(reference);
        assertThat(thanks.words(reference, "carer2").lines())
                .as("what was agreed before no longer stands")
                .noneMatch(line -> line.contains("kitchen"));
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
    void whoIsMoreWorriedAgainAndAgainJoinsTheAlarmThatIsOpen() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        for (int press = 0; press < 6; press++) {
            clock.advance(Duration.ofMinutes(1));
            live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is still writing.", false));
            live.jobs(reference);
        }
        assertThat(live.tasks(reference, "acknowledge")).hasSize(1);
        assertThat(live.tasks(reference, "tellByTelephone")).hasSize(1);
        assertThat(live.shown("ssw2", reference, "acknowledge"))
                .containsEntry(
                        "reason",
                        "Somebody is more worried now. Signs that somebody is using, frightening or hurting the child, or the child is"
                                + " hurting.");
        assertThat(asked(reference))
                .as("the worker at first, then with the manager at once, and once more after a few minutes")
                .isEqualTo(5);

        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He stands at the door.", true));
        live.jobs(reference);
        assertThat(live.tasks(reference, "acknowledge")).as("it is worse").hasSize(2);
        assertThat(live.tasks(reference, "tellByTelephone")).hasSize(1);
    }

    @Test
    void dangerThatIsNewReachesPeopleAgainThoughItIsAsSeriousAsBefore() {
        String reference = live.begin("carer2");
        tap(reference, "immediateDanger", "yes");
        answer(reference);
        tap(reference, "threatToLife", "yes");
        assertThat(live.tasks(reference, "acknowledge")).as("another danger").hasSize(1);
        answer(reference);

        live.send(
                "carer2",
                reference,
                "reportContact",
                ReportAnswers.immediate("C3")
                        .with("danger", List.of("immediateDanger", "threatToLife"))
                        .with("concerns", List.of("grooming"))
                        .sent());
        live.jobs(reference);
        assertThat(live.tasks(reference, "acknowledge")).as("another concern").hasSize(1);
        answer(reference);

        further.add(reference, "carer2", Map.of("immediateDanger", "yes"), "");
        live.jobs(reference);
        assertThat(live.tasks(reference, "acknowledge")).as("seen again").hasSize(1);
    }

    @Test
    void worseTwiceInARowAsksPeopleAgainAndNobodyWhoKnowsOfTheDanger() {
        String reference = threatThatIsTold();
        Instant rung = clock.now();
        worseTwice(reference);

        assertThat(live.open(reference))
                .contains("acknowledge", "tellChildsWorker")
                .doesNotContain("callPolice", "tellByTelephone");
        String why =
                "Worse than usual, two looks in a row: sleep, worry. As before: Somebody's life or safety was threatened.";
        assertThat(live.shown("duty1", reference, "acknowledge")).containsEntry("reason", why);
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("How serious it is"))
                .last()
                .extracting(Entry::statements, InstanceOfAssertFactories.list(Statement.class))
                .contains(
                        new Statement("Why", why),
                        new Statement("Police", "They know of the danger: nothing in this is new for them."));
        assertThat(thanks.words(reference, "carer1").title()).doesNotContain("999");
        live.send("duty1", reference, "acknowledge", policeRung(rung));
        live.jobs(reference);
        assertThat(live.open(reference)).contains("assessEscalation").doesNotContain("callPolice");
    }

    @Test
    void whatWasSeenStandsFirstWherePeopleAreAskedForIt() {
        String reference = threatThatIsTold();
        worseTwice(reference);
        assertThat(live.shown("duty1", reference, "acknowledge").get("whyNow"))
                .asString()
                .startsWith("**Why you are asked now")
                .contains("The child's words: *He knows where I sleep\\.*")
                .containsSubsequence(
                        "Worse", "Worry", "She asks if the door is locked", "Worse", "Sleep", "four times");
    }

    @Test
    void whoTakesOverOrSeesTheChildReadsHowTheChildIsSince() {
        String reference = threatThatIsTold();
        look(reference, "sleep", "She woke up four times.", "");
        assertThat(live.shown("ssw1", reference, "touchpoint").get("seenLately"))
                .asString()
                .startsWith("**How the child is, as it was seen since:**")
                .contains("Worse", "Sleep", "four times");
        assertThat(thanks.words(reference, "carer1").lines())
                .as("what was said on another day says so")
                .anyMatch(line -> line.matches("Agreed (on \\w+|yesterday) at 22:\\d\\d: .*"));
        clock.set(live.timerDue(reference, "intermediateCatchEvent_nextMorning"));
        live.timer(reference, "intermediateCatchEvent_nextMorning");
        assertThat(live.shown("ssw1", reference, "acknowledge").get("night"))
                .asString()
                .startsWith("**How the child is, as it was seen since:**")
                .contains("four times");
        live.send("ssw1", reference, "acknowledge", Map.of("whatNext", "I visit at 15:30."));
        assertThat(thanks.words(reference, "carer1").lines())
                .as("what was agreed in the night stands until somebody says that it does not")
                .contains("Dana Northgate: I visit at 15:30.")
                .anyMatch(line -> line.startsWith("Agreed before, "));
    }

    @Test
    void whoLookedReadsWhoTalksWithThemWherePeopleAreAskedForIt() {
        String reference = threatThatIsTold();
        look(reference, "sleep", "She woke up four times.", "");
        assertThat(afterLooking(reference)).as("nobody is asked").isEmpty();
        look(reference, "worry", "She asks if the door is locked.", "");
        assertThat(afterLooking(reference)).isEqualTo(reference);
        assertThat(thanks.words(reference, "carer1").whoHasIt()).matches("Somebody talks with you by 20:15.*");
    }

    @Test
    void dangerSaidAnewAfterALookRingsEverybodyAndTheCallSaysWhatItIsAbout() {
        String reference = threatThatIsTold();
        worseTwice(reference);
        clock.advance(Duration.ofMinutes(1));
        further.add(reference, "carer1", Map.of("threatToLife", "yes"), "");
        live.jobs(reference);
        assertThat(live.open(reference)).contains("acknowledge", "callPolice", "tellByTelephone");
        assertThat(live.task(reference, "tellByTelephone").getName())
                .isEqualTo("Tell the child's authority by telephone: what is new");
        assertThat(live.shown("duty1", reference, "tellByTelephone").get("toldLast"))
                .asString()
                .startsWith("**Whom we told last:**")
                .contains("The emergency duty team", "Robin", "22\\:04", "Written by Frankie Nightingale");
    }

    /** On Saturday night; the police and the authority know of it, and somebody has answered. */
    private String threatThatIsTold() {
        clock.set(Weeks.nextSaturdayNight());
        jdbc.sql("update wellbeing_schedule set closed_at = started_at, closed_by = 'test' where closed_at is null")
                .update();
        String reference = reported("carer1", ReportAnswers.low("C1").with("danger", List.of("threatToLife")));
        live.send("carer1", reference, "callPolice", Map.of("police", "rang999"));
        live.send("duty1", reference, "acknowledge", policeRung(clock.now()));
        live.send("duty1", reference, "tellByTelephone", authorityReached(clock.now()));
        live.jobs(reference);
        return reference;
    }

    private void worseTwice(String reference) {
        look(reference, "sleep", "She woke up four times.", "");
        assertThat(live.open(reference)).doesNotContain("acknowledge");
        look(reference, "worry", "She asks if the door is locked.", "He knows where I sleep.");
    }

    private String afterLooking(String reference) {
        return Visitor.loggedIn(port, "carer1")
                .get("/safe-contact/api/looks/" + reference + "/thank-you")
                .body()
                .path("report")
                .asText();
    }

    private void look(String reference, String different, String saw, String childSaid) {
        clock.set(live.timerDue(reference, "boundaryEvent_lookDue"));
        live.timer(reference, "boundaryEvent_lookDue");
        // No two entries of one look are written in the same moment.
        clock.runFrom(Weeks.london(clock.now()));
        Map<String, Object> seen = new HashMap<>(Map.of(
                "compared", "worse",
                "different", List.of(different),
                "saw", saw,
                "signs", List.of("none"),
                "tonight", List.of("reassured")));
        if (!childSaid.isEmpty()) {
            seen.put("familyWords", childSaid);
        }
        live.send("carer1", reference, "observeWellbeing", seen);
        live.jobs(reference);
    }

    private Map<String, Object> policeRung(Instant at) {
        Map<String, Object> answer = spoken(clock.now());
        answer.remove("policeHow");
        answer.put("police", "rung");
        answer.put("policeWho", "Alex");
        answer.put("policeAt", Weeks.london(at));
        return answer;
    }

    private static Map<String, Object> authorityReached(Instant at) {
        return Map.of(
                "reachedWhom", "emergencyDutyTeam",
                "whoAnswered", "Robin, emergency duty team",
                "when", Weeks.london(at),
                "whatWasSaid", "The uncle's threat; the police know.");
    }

    @Test
    void picturesThatBecomeKnownByALookCloseTheCaseToFilesToo() {
        String reference = live.begin("carer2");
        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());
        further.add(reference, "carer2", Map.of(RiskQuestions.CONCERNS, List.of(RiskQuestions.IMAGES)), "");

        assertThat(jdbc.sql("select count(*) from evidence_closed_to_files where reference = ?")
                        .param(reference)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aReportThatSaysWhatIsKnownAsksNobodyAgain() {
        String reference = live.begin("carer2");
        tap(reference, "immediateDanger", "yes");
        answer(reference);
        live.send(
                "carer2",
                reference,
                "reportContact",
                ReportAnswers.immediate("C3").sent());
        live.jobs(reference);
        assertThat(live.tasks(reference, "acknowledge")).isEmpty();
    }

    @Test
    void notSureOnceMoreAfterItWasSettledIsNews() {
        String reference = live.begin("carer2");
        tap(reference, null, "unsure");
        tap(reference, null, "unsure");
        assertThat(live.tasks(reference, "acknowledge"))
                .as("the same tap twice is one")
                .hasSize(1);
        Map<String, Object> settled = spoken(clock.now());
        settled.put("danger", List.of("none"));
        settled.putAll(Map.of(
                "namedPerson", "none", "concerns", List.of("none"), "contactBarred", "no", "personRisk", "safe"));
        live.send("ssw2", reference, "acknowledge", settled);
        live.jobs(reference);
        assertThat(live.tasks(reference, "acknowledge")).isEmpty();

        tap(reference, null, "unsure");
        assertThat(live.tasks(reference, "acknowledge")).hasSize(1);
    }

    @Test
    void whatAPersonRaisedStaysRaisedWhateverTheTableSaysInBetween() {
        String reference = live.begin("carer2");
        tap(reference, null, "unsure");
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He cries.", false));
        live.jobs(reference);
        assertThat(asked(reference)).as("duty's turn is the same one").isPositive();
        assertThat(toldSoFar(reference))
                .as("and nobody waits for the open question any more")
                .contains("manager1");
        live.send(
                "carer2", reference, "reportContact", ReportAnswers.unsure("C3").sent());
        live.jobs(reference);

        Map<String, Object> settled = spoken(clock.now());
        settled.put("danger", List.of("none"));
        live.send("ssw2", reference, "acknowledge", settled);
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(live.running(reference)).contains(CaseNames.SAFEGUARDING_ESCALATION);
    }

    @Test
    void aCallAnswersTheAlarmThatItWasAboutAndNoLaterOne() {
        String reference = live.begin("duty1");
        live.send(
                "duty1",
                reference,
                "reportContact",
                ReportAnswers.medium("C3")
                        .with("byTelephone", true)
                        .with("caller", "carer2")
                        .with("calledAt", Weeks.london(clock.now()))
                        .sent());
        live.jobs(reference);
        assertThat(live.tasks(reference, "acknowledge")).isEmpty();

        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is at the door.", true));
        live.jobs(reference);
        assertThat(live.tasks(reference, "acknowledge")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ssw2, more worried now", "duty1, What you wrote is kept in the record"})
    void whatTheOtherWindowOrASecondWorkerAnswersForTheWorseReachesPeople(String other, String told) {
        String reference = reported("carer2", ReportAnswers.unsure("C3"));
        Task alarm = live.task(reference, "acknowledge");
        Map<String, Object> answer = spoken(clock.now());
        answer.put("danger", List.of("none"));
        live.send("ssw2", alarm, answer);
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);

        answer.put("danger", List.of("immediateDanger"));
        assertThatThrownBy(() -> live.send(other, claimedBefore(alarm), answer)).hasMessageContaining(told);
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(live.open(reference)).contains("acknowledge", "callPolice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notNeeded", "toBeRung"})
    void dangerThatTheOtherWindowAnswersReachesTheOtherChildOnce(String police) {
        String reference = reported("carer1", ReportAnswers.unsure("C1").with("otherChildren", List.of("C2")));
        String other = incidents.ofSameReport(reference).get(0);
        live.jobs(other);
        Task alarm = live.task(reference, "acknowledge");
        Map<String, Object> answer = spoken(clock.now());
        answer.put("danger", List.of("none"));
        answer.put("police", "notNeeded");
        assertThatThrownBy(() -> live.send("ssw1", alarm, answer)).hasMessageContaining("help");
        answer.put("help", "A quiet night.");
        live.send("ssw1", alarm, answer);
        live.jobs(reference);
        int levels = incidents.decisions(other).size();

        answer.put("danger", List.of("immediateDanger"));
        answer.put("police", police);
        assertThatThrownBy(() -> live.send("ssw1", claimedBefore(alarm), answer))
                .hasMessageContaining("I'm more worried now");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.get(reference).policeNow()).isTrue();
        assertThat(record.entries(other))
                .filteredOn(entry -> entry.title().equals(Raising.MORE_WORRIED))
                .hasSize(1);
        assertThat(incidents.decisions(other)).hasSize(levels + 1);
        live.jobs(reference);
        live.jobs(other);
        assertThat(live.open(other)).contains("acknowledge", "callPolice");
    }

    @Test
    void thePoliceWhomWhoeverAnsweredWantsToRingAreTheirsToRing() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        assertThat(incidents.get(reference).policeNow())
                .as("the table does not ask for them")
                .isFalse();
        live.send("ssw2", reference, "acknowledge", spoken(clock.now()));
        live.jobs(reference);
        Task call = live.task(reference, "callPolice");
        assertThat(call.getAssignee()).isEqualTo("ssw2");
        assertThat(call.getDueDate()).isEqualTo(Date.from(clock.now().plus(Duration.ofMinutes(60))));

        String notNeeded = reported("carer2", ReportAnswers.high("C3"));
        Map<String, Object> answer = spoken(clock.now());
        answer.putAll(Map.of("police", "notNeeded", "policeHow", "Nothing for them.", "help", "A quiet night."));
        live.send("ssw2", notNeeded, "acknowledge", answer);
        live.jobs(notNeeded);
        assertThat(live.open(notNeeded)).doesNotContain("callPolice");
    }

    @Test
    void whatIsSettledWaitsForThePoliceWhoAreStillToBeRung() {
        String reference = reported("carer1", ReportAnswers.unsure("C1"));
        Map<String, Object> answer = spoken(clock.now());
        answer.put("danger", List.of("none"));
        live.send("ssw1", reference, "acknowledge", answer);
        live.jobs(reference);
        assertThat(incidents.settled(reference)).isTrue();
        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("ssw1");
    }

    @Test
    void thatThePoliceAreToBeRungAfterAllReachesPeople() {
        String reference = reported("carer1", ReportAnswers.highWithPolice("C1"));
        Task alarm = live.task(reference, "acknowledge");
        Map<String, Object> answer = spoken(clock.now());
        answer.remove("policeHow");
        answer.put("police", "rung");
        answer.put("policeWho", "The carer");
        answer.put("policeAt", Weeks.london(clock.now()));
        answer.remove("policeHow");
        live.send("ssw1", alarm, answer);
        live.jobs(reference);
        assertThat(live.open(reference)).doesNotContain("acknowledge", "callPolice");

        clock.advance(Duration.ofMinutes(2));
        assertThatThrownBy(() -> live.send("ssw1", claimedBefore(alarm), spoken(clock.now())))
                .hasMessageContaining("on record");
        live.jobs(reference);
        assertThat(live.open(reference)).contains("acknowledge", "callPolice");
        live.send("ssw1", reference, "acknowledge", spoken(clock.now()));
        live.jobs(reference);

        Map<String, Object> words = spoken(clock.now());
        words.put("agreed", "I ring at nine.");
        assertThatThrownBy(() -> live.send("ssw1", claimedBefore(alarm), words)).hasMessageContaining("on record");
        live.jobs(reference);
        assertThat(live.open(reference))
                .as("nothing worse than the answer: nobody is woken")
                .doesNotContain("acknowledge");
    }

    /** The to-do as the other window of whoever had it holds it still. */
    private static Task claimedBefore(Task task) {
        task.setAssignee("whoever had it");
        return task;
    }

    @Test
    void aCallToTheAuthorityEndsWhenTheAnswerSettlesItUnlessSomebodyIsOnIt() {
        clock.set(Weeks.nextSaturdayNight());
        String reference = reported("carer2", ReportAnswers.unsure("C3"));
        live.timer(reference, "boundaryEvent_waitedLongEnough");
        assertThat(live.open(reference)).contains("tellByTelephone");
        settle(reference);
        assertThat(live.open(reference)).doesNotContain("tellByTelephone");
        assertThat(record.entries(reference)).extracting(Entry::title).contains("The call need not be made any more");
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is at the door.", true));
        live.jobs(reference);
        assertThat(live.open(reference))
                .as("a later alarm has a call of its own")
                .contains("tellByTelephone");

        clock.set(Weeks.nextSaturdayNight());
        String begun = reported("carer2", ReportAnswers.unsure("C3"));
        live.timer(begun, "boundaryEvent_waitedLongEnough");
        live.take("manager1", begun, "tellByTelephone");
        settle(begun);
        assertThat(live.task(begun, "tellByTelephone").getAssignee()).isEqualTo("manager1");
        assertThat(live.shown("manager1", begun, "tellByTelephone").get("levelWords"))
                .asString()
                .contains("less serious");
        assertThat(record.entries(begun))
                .filteredOn(entry -> entry.title().equals("The call need not be made any more"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.statements())
                        .extracting(Statement::question)
                        .contains("Who had begun it and says what came of it"));
    }

    private void settle(String reference) {
        Map<String, Object> answer = spoken(clock.now());
        answer.put("danger", List.of("none"));
        answer.putAll(Map.of("police", "notNeeded", "policeHow", "Nothing for them.", "help", "A quiet night."));
        live.send("duty1", reference, "acknowledge", answer);
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
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
    void whatCanWaitIsOnACarersListInTheMorning() {
        clock.set(Weeks.nextSaturdayNight());
        String reference = reported(
                "carer1",
                ReportAnswers.medium("C1")
                        .with("earlier", true)
                        .with("knownAt", Weeks.london(clock.now().minus(Duration.ofDays(2)))));
        String record = live.task(reference, "completeRecord").getId();
        Visitor carer = Visitor.loggedIn(port, "carer1");
        assertThat(listed(carer, "To do now")).doesNotContain(record);
        assertThat(listed(carer, "For later")).as("but can be found").contains(record);

        clock.advance(Duration.ofMinutes(9 * 60 + 55));
        assertThat(listed(carer, "To do now")).as("07:59").doesNotContain(record);
        clock.advance(Duration.ofMinutes(2));
        assertThat(listed(carer, "To do now")).as("08:01").contains(record);
        assertThat(listed(carer, "For later")).doesNotContain(record);
        assertThat(Weeks.london(
                        live.task(reference, "completeRecord").getDueDate().toInstant()))
                .as("four hours from then")
                .endsWith("T12:00");
    }

    @Test
    void whatIsAskedInALiveAlarmDoesNotWait() {
        clock.set(Weeks.nextSaturdayNight());
        String reference = reported("carer1", ReportAnswers.highWithPolice("C1"));
        assertThat(listed(Visitor.loggedIn(port, "carer1"), "To do now"))
                .contains(live.task(reference, "preserveEvidence").getId());
    }

    @Test
    void twoChildrenOfOneHomeAreFollowedEachOnItsOwn() {
        String reference = live.begin("carer1");
        live.send(
                "carer1",
                reference,
                "reportContact",
                ReportAnswers.high("C1").with("otherChildren", List.of("C2")).sent());
        String other = incidents.ofSameReport(reference).get(0);
        live.jobs(reference);
        live.jobs(other);
        assertThat(live.open(reference)).contains("acknowledge");
        assertThat(live.open(other)).contains("acknowledge");

        assertThat(schedules.running(reference).orElseThrow().childId()).isEqualTo("C1");
        assertThat(schedules.running(other).orElseThrow().childId()).isEqualTo("C2");
        for (String each : List.of(reference, other)) {
            long schedule = schedules.running(each).orElseThrow().id();
            String otherCase = each.equals(reference) ? other : reference;
            assertThat(soFar.requests(schedule)).contains(each).doesNotContain(otherCase);
            assertThat(soFar.looks(schedule))
                    .filteredOn(look -> soFar.askedFor(look.id()).contains(each))
                    .hasSize(7);
            assertThat(touchpoints.isOpen(schedule)).isTrue();
        }

        assertThat(live.shown("ssw1", reference, "tellByTelephone").toString())
                .contains("01632 960201")
                .doesNotContain("01632 960301");
        assertThat(live.shown("ssw1", other, "tellByTelephone").toString())
                .contains("01632 960301")
                .doesNotContain("01632 960201");
        assertThat(access.mayRead("childsw1", other)).isFalse();
        assertThat(access.mayRead("childsw2", reference)).isFalse();
        assertThat(record.entries(other))
                .flatExtracting(Entry::statements)
                .extracting(Statement::answer)
                .noneMatch(answer ->
                        answer.contains(agency.child("C1").orElseThrow().label()));
    }

    /** How often anybody was asked, each person each time. */
    private long asked(String reference) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals("Asked to answer"))
                .flatMap(entry -> entry.statements().stream())
                .filter(said -> said.question().equals("Who"))
                .flatMap(said -> Stream.of(said.answer().split(", ")))
                .count();
    }

    /** What that list shows the person. */
    private static String listed(Visitor person, String list) {
        String lists = "/camunda/api/engine/engine/default/filter";
        for (JsonNode filter :
                person.get(lists + "?itemCount=false&resourceType=Task").body()) {
            if (filter.path("name").asText().equals(list)) {
                return person.post(lists + "/" + filter.path("id").asText() + "/list", Map.of())
                        .text();
            }
        }
        throw new AssertionError("No list " + list);
    }

    static Map<String, Object> spoken(Instant at) {
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

    private void tap(String reference, String question, String answer) {
        live.as("carer2", () -> {
            said.danger(
                    reference,
                    "carer2",
                    new Tap(answer, Optional.ofNullable(question), Optional.empty(), false, Duration.ZERO));
            return null;
        });
        live.jobs(reference);
    }

    private void answer(String reference) {
        Map<String, Object> answer = spoken(clock.now());
        if (live.shown("ssw2", reference, "acknowledge").get("askNamed").equals(true)) {
            answer.put("namedPerson", "none");
        }
        live.send("ssw2", reference, "acknowledge", answer);
        live.jobs(reference);
    }

    private Set<String> toldSoFar(String reference) {
        return telling.toldSoFar(reference);
    }
}
