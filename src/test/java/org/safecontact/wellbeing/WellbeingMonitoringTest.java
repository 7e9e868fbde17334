package org.safecontact.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.StandInTable;
import org.safecontact.TestClock;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTasks;
import org.safecontact.demo.MailSink;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.carer.ThankYou;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.journey.Visitor;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the child is in the next days, as the diagram draws it: every way through, every timer. */
@SafeContactTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WellbeingMonitoringTest {

    private static final String TUESDAY = "2026-11-24T16:10";
    private static final Map<String, Object> LOW = Map.of();
    private static final Map<String, Object> MEDIUM = Map.of("distress", "marked");
    private static final Map<String, Object> HIGH = Map.of("contactBarred", "yes");
    private static final Map<String, Object> IMMEDIATE = Map.of("threatToLife", "yes");
    private static final String LOOK = "observeWellbeing";
    private static final String CALL = "callAboutChild";
    private static final String CLOSE = "closeWellbeing";

    @Autowired
    private Followed followed;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MailSink mails;

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Coverage coverage;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Incidents incidents;

    @Autowired
    private CaseMessages cases;

    @Autowired
    private CaseAccess access;

    @Autowired
    private CaseTasks toDos;

    @Autowired
    private LooksDone looksDone;

    @Autowired
    private Schedules schedules;

    @Autowired
    private LooksSoFar soFar;

    @Autowired
    private CaseRecord record;

    @Autowired
    private ThankYou thanks;

    @Autowired
    private TouchpointRepository touchpoints;

    @Autowired
    private CaseFiles files;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void watch() {
        coverage.begin(WellbeingMonitoringTest.class);
    }

    @AfterAll
    void everythingWasGoneThrough() {
        coverage.requireAll("wellbeing-monitoring");
    }

    @BeforeEach
    void nobodyIsFollowedYet() {
        followed.nobody();
        clock.setLondon(TUESDAY);
    }

    @Test
    void anOrdinaryTuesdayTwoLooksAndItCloses() {
        String reference = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(reference);
        assertThat(followed.task(instance, LOOK)).as("not before it is due").isNull();
        assertThat(followed.task(instance, "touchpoint"))
                .as("LOW asks for none")
                .isNull();
        assertThat(looksDone.stillOpen(reference)).get().asString().contains("tomorrow at 20:00");

        until(instance, "2026-11-24T20:00");
        Task look = followed.task(instance, LOOK);
        assertThat(look.getAssignee()).isEqualTo("carer1");
        assertThat(look.getDueDate()).isEqualTo("2026-11-25T12:00:00.000");
        assertThat(looksDone.stillOpen(reference)).get().asString().contains("the last look is due tomorrow at 20:00");
        followed.submit(look, "carer1", Followed.asUsual());
        until(instance, "2026-11-25T20:00");
        clock.advance(Duration.ofMinutes(1));
        assertThat(looksDone.stillOpen(reference)).get().asString().contains("the last look was due today at 20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());

        assertThat(looksDone.stillOpen(reference)).as("the case may close").isEmpty();
        followed.submit(followed.task(instance, CLOSE), "ssw1", Followed.closed());
        assertThat(ended(instance)).isTrue();
        assertThat(titles(reference))
                .containsSubsequence(
                        "When somebody looks how the child is",
                        "How the child is",
                        "How the child is",
                        "Nobody needs to look any more");
    }

    @Test
    void whatWasSeenStandsInWordsAndTheChildsWordsApart() {
        String reference = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        Map<String, Object> seen = Followed.worse();
        seen.put("different", List.of("mood", "worry", "sleep", "eating", "school", "routine"));
        seen.put("saw", "Did not finish supper.");
        seen.put("familyWords", "I do not know whom to like.");
        seen.put("tonight", List.of("reassured", "routineKept"));
        followed.submit(followed.task(instance, LOOK), "carer1", seen);

        List<Entry> written = record.entries(reference);
        assertThat(written.stream().flatMap(entry -> entry.statements().stream()))
                .extracting(Statement::question, Statement::answer)
                .contains(
                        tuple("Compared with how they usually are", "Worse"),
                        tuple("In what?", "Mood; Worry; Sleep; Eating; School; Routine"),
                        tuple("What did you see or hear?", "Did not finish supper."),
                        tuple("Tonight", "I reassured them; Usual evening"));
        assertThat(written)
                .filteredOn(entry -> entry.kind() == EntryKind.CHILDS_WORDS)
                .flatExtracting(Entry::statements)
                .extracting(Statement::answer)
                .containsExactly("I do not know whom to like.");
    }

    @Test
    void silenceGoesToTheOtherCarerInTheMorningAndBecomesACallAtNoon() {
        String reference = followed.report("carer1", "C2", MEDIUM);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T22:30");
        assertThat(followed.offeredTo(followed.task(instance, LOOK)))
                .as("nobody is woken")
                .containsExactly("carer1");

        until(instance, "2026-11-25T08:00");
        assertThat(followed.task(instance, LOOK).getAssignee()).isNull();
        assertThat(followed.offeredTo(followed.task(instance, LOOK))).containsExactly("carer1", "carer3");

        until(instance, "2026-11-25T12:00");
        assertThat(followed.task(instance, LOOK)).as("no carer is late").isNull();
        assertThat(looksDone.stillOpen(reference))
                .get()
                .asString()
                .endsWith("To do now: Ring and ask how the child is (Dana Northgate).");
        Task call = followed.task(instance, CALL);
        assertThat(call.getDueDate()).isEqualTo("2026-11-25T17:00:00.000");
        assertThatThrownBy(() -> followed.submit(call, "ssw2", Followed.asUsual()))
                .isInstanceOf(AuthorizationException.class);
        Map<String, Object> asked = Followed.asUsual();
        asked.put("reached", "carer");
        asked.put("place", "home");
        asked.put("tonight", List.of("reassured", "routineKept"));
        followed.submit(call, "ssw1", asked);

        until(instance, "2026-11-25T20:00");
        until(instance, "2026-11-26T12:00");
        until(instance, "2026-11-26T20:00");
        assertThat(titles(reference)).as("nobody was reached").contains("Nobody looked how the child is");
        assertThat(followed.task(instance, CALL)).isNull();
        assertThat(followed.task(instance, LOOK)).as("the next look").isNotNull();
    }

    @Test
    void whereNobodyLooksForDaysTheTeamManagerCanRingFromTheSecondTimeOn() {
        clock.setLondon("2026-12-05T23:05");
        String reference = followed.report("carer1", "C1", IMMEDIATE);
        String instance = followed.follow(reference);
        for (String day : List.of("06", "07", "08", "09")) {
            until(instance, "2026-12-" + day + "T20:00");
            followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());
        }
        until(instance, "2026-12-10T20:00");
        assertThat(followed.task(instance, LOOK).getDueDate()).isEqualTo("2026-12-11T12:00:00.000");
        until(instance, "2026-12-11T12:00");
        assertThat(followed.task(instance, CALL)).as("each look becomes a call").isNotNull();
        assertThat(mayWork("ssw1", followed.task(instance, CALL).getId())).isTrue();
        assertThat(mayWork("teammanager1", followed.task(instance, CALL).getId()))
                .as("it is the first")
                .isFalse();
        for (String missed : List.of("2026-12-11", "2026-12-12", "2026-12-16", "2026-12-20")) {
            until(instance, missed + "T20:00");
            assertThat(followed.task(instance, LOOK)).as("look of " + missed).isNotNull();
            String next = missed.substring(0, 8) + (Integer.parseInt(missed.substring(8)) + 1);
            until(instance, next + "T08:59");
            assertThat(followed.task(instance, CALL)).isNull();
            until(instance, next + "T09:00");
            assertThat(mayWork("ssw1", followed.task(instance, CALL).getId())).isTrue();
            assertThat(mayWork("teammanager1", followed.task(instance, CALL).getId()))
                    .as("two in a row: " + next)
                    .isTrue();
        }
        jobs.runDue();
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("Asked to ring"))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.statements())
                        .extracting(Statement::answer)
                        .contains("Gray Teamwell, Dana Northgate"));
        assertThat(mails.letters())
                .filteredOn(letter -> letter.to().startsWith("teammanager1@"))
                .extracting(MailSink.Letter::subject)
                .anyMatch(subject -> subject.startsWith(reference + ": please make a telephone call"));
        until(instance, "2027-01-02T20:00");
        assertThat(mayWork("teammanager1", followed.task(instance, CALL).getId()))
                .as("the last call stays for two weeks")
                .isTrue();
        Map<String, Object> asked = Followed.asUsual();
        asked.putAll(Map.of("reached", "carer", "place", "home"));
        followed.submit(followed.task(instance, CALL), "teammanager1", asked);
        assertThat(followed.task(instance, CLOSE)).isNotNull();
        assertThat(titles(reference))
                .filteredOn("Nobody looked how the child is"::equals)
                .hasSize(4);
    }

    @Test
    void asUsualTwiceIsSaidOnlyWhereItWasSo() {
        String reference = followed.report("carer1", "C2", MEDIUM);
        String instance = followed.follow(reference);
        for (String evening : List.of("2026-11-24", "2026-11-26")) {
            until(instance, evening + "T20:00");
            followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());
        }
        until(instance, "2026-12-01T20:00");
        until(instance, "2026-12-15T20:00");
        Map<String, Object> visit = Followed.seenByWorker();
        visit.put("agreed", "Phone back on Tuesday, together.");
        followed.submit(followed.task(instance, "touchpoint"), "ssw1", visit);
        assertThat(thanks.words(reference, "carer1").lines())
                .anyMatch(line -> line.matches(
                        "Agreed with Dana Northgate, who saw the child, .*: Phone back on Tuesday, together\\."));
        Task close = followed.task(instance, CLOSE);
        assertThat(followed.shown(close).toString()).contains("Wednesday 25 November 2026, 20:00: nobody looked");
        assertThatThrownBy(() -> followed.submit(close, "ssw1", Followed.closed()))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("why");
        followed.submit(close, "ssw1", Followed.closedForAnotherReason());
        assertThat(ended(instance)).isTrue();
        assertThat(record.entries(reference).stream().flatMap(entry -> entry.statements().stream()))
                .extracting(Statement::answer)
                .contains("Another reason");
    }

    @Test
    void theLastLookThatNobodyAnswersLapsesToo() {
        String reference = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());
        until(instance, "2026-11-25T20:00");
        until(instance, "2026-11-26T12:00");
        files.urgency(reference, RiskLevel.IMMEDIATE.urgency());
        files.close(reference);
        until(instance, "2026-12-09T20:00");
        assertThat(followed.task(instance, CLOSE).getPriority())
                .as("nothing is urgent once the case is closed")
                .isZero();
    }

    @Test
    void whatTheTableDoesNotListDoesNotGoBackToTheDecision() {
        StandInTable.whileChanged(
                repository,
                "wellbeing-schedule",
                table -> table.replace("\"twoWorseInARow\", ", "").replace("\"missing\", ", ""),
                () -> {
                    String reference = followed.report("carer1", "C2", LOW);
                    String instance = followed.follow(reference);
                    until(instance, "2026-11-24T20:00");
                    followed.submit(followed.task(instance, LOOK), "carer1", Followed.worse());
                    until(instance, "2026-11-25T20:00");
                    followed.submit(followed.task(instance, LOOK), "carer1", Followed.worse());

                    assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
                    assertThat(followed.task(instance, "tellChildsWorker")).isNull();
                    assertThat(planned(reference))
                            .contains(
                                    "talk of hurting themself; new contact",
                                    "no call or visit is asked for",
                                    "nobody has signed this version yet");
                });
    }

    @Test
    void withoutATableTheChildIsFollowedAsAtHighAndSomebodyLearnsOfIt() {
        StandInTable.whileBroken(repository, "wellbeing-schedule", () -> {
            String reference = followed.report("carer1", "C2", LOW);
            String instance = followed.follow(reference);

            assertThat(looks(reference)).isEqualTo(7);
            assertThat(followed.task(instance, "touchpoint")).isNotNull();
            assertThat(planned(reference)).contains("nobody could decide, so the careful answer stands");
            assertThat(tasks.createTaskQuery()
                            .processInstanceBusinessKey(reference)
                            .taskDefinitionKey("caseIsStuck")
                            .count())
                    .isOne();
        });
    }

    @Test
    void worseTwiceInARowGoesBackToTheDecisionAndToTheChildsSocialWorker() {
        String reference = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.worse());
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
        assertThat(jdbc.sql("select recipient from outgoing_message where reference = ? and wanted = 'READ'")
                        .param(reference)
                        .query(String.class)
                        .list())
                .as("one look that is worse is heard of")
                .containsExactly("ssw1");
        until(instance, "2026-11-25T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.worse());

        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);
        assertThat(incidents.answers(reference)).containsEntry("distress", "marked");
        Task tell = followed.task(instance, "tellChildsWorker");
        assertThat(tell.getDueDate()).isEqualTo("2026-11-26T17:00:00.000");
        assertThat(looks(reference)).as("what MEDIUM asks for from now on").isEqualTo(5);
        for (String evening : List.of("2026-11-26", "2026-11-27", "2026-12-02")) {
            until(instance, evening + "T20:00");
            followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());
        }
        followed.submit(followed.task(instance, "touchpoint"), "ssw1", Followed.seenByWorker());
        Task close = followed.task(instance, CLOSE);
        assertThatThrownBy(() -> followed.submit(close, "ssw1", Followed.closed()))
                .isInstanceOf(FormRefused.class)
                .hasMessageNotContaining("Calm");
        assertThat(followed.shown(tell))
                .as("that child's own social worker")
                .containsEntry("worker", "Lee Placer")
                .containsEntry("telephone", "01632 960300");
        followed.submit(tell, "ssw1", Followed.toldWorker());
        assertThat(titles(reference)).contains("The child's social worker was told how the child is");
        followed.submit(followed.task(instance, CLOSE), "ssw1", Followed.closed());
        assertThat(ended(instance)).isTrue();
    }

    @Test
    void talkOfHurtingThemselfRaisesTheOpenReport() {
        String reference = followed.report("carer1", "C2", LOW);
        cases.alsoAbout(reference, "carer1");
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.withSign("selfHarm", "meansIt", "no"));
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(incidents.get(reference).policeNow()).isFalse();
        assertThat(incidents.concerns(reference)).contains("selfHarm");

        until(instance, "2026-11-25T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.withSign("selfHarm", "meansIt", "yes"));
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
    }

    @Test
    void talkOfHurtingThemselfInWhatTheOtherWindowSendsCountsToo() {
        String reference = followed.report("carer1", "C2", LOW);
        cases.alsoAbout(reference, "carer1");
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        Task look = followed.task(instance, LOOK);
        followed.submit(look, "carer1", Followed.asUsual());
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
        assertThatThrownBy(() -> followed.submit(look, "carer1", Followed.withSign("selfHarm", "meansIt", "no")))
                .hasMessageContaining("I'm more worried now");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(incidents.concerns(reference)).contains("selfHarm");
    }

    @Test
    void missingIsDangerNow() {
        String reference = followed.report("carer1", "C2", LOW);
        cases.alsoAbout(reference, "carer1");
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.withSign("missing"));
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.get(reference).policeNow()).isTrue();
    }

    @Test
    void notBeingSureIsNeverFiledAsNone() {
        String reference = followed.report("carer1", "C2", LOW);
        cases.alsoAbout(reference, "carer1");
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.withSign("unsure"));
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(incidents.get(reference).failSafe()).isTrue();
        assertThat(incidents.answers(reference))
                .containsEntry("immediateDanger", "unsure")
                .containsEntry("threatToLife", "unsure");
        assertThat(incidents.concerns(reference)).containsExactly("unsure");

        until(instance, "2026-11-25T20:00");
        Map<String, Object> seen = Followed.withSign("selfHarm", "meansIt", "no");
        seen.put("signs", List.of("selfHarm", "missing", "unsure"));
        followed.submit(followed.task(instance, LOOK), "carer1", seen);
        assertThat(incidents.answers(reference)).as("what is ticked is known").containsEntry("immediateDanger", "yes");
        assertThat(incidents.concerns(reference)).contains("selfHarm");
    }

    @Test
    void newContactOpensANewReportForWhoeverSawIt() {
        String reference = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        long before = unsentOf("carer1");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.withSign("newContact"));
        assertThat(unsentOf("carer1")).isEqualTo(Math.max(1, before));
        followed.nothingToReport("carer1");
    }

    @Test
    void whenTheReportIsClosedANewOneBeginsWithItsAnswers() {
        String reference = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        jdbc.sql("update incident set state = 'CLOSED' where reference = :reference")
                .param("reference", reference)
                .update();
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.withSign("selfHarm", "meansIt", "unsure"));
        assertThat(goingOnFrom(reference)).singleElement().satisfies(next -> {
            assertThat(incidents.get(next).level()).contains(RiskLevel.HIGH);
            assertThat(incidents.answers(next)).containsEntry("threatToLife", "unsure");
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(next)
                            .processDefinitionKey("unplanned-contact")
                            .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void dangerOfAReportThatWasTakenBackIsNoneInTheOneThatGoesOn() {
        String reference = followed.report("carer1", "C2", Map.of("nearOrMeeting", "yes", "threatToLife", "yes"));
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        startedByAccident(reference);
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.withSign("selfHarm", "meansIt", "unsure"));

        String next = goingOnFrom(reference).get(0);
        assertThat(incidents.get(next).level()).as("what was seen now").contains(RiskLevel.HIGH);
        assertThat(incidents.get(next).policeNow()).isFalse();
        assertThat(incidents.answers(next))
                .containsEntry("nearOrMeeting", "no")
                .containsEntry("threatToLife", "unsure");
    }

    @Test
    void dangerThatIsOverIsAnsweredByNobodyAndWhatNobodyKnewStaysOpen() {
        String reference = followed.report("carer1", "C2", Map.of("nearOrMeeting", "yes", "immediateDanger", "unsure"));
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        startedByAccident(reference);
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.withSign("selfHarm", "meansIt", "unsure"));

        String next = goingOnFrom(reference).get(0);
        assertThat(incidents.answers(next))
                .containsEntry("nearOrMeeting", "no")
                .containsEntry("immediateDanger", "unsure");
        assertThat(jdbc.sql("select given_by from incident_answer where reference = ? and question = 'nearOrMeeting'")
                        .param(next)
                        .query(String.class)
                        .list())
                .as("the carer who looked did not say that")
                .containsExactly("system");
    }

    @Test
    void whatIsKnownToBeWorseThanWhatWasSeenStands() {
        String reference = followed.report("carer1", "C2", Map.of("threatToLife", "yes"));
        cases.alsoAbout(reference, "carer1");
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.withSign("selfHarm", "meansIt", "unsure"));
        assertThat(incidents.answers(reference)).containsEntry("threatToLife", "yes");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
    }

    @Test
    void mediumAsksAWorkerToSeeTheChild() {
        String reference = followed.report("carer1", "C2", MEDIUM);
        String instance = followed.follow(reference);
        Task touchpoint = followed.task(instance, "touchpoint");
        assertThat(followed.shown(touchpoint)).containsKey("dutyTelephone").containsEntry("nobodyToRing", false);
        assertThat(touchpoint.getDueDate()).isEqualTo("2026-11-26T17:00:00.000");
        assertThat(soFar.looks(schedules.running(reference).orElseThrow().id())).hasSize(4);
        for (String evening : List.of("2026-11-24", "2026-11-25", "2026-11-26", "2026-12-01")) {
            until(instance, evening + "T20:00");
            followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());
        }
        assertThat(looksDone.stillOpen(reference))
                .get()
                .asString()
                .contains("seen the child")
                .endsWith("To do now: Ring or visit, and see the child (Dana Northgate).");
        assertThatThrownBy(() -> followed.submit(followed.task(instance, CLOSE), "ssw1", Followed.closed()))
                .isInstanceOf(FormRefused.class);
        followed.submit(followed.task(instance, "touchpoint"), "ssw1", Followed.seenByWorker());
        assertThat(looksDone.stillOpen(reference)).isEmpty();
        followed.submit(followed.task(instance, CLOSE), "ssw1", Followed.closed());
        assertThat(ended(instance)).isTrue();
    }

    @Test
    void anotherReportJoinsWhileWaitingWhileLookingAndAtTheEnd() {
        String first = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(first);
        String second = followed.report("carer3", "C2", LOW);
        assertThat(followed.follow(second)).isEqualTo(instance);
        assertThat(looks(first)).as("the same evenings are asked for once").isEqualTo(2);

        until(instance, "2026-11-24T20:00");
        assertThat(followed.task(instance, LOOK).getAssignee())
                .as("who reported last")
                .isEqualTo("carer3");
        clock.setLondon("2026-11-24T20:05");
        String third = followed.report("carer1", "C2", MEDIUM);
        followed.follow(third);
        assertThat(followed.task(instance, "touchpoint")).isNotNull();
        assertThat(looks(first)).isEqualTo(5);
        followed.submit(followed.task(instance, LOOK), "carer3", Followed.asUsual());
        assertThat(record.entries(second))
                .as("each report's own record says so, as something that was done for another one")
                .filteredOn(entry -> entry.title().equals("Somebody looked how the child is"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.author()).isEqualTo(Author.SYSTEM);
                    assertThat(entry.statements())
                            .extracting(Statement::question)
                            .contains("By");
                });

        for (String evening : List.of("2026-11-25", "2026-11-26", "2026-11-27", "2026-12-02")) {
            until(instance, evening + "T20:00");
            followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());
        }
        assertThat(looksDone.stillOpen(first)).isEmpty();
        assertThat(looksDone.stillOpen(third)).isPresent();
        assertThat(followed.task(instance, CLOSE)).isNotNull();
        followed.follow(followed.report("carer1", "C2", LOW));
        assertThat(followed.task(instance, CLOSE)).as("not over yet").isNull();
        until(instance, "2026-12-03T20:00");
        assertThat(followed.task(instance, LOOK)).isNotNull();
    }

    @Test
    void whoIsKeptAwayFromTheReportThatItStandsUnderReadsNoWordOfItInAnother() {
        String first = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(first);
        String second = followed.report("carer1", "C2", HIGH);
        followed.follow(second);
        files.exclude(first, "teammanager1", "for this test");
        until(instance, "2026-11-24T20:00");
        Map<String, Object> seen = Followed.worse();
        seen.put("familyWords", "Am I in trouble because of Dad?");
        followed.submit(followed.task(instance, LOOK), "carer1", seen);

        assertThat(record.entries(first))
                .flatExtracting(Entry::statements)
                .extracting(Statement::answer)
                .contains("Am I in trouble because of Dad?");
        assertThat(titles(second)).contains("Somebody looked how the child is");
        assertThat(record.entries(second))
                .flatExtracting(Entry::statements)
                .extracting(Statement::answer)
                .doesNotContain("Am I in trouble because of Dad?");
    }

    @Test
    void whoeverReadsAnOpenReportReadsWhatWasSeenForIt() {
        String first = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(first);
        String second = followed.report("carer1", "C2", HIGH);
        followed.follow(second);
        startedByAccident(first);
        files.close(first);
        until(instance, "2026-11-24T20:00");
        Map<String, Object> seen = Followed.worse();
        seen.put("familyWords", "Am I in trouble because of Dad?");
        followed.submit(followed.task(instance, LOOK), "carer1", seen);
        files.wall(first);

        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.get("/safe-contact/c/" + first + "/r").status()).isEqualTo(404);
        assertThat(duty.get("/safe-contact/c/" + second + "/r").text())
                .contains("Am I in trouble because of Dad?", "How the child is, in full");
        assertThat(record.entries(second))
                .filteredOn(entry -> entry.title().endsWith(", in full"))
                .as("the child's own words by themselves, and all of it as what was done for another report")
                .anyMatch(entry -> entry.kind() == EntryKind.CHILDS_WORDS)
                .allMatch(entry -> entry.author().equals(Author.SYSTEM));
        assertThat(titles(first)).doesNotContain("How the child is, in full");
    }

    @Test
    void aWorkerNamedInAReportThatJoinedHasNoPartInTheScheduleUntilItIsDecided() {
        String first = followed.report("carer1", "C2", MEDIUM);
        String instance = followed.follow(first);
        String second = followed.report("carer3", "C2", LOW);
        assertThat(followed.follow(second)).isEqualTo(instance);
        String touchpoint = followed.task(instance, "touchpoint").getId();
        tasks.setAssignee(touchpoint, "ssw1");
        assertThat(mayWork("ssw1", touchpoint)).isTrue();

        followed.workerNamed(second, "ssw1");

        assertThat(followed.task(instance, "touchpoint").getAssignee()).isNull();
        assertThat(mayWork("ssw1", touchpoint)).isFalse();
        assertThat(mayWork("manager1", touchpoint)).as("stands in").isTrue();
        for (String reference : List.of(first, second)) {
            assertThat(access.mayRead("ssw1", reference)).as(reference).isFalse();
            assertThat(access.mayRead("carer1", reference))
                    .as("the home goes on looking")
                    .isTrue();
        }

        followed.keepsOtherCases(second);
        assertThat(mayWork("ssw1", touchpoint)).as("cleared").isTrue();
        assertThat(access.mayRead("ssw1", second)).isFalse();
    }

    private boolean mayWork(String person, String task) {
        return access.mayWork(person, toDos.find(task).orElseThrow().caseTask());
    }

    @Test
    void anOpenLookGivesWayToAnEarlierOneThatJoined() {
        String first = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(first);
        until(instance, "2026-11-24T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());
        until(instance, "2026-11-25T20:00");
        followed.follow(followed.report("carer1", "C2", LOW));
        until(instance, "2026-11-26T20:00");
        assertThat(titles(first)).contains("Nobody looked how the child is");
        assertThat(followed.task(instance, LOOK)).isNotNull();
    }

    @Test
    void aReportThatBecomesMoreSeriousExtendsWhatRuns() {
        String reference = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(reference);
        followed.moreWorried(reference, "carer1");
        assertThat(dates(reference))
                .as("daily for seven days, days 10 and 14")
                .containsExactly(
                        "2026-11-24",
                        "2026-11-25",
                        "2026-11-26",
                        "2026-11-27",
                        "2026-11-28",
                        "2026-11-29",
                        "2026-11-30",
                        "2026-12-04",
                        "2026-12-08");
        assertThat(followed.task(instance, "touchpoint").getDueDate()).isEqualTo("2026-11-24T17:00:00.000");
        assertThat(soFar.requests(schedules.running(reference).orElseThrow().id()))
                .containsExactly(reference);

        until(instance, "2026-11-24T20:00");
        followed.lower(reference, RiskLevel.LOW);
        clock.setLondon("2026-11-26T21:00");
        followed.moreWorried(reference, "carer1");
        assertThat(dates(reference))
                .as("counted from the evening after it rose again")
                .contains("2026-12-11");
    }

    @Test
    void aWorkerWhoHasToSeeTheChildIsAskedOnceAndSooner() {
        String reference = followed.report("carer1", "C2", MEDIUM);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        assertThat(followed.task(instance, "touchpoint").getDueDate()).isEqualTo("2026-11-26T17:00:00.000");
        clock.setLondon("2026-11-25T09:30");
        followed.moreWorried(reference, "carer1");
        assertThat(followed.task(instance, "touchpoint").getDueDate()).isEqualTo("2026-11-25T17:00:00.000");
        followed.submit(followed.task(instance, "touchpoint"), "ssw1", Followed.seenByWorker());
        assertThat(touchpoints.isOpen(schedules.running(reference).orElseThrow().id()))
                .isFalse();
    }

    @Test
    void aWorkerSeesTheChildOnceForAllReportsThatAskForIt() {
        String first = followed.report("carer1", "C2", MEDIUM);
        String instance = followed.follow(first);
        clock.setLondon("2026-11-25T09:30");
        String second = followed.report("carer1", "C2", HIGH);
        followed.follow(second);
        Task touchpoint = followed.task(instance, "touchpoint");
        assertThat(touchpoint.getDueDate())
                .as("one to-do, and the earlier of the two times")
                .isEqualTo("2026-11-26T17:00:00.000");
        assertThat(touchpoint.getPriority())
                .as("and as urgent as the graver one")
                .isEqualTo(RiskLevel.HIGH.urgency());
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        JsonNode shown = worker.post("/safe-contact/api/todos", Map.of("ids", List.of(touchpoint.getId())))
                .body()
                .path(0);
        assertThat(shown.path("level").asText()).isEqualTo("HIGH");
        assertThat(shown.path("reference").asText()).isEqualTo(first + ", also " + second);
        assertThat(worker.get("/safe-contact/c/" + second).text())
                .contains("Ring or visit, and see the child", "it stands under " + first, "Also open about this child");

        followed.submit(followed.task(instance, "touchpoint"), "ssw1", Followed.seenByWorker());

        assertThat(List.of(first, second)).allSatisfy(reference -> {
            assertThat(touchpoints.scheduleOfOpen(reference)).isEmpty();
            assertThat(record.entries(reference))
                    .anyMatch(entry -> entry.title().equals("A worker saw the child"));
        });
        assertThat(record.writtenBy("ssw1"))
                .as("who wrote it under the first may be kept away from the second")
                .extracting(Entry::reference)
                .contains(first)
                .doesNotContain(second);
        assertThat(record.entries(second))
                .filteredOn(entry -> entry.title().equals("A worker saw the child"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.statements()).contains(new Statement("By", "Dana Northgate")));
        assertThat(record.entries(second).stream().flatMap(entry -> entry.statements().stream()))
                .as("in full, for whoever reads only the second")
                .extracting(Statement::answer)
                .contains("At ease, showed a drawing");
    }

    @Test
    void whatBecomesMoreSeriousBeforeItIsFollowedAsksOnce() {
        String reference = followed.report("carer1", "C2", MEDIUM);
        followed.moreWorried(reference, "carer1");
        assertThat(schedules.running(reference)).isEmpty();
        String instance = followed.follow(reference);
        assertThat(looks(reference)).isEqualTo(9);
        assertThat(followed.task(instance, "touchpoint").getDueDate()).isEqualTo("2026-11-24T17:00:00.000");
    }

    @Test
    void whatBecomesMoreSeriousAfterTheLooksWereClosedOpensThemAgain() {
        String reference = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(reference);
        for (String evening : List.of("2026-11-24", "2026-11-25")) {
            until(instance, evening + "T20:00");
            followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());
        }
        followed.submit(followed.task(instance, CLOSE), "ssw1", Followed.closed());
        clock.setLondon("2026-11-26T10:00");
        followed.moreWorried(reference, "carer1");
        assertThat(dates(reference)).startsWith("2026-11-26").hasSize(9);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, "wellbeing-monitoring")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whenSomebodyOfTheHomeIsNamedLaterTheHomeHearsNothingOfIt() {
        String ordinary = followed.report("carer1", "C1", LOW);
        String home = followed.follow(ordinary);
        String joined = followed.report("childsw1", "C1", LOW);
        followed.follow(joined);
        followed.named(joined, "carer3");
        assertThat(incidents.get(joined).level()).contains(RiskLevel.HIGH);
        assertThat(looks(ordinary))
                .as("the home's own schedule stays as it was")
                .isEqualTo(2);
        assertThat(followed.task(home, "touchpoint")).isNull();
        assertThat(schedules.running(joined)).get().satisfies(apart -> {
            assertThat(apart.shared()).isFalse();
            assertThat(soFar.looks(apart.id())).hasSize(7);
        });

        String opened = followed.report("carer1", "C3", LOW);
        String instance = followed.follow(opened);
        followed.named(opened, "carer2");
        assertThat(followed.offeredTo(followed.task(instance, "touchpoint")))
                .as("what it opened goes on, without the home")
                .containsExactly("manager1", "manager2");
        assertThat(looks(opened)).isEqualTo(7);
    }

    @Test
    void aCarerWhomAnotherReportNamesIsNotRungAboutThisOne() {
        followed.report("childsw1", "C3", Map.of("namedPerson", "household"), "carer2");
        String next = followed.report("childsw1", "C3", Map.of("personRisk", "dangerous"));
        String instance = followed.follow(next);
        assertThat(followed.shown(followed.task(instance, "touchpoint"))).containsEntry("nobodyToRing", true);
        until(instance, "2026-11-24T20:00");
        until(instance, "2026-11-25T12:00");
        assertThat(followed.shown(followed.task(instance, CALL)).get("whom"))
                .asString()
                .contains("nobody of the home");
    }

    @Test
    void whereSomebodyOfTheHomeIsNamedNothingReachesIt() {
        String ordinary = followed.report("carer1", "C1", LOW);
        String home = followed.follow(ordinary);
        List<String> before = titles(ordinary);
        String named = followed.report("childsw1", "C1", Map.of("namedPerson", "household"), "carer3");
        followed.follow(named);

        assertThat(looks(ordinary))
                .as("the home's own schedule stays as it was")
                .isEqualTo(2);
        assertThat(titles(ordinary)).as("its record says nothing of it").isEqualTo(before);
        String apart = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(named)
                .singleResult()
                .getId();
        until(apart, "2026-11-24T20:00");
        jobs.runDue(home);
        assertThat(followed.task(home, LOOK).getAssignee()).isEqualTo("carer1");
        assertThat(followed.offeredTo(followed.task(apart, LOOK))).containsExactly("manager1", "manager2");
        assertThat(followed.offeredTo(followed.task(apart, "touchpoint"))).contains("manager1", "manager2");
        assertThat(followed.shown(followed.task(apart, "touchpoint"))).containsEntry("nobodyToRing", true);
        until(apart, "2026-11-25T08:00");
        assertThat(followed.offeredTo(followed.task(apart, LOOK))).containsExactly("manager1", "manager2");

        String again = followed.report("childsw1", "C1", Map.of("namedPerson", "household"), "carer3");
        runtime.createMessageCorrelation("wellbeing.incidentJoined")
                .processInstanceId(home)
                .setVariable("joinedReference", again)
                .correlateAll();
        assertThat(soFar.requests(schedules.running(again).orElseThrow().id()))
                .as("whoever is kept away from one report need not be kept away from the other")
                .containsExactly(again);
    }

    @Test
    void whereItTurnsOutToBeNobodyTheLookThatWaitsIsForTheHomeAgain() {
        String reference = followed.report("carer2", "C3", Map.of("namedPerson", "unsure"));
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        assertThat(followed.offeredTo(followed.task(instance, LOOK))).containsExactly("manager1", "manager2");
        followed.nobodyNamed(reference);
        assertThat(followed.task(instance, LOOK).getAssignee()).isEqualTo("carer2");
    }

    @Test
    void aReportThatNamesAWorkerAddsNothingToWhatThatWorkerSees() {
        String ordinary = followed.report("carer1", "C1", LOW);
        String home = followed.follow(ordinary);
        String naming = followed.report("carer1", "C1", Map.of("namedPerson", "worker"), "ssw1");
        followed.follow(naming);

        assertThat(looks(ordinary)).as("the schedule that the worker sees").isEqualTo(2);
        assertThat(followed.task(home, "touchpoint")).isNull();
        String apart = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(naming)
                .singleResult()
                .getId();
        until(apart, "2026-11-24T20:00");
        assertThat(followed.task(apart, LOOK).getAssignee())
                .as("the home is not kept away from it")
                .isEqualTo("carer1");
    }

    @Test
    void aReportThatWasAnAccidentTakesItsLooksBack() {
        String reference = followed.report("carer1", "C2", MEDIUM);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        followed.submit(followed.task(instance, LOOK), "carer1", Followed.asUsual());
        startedByAccident(reference);
        until(instance, "2026-11-25T20:00");
        assertThat(followed.task(instance, LOOK)).isNull();
        assertThat(followed.task(instance, CLOSE)).isNotNull();
    }

    @Test
    void aWorkerWhoWasToSeeTheChildDoesNotHaveToWhenEveryReportThatAskedWasAnAccident() {
        String first = followed.report("carer1", "C2", MEDIUM);
        String instance = followed.follow(first);
        String second = followed.report("carer1", "C2", MEDIUM);
        followed.follow(second);

        startedByAccident(first);
        assertThat(followed.task(instance, "touchpoint"))
                .as("the other report still asks for it")
                .isNotNull();
        startedByAccident(second);
        assertThat(followed.task(instance, "touchpoint")).isNull();

        until(instance, "2026-11-24T20:00");
        followed.submit(followed.task(instance, CLOSE), "ssw1", Followed.closedForAnotherReason());
        assertThat(ended(instance)).isTrue();
    }

    @Test
    void whatAsksAfterAnAccidentOpensItAgain() {
        String accident = followed.report("carer1", "C2", MEDIUM);
        String instance = followed.follow(accident);
        startedByAccident(accident);

        followed.follow(followed.report("carer1", "C2", MEDIUM));

        assertThat(followed.task(instance, "touchpoint")).isNotNull();
    }

    private void startedByAccident(String reference) {
        jdbc.sql("update incident set state = 'WITHDRAWN' where reference = :reference")
                .param("reference", reference)
                .update();
        events.publishEvent(new IncidentEnded(reference, Incident.State.WITHDRAWN));
    }

    @Test
    void aChildInHospitalIsFollowedThere() {
        String reference = followed.report("carer1", "C2", LOW);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        Map<String, Object> inHospital = Followed.asUsual();
        inHospital.put("tonight", List.of("away"));
        inHospital.put("place", "hospital");
        followed.submit(followed.task(instance, LOOK), "carer1", inHospital);
        until(instance, "2026-11-25T20:00");
        assertThat(followed.task(instance, LOOK).getAssignee()).isEqualTo("ssw1");
    }

    @Test
    void whatAWorkerReportedTheHomeLooksAfter() {
        String reference = followed.report("ssw1", "C2", LOW);
        String instance = followed.follow(reference);
        until(instance, "2026-11-24T20:00");
        assertThat(followed.offeredTo(followed.task(instance, LOOK))).containsExactly("carer1", "carer3");
        assertThat(followed.task(instance, LOOK).getAssignee()).isNull();
    }

    private void until(String instance, String londonTime) {
        clock.setLondon(londonTime);
        jobs.runDue(instance);
    }

    private boolean ended(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
    }

    private int looks(String reference) {
        return soFar.looks(schedules.running(reference).orElseThrow().id()).size();
    }

    private List<String> dates(String reference) {
        return soFar.looks(schedules.running(reference).orElseThrow().id()).stream()
                .map(look -> look.dueAt().toString().substring(0, 10))
                .toList();
    }

    private List<String> titles(String reference) {
        return record.entries(reference).stream().map(Entry::title).toList();
    }

    private List<String> planned(String reference) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals("When somebody looks how the child is"))
                .flatMap(entry -> entry.statements().stream())
                .map(Statement::answer)
                .toList();
    }

    /** References of the reports that go on from one that is over: each is one of its own, and only the link knows of both. */
    private List<String> goingOnFrom(String reference) {
        return jdbc.sql("select other from incident_link where reference = :reference order by other")
                .param("reference", reference)
                .query(String.class)
                .list();
    }

    private long unsentOf(String person) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("reportContact")
                .taskAssignee(person)
                .count();
    }
}
