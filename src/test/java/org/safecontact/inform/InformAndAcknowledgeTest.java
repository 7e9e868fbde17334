package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.carer.ThankYou;
import org.safecontact.incident.named.NamedPeople;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The alarm as its diagram draws it: every way through, every timer. */
@SafeContactTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InformAndAcknowledgeTest {

    private static final String SATURDAY_NIGHT = "2026-11-21T22:04";
    private static final Map<String, Object> HIGH = Map.of("concerns", List.of("crime"));
    private static final Map<String, Object> HIGH_UNSURE = Map.of("immediateDanger", "unsure");

    @Autowired
    private Cases cases;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private Coverage coverage;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private Incidents incidents;

    @Autowired
    private AnswerRepository given;

    @Autowired
    private NamedPeople namedPeople;

    @Autowired
    private ToldSoFar toldSoFar;

    @Autowired
    private ThankYou thanks;

    @Autowired
    private CaseRecord record;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private LadderRepository repository;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    void watch() {
        coverage.begin(InformAndAcknowledgeTest.class);
    }

    @AfterAll
    void everythingWasGoneThrough() {
        coverage.requireAll("inform-and-acknowledge");
    }

    @Test
    void anOrdinaryTuesdayOnePersonIsToldAndAnswers() {
        // A month of its own: three earlier contacts would make it more than LOW.
        clock.setLondon("2027-05-11T16:10");
        String reference = cases.report(Map.of());
        String alarm = cases.tell(reference, "alarm", null);

        Task task = cases.task(reference, "acknowledge");
        assertThat(cases.offeredTo(task)).containsExactly("ssw1");
        assertThat(task.getDueDate()).isEqualTo("2027-05-11T16:00:00.000");
        assertThat(cases.allTasks(reference, "tellByTelephone")).isEmpty();

        cases.submit(task, "ssw1", Cases.looksAfterIt());

        assertThat(ended(alarm)).isTrue();
        assertThat(toldSoFar.toldSoFar(reference)).containsExactly("ssw1");
        assertThat(toldSoFar.taken(reference)).get().satisfies(taken -> {
            assertThat(taken.personId()).isEqualTo("ssw1");
            assertThat(taken.answered()).isTrue();
        });
        assertThat(record.entries(reference)).extracting(Entry::title).contains("Asked to answer", "Answered");
    }

    @Test
    void onlyWhoIsInItsRightPlaceMayTakeIt() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(Map.of());
        cases.tell(reference, "alarm", null);
        Task task = cases.task(reference, "acknowledge");

        for (String other : List.of("ssw2", "carer1", "carer2", "childsw1", "admin")) {
            assertThatThrownBy(() -> cases.claim(task, other)).as(other).isInstanceOf(AuthorizationException.class);
        }
        cases.claim(task, "ssw1");
    }

    @Test
    void silenceClimbsAndWhoeverWasToldMayAnswer() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        String alarm = cases.tell(reference, "alarm", null);
        assertThat(cases.offeredTo(cases.task(reference, "acknowledge"))).containsExactly("duty1", "manager1");
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone"))).containsExactly("duty1", "manager1");

        clock.advance(Duration.ofMinutes(30));
        jobs.runDue(alarm);

        Task task = cases.task(reference, "acknowledge");
        assertThat(cases.offeredTo(task)).containsExactly("duty1", "manager1", "teammanager1");
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone")))
                .as("the call belongs to everybody who was told")
                .containsExactly("duty1", "manager1", "teammanager1");
        cases.submit(task, "manager1", Cases.spoken());
        assertThat(ended(alarm)).isTrue();
        assertThat(out(alarm, "acknowledgedBy")).isEqualTo("manager1");
        assertThat(cases.allTasks(reference, "tellByTelephone"))
                .as("an answer does not take the call away")
                .hasSize(1);
    }

    @Test
    void theAlarmRepeatsUntilSomebodyAnswers() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        String alarm = cases.tell(reference, "alarm", null);
        for (int turn = 0; turn < 6; turn++) {
            clock.advance(Duration.ofMinutes(turn == 0 ? 30 : 15));
            jobs.runDue(alarm);
        }

        Task task = cases.task(reference, "acknowledge");
        assertThat(cases.offeredTo(task)).containsExactly("director1", "duty1", "manager1", "teammanager1");
        cases.submit(task, "director1", Cases.spoken());
        assertThat(ended(alarm)).isTrue();
    }

    @Test
    void takingItHoldsTheClimbForTenMinutesOnceAndGivingBackLetsItGoOn() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        Instant told = clock.now();
        String alarm = cases.tell(reference, "alarm", null);
        clock.advance(Duration.ofMinutes(25));
        Task task = cases.task(reference, "acknowledge");
        cases.claim(task, "duty1");

        clock.advance(Duration.ofMinutes(9));
        jobs.runDue(alarm);
        assertThat(cases.task(reference, "acknowledge").getId())
                .as("held past its own deadline")
                .isEqualTo(task.getId());

        cases.giveBack(task);
        clock.advance(Duration.ofMillis(1));
        clock.advance(Duration.ofMinutes(-4));
        cases.claim(task, "duty1");
        clock.advance(Duration.ofMinutes(4));
        jobs.runDue(alarm);
        Task next = cases.task(reference, "acknowledge");
        assertThat(cases.offeredTo(next))
                .as("the same person cannot hold the same turn twice")
                .contains("teammanager1");
        assertThat(next.getDueDate().toInstant())
                .as("four minutes late, and due when it would be")
                .isEqualTo(told.plus(Duration.ofMinutes(30 + 15)));
    }

    @Test
    void whoHasItStandsInTheRecordAndGivenBackEverybodyElseIsAskedAgain() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        Task task = cases.task(reference, "acknowledge");
        cases.claim(task, "duty1");
        Entry taken = record.entries(reference).stream()
                .filter(entry -> entry.title().equals("Somebody has taken it"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(taken.statements())
                .extracting(Statement::question)
                .containsExactly("Who has it", "Since", "Nobody else is asked before");
        List<String> before = askedToAnswer(reference);

        cases.giveBack(task);

        List<String> again = new ArrayList<>(askedToAnswer(reference));
        before.forEach(again::remove);
        assertThat(again).as("duty gave it back, the manager was told with it").containsExactly("manager1");

        cases.claim(task, "duty1");
        cases.giveBack(task);
        assertThat(askedToAnswer(reference)).as("and once more").hasSize(before.size() + 2);
    }

    @Test
    void whoGotItByNameAndGivesItBackIsTheOneWhoGaveItBack() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        Task task = cases.task(reference, "acknowledge");
        cases.claim(task, "duty1");
        cases.handOver(task, "duty1", "manager1");
        List<String> before = askedToAnswer(reference);
        cases.giveBack(task, "manager1");

        assertThat(repository.ofCase(reference))
                .filteredOn(row -> row.what() == ToldRow.What.GIVEN_BACK)
                .extracting(row -> row.personId().orElseThrow())
                .containsExactly("duty1", "manager1");
        List<String> again = new ArrayList<>(askedToAnswer(reference));
        before.forEach(again::remove);
        assertThat(again).as("duty is asked again, who gave it back is not").containsExactly("duty1");
    }

    @Test
    void whoeverIsAskedAgainIsAskedAsWhoTheyWereTold() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        String alarm = cases.tell(reference, "alarm", null);
        clock.advance(Duration.ofMinutes(30));
        jobs.runDue(alarm);
        Task task = cases.task(reference, "acknowledge");
        cases.claim(task, "teammanager1");
        cases.giveBack(task);

        assertThat(jdbc.sql(
                                "select person_id || ' ' || role from told where reference = ? and what = 'TOLD' order by id desc limit 2")
                        .param(reference)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("duty1 dutySocialWorker", "manager1 registeredManager");
    }

    @Test
    void aLaterAlarmIsNotAnsweredByTheCallOfTheFirst() {
        clock.setLondon("2026-11-25T22:10");
        String reference = cases.report("carer2", "C3", HIGH, List.of());
        cases.tell(reference, "alarm", "duty1");
        String later = cases.tell(reference, "alarm", "duty1");

        assertThat(ended(later)).isFalse();
        assertThat(cases.offeredTo(cases.task(reference, "acknowledge"))).contains("duty1");
    }

    @Test
    void belowHighItWaitsSinceTheFirstWasAskedWhoeverIsAskedMeanwhile() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(Map.of("contactKind", "secretAccount"));
        String alarm = cases.tell(reference, "alarm", null);
        clock.setLondon("2026-11-24T12:00");
        jobs.runDue(alarm);

        Task task = cases.task(reference, "acknowledge");
        assertThat(cases.offeredTo(task)).containsExactly("duty1", "ssw1");
        assertThat(task.getDueDate().toInstant()).as("late from now on").isEqualTo(clock.now());
        assertThat(cases.shown(task, "duty1").get("waits"))
                .asString()
                .startsWith("**This should have been answered by 12:00 today.** Please answer by 13:00 today");
        cases.claim(task, "duty1");
        cases.giveBack(task);
        assertThat(cases.task(reference, "acknowledge").getDueDate().toInstant())
                .isEqualTo(clock.now());
        clock.setLondon("2026-11-24T13:00");
        jobs.runDue(alarm);
        assertThat(cases.offeredTo(cases.task(reference, "acknowledge"))).contains("teammanager1");
    }

    private List<String> askedToAnswer(String reference) {
        return jdbc.sql("select recipient from outgoing_message where reference = :reference and wanted = 'ANSWER'")
                .param("reference", reference)
                .query(String.class)
                .list();
    }

    @Test
    void whoTookItAndFellAsleepIsPassedAfterTenMinutes() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        String alarm = cases.tell(reference, "alarm", null);
        clock.advance(Duration.ofMinutes(1));
        cases.claim(cases.task(reference, "acknowledge"), "duty1");
        assertThat(cases.task(reference, "acknowledge").getDueDate())
                .as("and reads so")
                .isEqualTo(Date.from(clock.now().plus(Duration.ofMinutes(10))));
        assertThat(toldSoFar.taken(reference))
                .get()
                .satisfies(taken -> assertThat(taken.ringsBy())
                        .as("the carer too")
                        .contains(clock.now().plus(Duration.ofMinutes(10))));

        clock.advance(Duration.ofMinutes(10));
        jobs.runDue(alarm);

        assertThat(toldSoFar.taken(reference)).as("nobody has it any more").isEmpty();
        Task next = cases.task(reference, "acknowledge");
        assertThat(cases.offeredTo(next)).contains("teammanager1");
        assertThat(next.getAssignee()).isNull();
    }

    @Test
    void belowHighTakingItHoldsNothing() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(Map.of("contactKind", "secretAccount"));
        String alarm = cases.tell(reference, "alarm", null);
        clock.advance(Duration.ofMinutes(115));
        cases.claim(cases.task(reference, "acknowledge"), "ssw1");

        clock.advance(Duration.ofMinutes(5));
        jobs.runDue(alarm);

        assertThat(cases.offeredTo(cases.task(reference, "acknowledge"))).contains("duty1");
    }

    @Test
    void answeringWithoutHavingSpokenToTheCarerIsRefused() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        Task task = cases.task(reference, "acknowledge");
        Map<String, Object> answers = Cases.spoken();
        answers.put("spokenWithCarer", "no");
        answers.remove("spokenAt");

        FormRefused refused = catchThrowableOfType(FormRefused.class, () -> cases.submit(task, "duty1", answers));

        assertThat(refused.messages()).containsOnlyKeys("spokenWithCarer");
        assertThat(toldSoFar.taken(reference)).isEmpty();
        assertThat(cases.task(reference, "acknowledge")).isNotNull();
    }

    @Test
    void aSlipInTheDateAnswersNothing() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        Task task = cases.task(reference, "acknowledge");
        for (String field : List.of("spokenAt", "policeAt")) {
            Map<String, Object> answers = Cases.spoken();
            answers.put(field, clock.now().minus(Duration.ofHours(25)).toString());

            FormRefused refused = catchThrowableOfType(FormRefused.class, () -> cases.submit(task, "duty1", answers));

            assertThat(refused.messages()).containsOnlyKeys(field);
            assertThat(refused.messages().get(field)).startsWith("That is long before this was told");
        }
        assertThat(toldSoFar.taken(reference)).isEmpty();

        Map<String, Object> rangFirst = Cases.spoken();
        rangFirst.put("policeAt", clock.now().minus(Duration.ofHours(23)).toString());
        cases.submit(task, "duty1", rangFirst);
        assertThat(toldSoFar.taken(reference)).isPresent();
    }

    @Test
    void theOpenQuestionIsSettledFirstAndNobodyElseIsWoken() {
        clock.setLondon("2027-07-10T22:00");
        String reference = cases.report(HIGH_UNSURE);
        String alarm = cases.tell(reference, "alarm", null);
        assertThat(cases.offeredTo(cases.task(reference, "acknowledge"))).containsExactly("duty1");
        Map<String, Object> answers = Cases.spoken();
        answers.put("danger", List.of("none"));

        cases.submit(cases.task(reference, "acknowledge"), "duty1", answers);

        assertThat(ended(alarm)).isTrue();
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
        assertThat(out(alarm, "riskLevel")).isEqualTo("LOW");
        assertThat(toldSoFar.toldSoFar(reference)).containsExactly("duty1");
        assertThat(cases.allTasks(reference, "tellByTelephone")).isEmpty();
        assertThat(incidents.decisions(reference)).hasSize(2);
    }

    @Test
    void whenTheAnswerKeepsItHighThoseWhoWaitedAreTold() {
        clock.setLondon("2026-11-21T22:00");
        String reference = cases.report(HIGH_UNSURE);
        cases.tell(reference, "alarm", null);
        Map<String, Object> answers = Cases.spoken();
        answers.put("danger", List.of("unsure"));

        cases.submit(cases.task(reference, "acknowledge"), "duty1", answers);

        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(toldSoFar.toldSoFar(reference)).containsExactlyInAnyOrder("duty1", "manager1");
        assertThat(cases.allTasks(reference, "tellByTelephone")).hasSize(1);
    }

    @Test
    void afterThirtyMinutesThoseWhoWaitAreToldEvenWhenSomebodyHoldsIt() {
        clock.setLondon("2026-11-21T22:00");
        String reference = cases.report(HIGH_UNSURE);
        String alarm = cases.tell(reference, "alarm", null);
        clock.advance(Duration.ofMinutes(25));
        cases.claim(cases.task(reference, "acknowledge"), "duty1");

        clock.advance(Duration.ofMinutes(5));
        jobs.runDue(alarm);

        assertThat(cases.task(reference, "acknowledge").getAssignee()).isEqualTo("duty1");
        assertThat(toldSoFar.toldSoFar(reference)).containsExactlyInAnyOrder("duty1", "manager1");
        assertThat(cases.allTasks(reference, "tellByTelephone")).hasSize(1);
    }

    @Test
    void whoTookTheCallHasAnsweredAndTheOthersAreTold() {
        clock.setLondon("2026-11-25T22:10");
        String reference = cases.report("carer2", "C3", HIGH, List.of());
        String alarm = cases.tell(reference, "alarm", "duty1");

        assertThat(ended(alarm)).isTrue();
        assertThat(out(alarm, "acknowledgedBy")).isEqualTo("duty1");
        assertThat(toldSoFar.toldSoFar(reference)).containsExactlyInAnyOrder("duty1", "manager1");
        assertThat(toldSoFar.taken(reference))
                .get()
                .extracting(taken -> taken.personId())
                .isEqualTo("duty1");
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone")))
                .as("who spoke with the carer may ring too")
                .containsExactlyInAnyOrder("duty1", "manager1");
    }

    @Test
    void aQuestionLeftOpenInTheCallKeepsItHighAndNobodyWaitsForAnotherAnswer() {
        clock.setLondon("2026-11-25T22:10");
        String reference = cases.report("carer2", "C3", HIGH_UNSURE, List.of());
        String alarm = cases.tell(reference, "alarm", "duty1");

        assertThat(ended(alarm)).isTrue();
        assertThat(toldSoFar.toldSoFar(reference)).containsExactlyInAnyOrder("duty1", "manager1");
        assertThat(cases.allTasks(reference, "tellByTelephone")).hasSize(1);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);

        cases.tell(reference, "alarm", "duty1");
        assertThat(cases.shown(cases.task(reference, "acknowledge"), "duty1"))
                .as("the next alarm settles it")
                .containsEntry("askOpen", true)
                .containsEntry("askDanger", true);
    }

    @Test
    void inTheOfficeTheSupervisingAndTheChildsSocialWorkerHearOfAQuestionLeftOpenInTheCall() {
        clock.setLondon("2026-11-25T11:10");
        String reference = cases.report("carer2", "C3", HIGH_UNSURE, List.of());
        cases.tell(reference, "alarm", "duty1");

        assertThat(toldSoFar.toldSoFar(reference)).containsExactlyInAnyOrder("duty1", "ssw2", "manager1");
        assertThat(cases.allTasks(reference, "tellByTelephone")).hasSize(1);
    }

    @Test
    void somebodyNamedInTheAnswerIsKeptAwayAndTheManagerHearsItFirst() {
        clock.setLondon("2026-11-21T22:00");
        Map<String, Object> notAnswered = new HashMap<>(HIGH);
        notAnswered.put("namedPerson", "not answered");
        String reference = cases.report(notAnswered);
        String alarm = cases.tell(reference, "alarm", null);
        Map<String, Object> answers = Cases.spoken();
        answers.put("namedPerson", "household");
        answers.put("namedPersons", List.of("carer3"));

        cases.submit(cases.task(reference, "acknowledge"), "duty1", answers);

        Task next = cases.task(reference, "acknowledge");
        assertThat(next.getDueDate()).isEqualTo("2026-11-21T22:30:00.000");
        assertThat(cases.offeredTo(next)).as("the manager alone").containsExactly("manager1");
        assertThatThrownBy(() -> cases.submit(next, "duty1", Cases.spoken()))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> cases.submit(next, "manager1", Cases.spoken()))
                .as("nobody of the home is spoken with, and nothing agreed with them")
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .containsOnlyKeys("spokenWithCarer", "agreed", "whatNext"));
        cases.submit(
                next,
                "manager1",
                Map.of(
                        "childIs", "At home, as far as I know",
                        "police", "rung",
                        "policeWho", "The LADO",
                        "policeAt", Cases.spoken().get("policeAt"),
                        "whatNext", "I ask the LADO now"));
        assertThat(ended(alarm)).isTrue();
        assertThat(out(alarm, "acknowledgedBy")).isEqualTo("manager1");
    }

    @Test
    void somebodyNamedWhileItWaitsTakesItToTheManagerAndNobodyElseIsAskedAnyMore() {
        clock.setLondon("2027-07-17T22:00");
        String reference = cases.report("carer2", "C3", HIGH, List.of());
        String alarm = cases.tell(reference, "alarm", null);
        cases.claim(cases.task(reference, "acknowledge"), "duty1");

        named(reference, "ssw2");
        jobs.runDue(alarm);
        Task task = cases.task(reference, "acknowledge");
        assertThat(cases.offeredTo(task)).containsExactly("manager1");
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("No longer asked"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.statements())
                        .extracting(Statement::answer)
                        .contains(
                                "Frankie Nightingale",
                                "Somebody near the child is named: a registered manager answers this."));

        int asked = askedToAnswer(reference).size();
        named(reference, "teammanager1");
        jobs.runDue(alarm);
        assertThat(cases.task(reference, "acknowledge").getId())
                .as("who has it hears it, and goes on with the same")
                .isEqualTo(task.getId());
        assertThat(askedToAnswer(reference)).hasSize(asked + 1);
        cases.submit(task, "manager1", Cases.spoken());
        assertThat(ended(alarm)).isTrue();
    }

    /** A carer's report names this worker. */
    private void named(String reference, String worker) {
        Map<String, Object> answers = Map.of("namedPerson", "worker", "namedPersons", List.of(worker));
        transaction.executeWithoutResult(status -> {
            answers.forEach((question, answer) -> given.answer(reference, question, answer, "carer2", clock.now()));
            namedPeople.keepAway(incidents.get(reference), answers, false);
        });
    }

    @Test
    void nothingReachesWhoIsNamed() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report("carer2", "C3", Map.of("namedPerson", "worker"), List.of("ssw2"));
        cases.tell(reference, "alarm", null);

        assertThat(toldSoFar.toldSoFar(reference)).containsExactly("manager1");
        cases.as(
                "ssw2",
                () -> assertThat(tasks.createTaskQuery()
                                .processInstanceBusinessKey(reference)
                                .count())
                        .isZero());
        assertThat(cases.allTasks(reference, "tellByTelephone")).isEmpty();
    }

    @Test
    void aStandInTakesItForASupervisingSocialWorkerWhoFallsIllMeanwhile() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);

        assertThat(tasks.getIdentityLinksForTask(
                        cases.task(reference, "acknowledge").getId()))
                .extracting(link -> link.getGroupId())
                .contains("supervisingSocialWorker");
    }

    @Test
    void theMorningHandoverAsksTheSupervisingSocialWorkerAndIsAnsweredWithoutTheQuestionsOfTheNight() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        clock.setLondon("2026-11-23T09:00");
        String alarm = cases.tell(reference, "handover", null);

        assertThat(cases.offeredTo(cases.task(reference, "acknowledge"))).containsExactly("ssw1");
        assertThat(cases.allTasks(reference, "tellByTelephone")).hasSize(1);
        assertThat(jdbc.sql("""
                                select recipient || ' ' || wanted || ' ' || to_char(by_when at time zone 'Europe/London', 'HH24:MI')
                                from outgoing_message where reference = ? order by by_when""").param(reference).query(String.class).list())
                .as("the call comes before the answer")
                .containsExactly("ssw1 RING 09:30", "ssw1 ANSWER 10:00");
        clock.advance(Duration.ofHours(1));
        jobs.runDue(alarm);
        assertThat(cases.offeredTo(cases.task(reference, "acknowledge"))).containsExactly("ssw1", "teammanager1");
        cases.submit(cases.task(reference, "acknowledge"), "ssw1", Cases.looksAfterIt());
        assertThat(ended(alarm)).isTrue();
    }

    @Test
    void whatNobodyTakesOverIsAskedForInTheDayAndWakesNobody() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        String alarm = null;
        for (String moment : List.of("09:00", "10:00", "11:00", "12:00", "13:00", "16:50")) {
            clock.setLondon("2026-11-23T" + moment);
            if (alarm == null) {
                alarm = cases.tell(reference, "handover", null);
            }
            jobs.runDue(alarm);
        }
        assertThat(jdbc.sql(
                                "select person_id || ' ' || role from told where reference = ? and what = 'TOLD' order by id desc limit 4")
                        .param(reference)
                        .query(String.class)
                        .list())
                .as("each as who they are")
                .containsExactlyInAnyOrder(
                        "director1 responsibleIndividual",
                        "ssw1 supervisingSocialWorker",
                        "teammanager1 teamManager",
                        "manager1 registeredManager");
        int asked = askedToAnswer(reference).size();
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("Asked to answer"))
                .last()
                .satisfies(entry -> assertThat(entry.statements())
                        .contains(new Statement(
                                "As",
                                "Jules Overall: responsible individual; Dana Northgate: supervising social worker;"
                                        + " Gray Teamwell: team manager; Harper Leadwell: registered manager")));

        clock.setLondon("2026-11-23T22:50");
        jobs.runDue(alarm);
        cases.claim(cases.task(reference, "acknowledge"), "ssw1");
        clock.setLondon("2026-11-24T08:59");
        jobs.runDue(alarm);
        assertThat(askedToAnswer(reference)).as("nobody hears of it at night").hasSize(asked);

        clock.setLondon("2026-11-24T09:00");
        jobs.runDue(alarm);
        assertThat(askedToAnswer(reference)).hasSizeGreaterThan(asked);
    }

    @Test
    void whatIsHandedOverInTheMorningLeavesTheAnswerOfTheNight() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        cases.submit(cases.task(reference, "acknowledge"), "duty1", Cases.spoken());
        clock.setLondon("2026-11-23T09:00");
        cases.tell(reference, "handover", null);
        Task handover = cases.task(reference, "acknowledge");

        cases.claim(handover, "ssw1");
        assertThat(toldSoFar.taken(reference)).get().satisfies(taken -> {
            assertThat(taken.personId()).isEqualTo("duty1");
            assertThat(taken.answered()).isTrue();
        });
        cases.giveBack(handover);
        assertThat(toldSoFar.taken(reference))
                .get()
                .satisfies(taken -> assertThat(taken.personId()).isEqualTo("duty1"));
    }

    @Test
    void whoTakesOverReadsFirstWhatTheNightDecided() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        cases.submit(cases.task(reference, "acknowledge"), "duty1", Cases.spoken());
        for (String title : List.of("Assessment", "Second signature")) {
            record.append(
                    reference,
                    NewEntry.now(
                            EntryKind.DECISION,
                            title,
                            List.of(new Statement("What is decided, who does what by when", "Doors stay locked.")),
                            Author.SYSTEM));
        }
        clock.setLondon("2026-11-23T09:00");
        cases.tell(reference, "handover", null);

        Task handover = cases.task(reference, "acknowledge");
        assertThat(handover.getName()).isEqualTo("Take over from the night");
        Map<String, Object> shown = cases.shown(handover, "ssw1");
        assertThat(shown.get("night"))
                .asString()
                .containsSubsequence(
                        "**Assessment**, ",
                        "Doors stay locked",
                        "**Second signature**, ",
                        "**Answered by Frankie Nightingale ");
        assertThat(shown.get("answered")).as("not twice").isEqualTo("");
    }

    @Test
    void whoTookOverInTheMorningHasItAndSaysWhenTheyRing() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        cases.submit(cases.task(reference, "acknowledge"), "duty1", Cases.spoken());
        clock.setLondon("2026-11-23T09:00");
        cases.tell(reference, "handover", null);
        Map<String, Object> answer = new HashMap<>(Map.of("whatNext", "I ring you at four each day."));
        answer.put("ringsBy", "2026-11-23T16:00:00Z");
        clock.advance(Duration.ofMinutes(6));
        cases.submit(cases.task(reference, "acknowledge"), "ssw1", answer);

        assertThat(thanks.words(reference, "carer1").lines())
                .contains(
                        "Supervising social worker Dana Northgate has taken this over and rings you again by 16:00 today.",
                        "Dana Northgate: I ring you at four each day.")
                .noneMatch(line -> line.contains("Frankie Nightingale"));
        assertThat(toldSoFar.taken(reference))
                .get()
                .satisfies(taken -> assertThat(taken.personId()).isEqualTo("ssw1"));

        clock.advance(Duration.ofHours(1));
        cases.tell(reference, "moreWorried", null);
        assertThat(toldSoFar.taken(reference))
                .as("nobody has answered what is new")
                .isEmpty();
        assertThat(toldSoFar.answeredBefore(reference))
                .get()
                .satisfies(before -> assertThat(before.personId()).isEqualTo("ssw1"));
    }

    @Test
    void twoAtOnceOneWinsAndTheOtherReadsWhoAndLosesNothing() throws Exception {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(HIGH);
        String alarm = cases.tell(reference, "alarm", null);
        Task task = cases.task(reference, "acknowledge");
        Map<String, Object> first = Cases.spoken();
        first.put("agreed", "The supervising worker rings again at eleven");
        Map<String, Object> second = Cases.spoken();
        second.put("agreed", "The manager rings again at noon");
        CompletableFuture<Throwable> one;
        CompletableFuture<Throwable> other;
        try (Held held = hold(alarm)) {
            one = submitting(task, "ssw1", first);
            other = submitting(task, "manager1", second);
            held.untilSomebodyWaits();
        }

        List<Throwable> lost = Stream.of(
                        one.get(Patience.SECONDS, TimeUnit.SECONDS), other.get(Patience.SECONDS, TimeUnit.SECONDS))
                .filter(Objects::nonNull)
                .toList();

        assertThat(lost)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(SomebodyWasFaster.class)
                        .message()
                        .containsAnyOf("Dana Northgate", "Harper Leadwell")
                        .contains("has already done this, today at 10:00", "You need not do it again"));
        assertThat(ended(alarm)).isTrue();
        assertThat(repository.ofLadder(alarm))
                .filteredOn(row -> row.what() == ToldRow.What.ANSWERED)
                .hasSize(1);
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().startsWith("Answer that came second"))
                .isNotEmpty();
        assertThat(record.entries(reference).stream()
                        .flatMap(entry -> entry.statements().stream())
                        .map(statement -> statement.answer()))
                .contains("The supervising worker rings again at eleven", "The manager rings again at noon");
    }

    @Test
    void whoSendsALateAnswerToATurnThatWentOnIsToldSoAndKeepsTheWords() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        String alarm = cases.tell(reference, "alarm", null);
        Task task = cases.task(reference, "acknowledge");
        clock.advance(Duration.ofMinutes(30));
        jobs.runDue(alarm);

        assertThatThrownBy(() -> cases.submit(task, "duty1", Cases.spoken()))
                .isInstanceOf(SomebodyWasFaster.class)
                .hasMessageContaining("others have been asked too");
        assertThat(record.entries(reference).stream()
                        .flatMap(entry -> entry.statements().stream())
                        .map(statement -> statement.answer()))
                .contains("Doors locked, phone on charge, I ring at 23:00");
    }

    @Test
    void everythingEndsWhenTheCaseIsTakenBack() {
        clock.setLondon(SATURDAY_NIGHT);
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .count())
                .as("the alarm, two messages and a call")
                .isEqualTo(4);

        events.publishEvent(new IncidentEnded(reference, Incident.State.WITHDRAWN));
        jobs.runDue();

        assertThat(cases.allTasks(reference, "acknowledge")).isEmpty();
        assertThat(cases.allTasks(reference, "tellByTelephone")).isEmpty();
    }

    private CompletableFuture<Throwable> submitting(Task task, String person, Map<String, Object> answers) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                cases.submit(task, person, answers);
                return null;
            } catch (RuntimeException failure) {
                return failure;
            }
        });
    }

    /** Holds an alarm as somebody does who is answering it at this moment. */
    private Held hold(String alarm) throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            repository.lock(alarm);
            locked.countDown();
            try {
                release.await(Patience.SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
        assertThat(locked.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Held(holder, release);
    }

    private final class Held implements AutoCloseable {

        private final CompletableFuture<Void> holder;
        private final CountDownLatch release;

        private Held(CompletableFuture<Void> holder, CountDownLatch release) {
            this.holder = holder;
            this.release = release;
        }

        void untilSomebodyWaits() {
            Patience.untilWaiting(jdbc, 2);
        }

        @Override
        public void close() {
            release.countDown();
            holder.join();
        }
    }

    private boolean ended(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
    }

    /** The history keeps no variables, so what came out is what the told rows and the incident say. */
    private Object out(String instance, String variable) {
        return switch (variable) {
            case "acknowledgedBy" ->
                repositoryRows(instance).stream()
                        .filter(row -> row.what() == ToldRow.What.ANSWERED)
                        .reduce((one, other) -> other)
                        .flatMap(ToldRow::personId)
                        .orElse(null);
            default ->
                incidents
                        .get(history.createHistoricProcessInstanceQuery()
                                .processInstanceId(instance)
                                .singleResult()
                                .getBusinessKey())
                        .level()
                        .orElseThrow()
                        .name();
        };
    }

    private List<ToldRow> repositoryRows(String instance) {
        return repository.ofLadder(instance);
    }
}
