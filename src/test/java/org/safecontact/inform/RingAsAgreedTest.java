package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.process.TakenAndNotDone;
import org.safecontact.incident.ClosingCondition;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.carer.ThankYou;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call that was promised to a carer, as the diagram draws it: every way through, every timer, and what the carer reads meanwhile. */
@SafeContactTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RingAsAgreedTest {

    private static final Map<String, Object> HIGH = Map.of("concerns", List.of("crime"));
    private static final String SATURDAY_NIGHT = "2026-11-21T22:04";
    private static final String SUNDAY_AT_NINE = "2026-11-22T09:00:00Z";
    private static final String CALL = "ringAsAgreed";

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
    private CaseFiles files;

    @Autowired
    private CaseRecord record;

    @Autowired
    private ThankYou thanks;

    @Autowired
    private TakenAndNotDone taken;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectProvider<ClosingCondition> closing;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeAll
    void watch() {
        coverage.begin(RingAsAgreedTest.class);
    }

    @AfterAll
    void everythingWasGoneThrough() {
        coverage.requireAll("ring-as-agreed");
    }

    @BeforeEach
    void inTheNight() {
        clock.setLondon(SATURDAY_NIGHT);
    }

    @Test
    void whoeverPromisesACallHasItOnTheirListUntilItIsMade() {
        String reference = promised("duty1", SUNDAY_AT_NINE);

        Task call = cases.task(reference, CALL);
        assertThat(call.getAssignee()).isEqualTo("duty1");
        assertThat(call.getDueDate()).isEqualTo("2026-11-22T09:00:00.000Z");
        assertThat(call.getPriority()).isEqualTo(2);
        assertThat(stillOpen(reference)).anyMatch(line -> line.contains("Ring the carer, as agreed"));
        assertThat(whoHasIt(reference))
                .isEqualTo("Duty social worker Frankie Nightingale has this and has spoken with your home and rings you"
                        + " again by 09:00 tomorrow.");
        assertThat(cases.shown(call, "duty1"))
                .containsEntry("by", "by 09:00 tomorrow")
                .containsEntry("promised", "You agreed this with them.")
                .containsEntry("before", "")
                .containsKeys("ringName", "ringTelephone")
                .extractingByKey("agreed")
                .asString()
                .contains("Doors locked\\, phone on charge\\, I ring at 23\\:00");

        clock.setLondon("2026-11-22T08:50");
        cases.submit(call, "duty1", rung());

        assertThat(cases.task(reference, CALL)).isNull();
        assertThat(stillOpen(reference)).noneMatch(line -> line.contains("Ring the carer, as agreed"));
        assertThat(whoHasIt(reference)).endsWith("has spoken with your home.");
        assertThat(thanks.words(reference, "carer1").lines()).contains("Agreed: Phone stays downstairs.");
        assertThat(onRecord(reference))
                .containsPattern("Rung as agreed: .*Robin, Slept well, at breakfast, Phone stays downstairs.");
    }

    @Test
    void whoIsToBeRungOnceMoreOrWasNotReachedIsOnTheListAgain() {
        String reference = promised("duty1", SUNDAY_AT_NINE);
        clock.setLondon("2026-11-22T09:00");
        Task first = cases.task(reference, CALL);

        cases.submit(
                first,
                "duty1",
                Map.of(
                        "reached", "no",
                        "triedAt", "2026-11-22T08:59:00Z",
                        "tried", "Rang twice",
                        "nextTryBy", "2026-11-22T09:30:00Z"));
        Task second = cases.task(reference, CALL);
        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertThat(second.getDueDate()).isEqualTo("2026-11-22T09:30:00.000Z");
        assertThat(cases.shown(second, "duty1").get("before")).asString().contains("Rang twice");
        assertThat(whoHasIt(reference)).contains("rings you again by 09:30 today");

        cases.handOver(second, "duty1", "manager1");
        assertThat(whoHasIt(reference)).contains(" by 09:30 today.").contains("Registered manager ");
        Map<String, Object> again = rung();
        again.put("ringsBy", "2026-11-22T18:00:00Z");
        cases.submit(second, "manager1", again);
        Task third = cases.task(reference, CALL);
        assertThat(third.getAssignee()).isEqualTo("manager1");
        assertThat(third.getDueDate()).isEqualTo("2026-11-22T18:00:00.000Z");
        assertThat(third.getProcessInstanceId()).isEqualTo(first.getProcessInstanceId());
    }

    @Test
    void aCallThatWasNotMadeIsOfferedToWhoeverMayAnswerAndTheCarerReadsWhomToRing() {
        String reference = promised("manager2", SUNDAY_AT_NINE);
        Task call = cases.task(reference, CALL);

        clock.setLondon("2026-11-22T09:14");
        taken.look();
        jobs.runDue(call.getProcessInstanceId());
        assertThat(cases.task(reference, CALL).getAssignee()).isEqualTo("manager2");
        assertThat(whoHasIt(reference))
                .contains("was to ring you by 09:00 today. Not rung yet? Ring duty: 01632 ")
                .doesNotContain("rings you again");

        clock.setLondon("2026-11-22T09:15");
        jobs.runDue(call.getProcessInstanceId());
        Task offered = cases.task(reference, CALL);
        assertThat(offered.getId()).as("what somebody is typing is not lost").isEqualTo(call.getId());
        assertThat(offered.getAssignee()).isNull();
        assertThat(cases.offeredTo(offered)).containsExactly("duty1", "manager1", "manager2");
        assertThat(asked(reference))
                .containsExactly(
                        "duty1: please make a telephone call",
                        "manager1: please make a telephone call",
                        "manager2: please make a telephone call");
        assertThat(onRecord(reference))
                .contains("It was agreed for Sunday 22 November 2026, 09:00, and nobody has written down that it is");
        assertThat(whoHasIt(reference)).contains("Somebody was to ring you by 09:00 today. Not rung yet? Ring duty: ");

        clock.setLondon("2026-11-22T09:25");
        cases.claim(offered, "manager1");
        clock.setLondon("2026-11-22T09:30");
        jobs.runDue(call.getProcessInstanceId());
        assertThat(cases.task(reference, CALL).getAssignee())
                .as("has just taken it")
                .isEqualTo("manager1");
        clock.setLondon("2026-11-22T09:45");
        jobs.runDue(call.getProcessInstanceId());
        assertThat(cases.task(reference, CALL).getAssignee()).isNull();
        assertThat(asked(reference))
                .as("whoever can make it now, once more")
                .containsExactly(
                        "duty1: please make a telephone call",
                        "duty1: please make a telephone call",
                        "manager1: please make a telephone call",
                        "manager1: please make a telephone call",
                        "manager2: please make a telephone call");
    }

    @Test
    void belowHighDutyIsAskedWhenTheOfficeOpens() {
        String reference = cases.report(Map.of());
        cases.tell(reference, "alarm", null);
        clock.setLondon("2026-11-23T09:00");
        Map<String, Object> answer = Cases.looksAfterIt();
        answer.put("ringsBy", "2026-11-23T19:00:00Z");
        cases.submit(cases.task(reference, "acknowledge"), "ssw1", answer);
        Task call = cases.task(reference, CALL);

        clock.setLondon("2026-11-24T08:59");
        jobs.runDue(call.getProcessInstanceId());
        assertThat(asked(reference)).isEmpty();
        clock.setLondon("2026-11-24T09:00");
        jobs.runDue(call.getProcessInstanceId());
        assertThat(cases.offeredTo(cases.task(reference, CALL)))
                .contains("ssw1")
                .doesNotContain("manager1");
        assertThat(asked(reference)).hasSize(2).anyMatch(line -> line.startsWith("duty"));
    }

    @Test
    void anAnswerWithoutATimeAsksForNothing() {
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        cases.submit(cases.task(reference, "acknowledge"), "duty1", Cases.spoken());

        assertThat(cases.task(reference, CALL)).isNull();
        assertThat(whoHasIt(reference)).doesNotContain("ring");
    }

    @Test
    void aNewerPromiseTakesThePlaceOfTheOneBefore() {
        String reference = promised("duty1", SUNDAY_AT_NINE);
        Task before = cases.task(reference, CALL);
        clock.advance(Duration.ofHours(1));
        cases.tell(reference, "moreWorried", null);
        cases.submit(cases.task(reference, "acknowledge"), "manager1", spokenAndRings("2026-11-22T07:30:00Z"));

        assertThat(cases.allTasks(reference, CALL)).singleElement().satisfies(call -> {
            assertThat(call.getId()).isNotEqualTo(before.getId());
            assertThat(call.getAssignee()).isEqualTo("manager1");
            assertThat(call.getDueDate()).isEqualTo("2026-11-22T07:30:00.000Z");
        });
        assertThat(onRecord(reference))
                .contains("No longer asked", "has agreed another time with the carer: Sunday 22 November 2026, 07:30.");
    }

    @Test
    void whoeverTakesOverFromTheNightHasItsPromiseToo() {
        String reference = promised("duty1", "2026-11-23T10:00:00Z");
        clock.setLondon("2026-11-23T09:00");
        cases.tell(reference, "handover", null);
        cases.submit(
                cases.task(reference, "acknowledge"), "ssw1", new HashMap<>(Map.of("whatNext", "I ring you at ten.")));

        assertThat(cases.task(reference, CALL).getAssignee()).isEqualTo("ssw1");
        assertThat(whoHasIt(reference))
                .isEqualTo("Supervising social worker Dana Northgate has taken this over and rings you again by 10:00"
                        + " today.");
        assertThat(onRecord(reference)).contains("Taken over", "Takes over from the night");
    }

    @Test
    void whoeverIsKeptAwaySinceIsNeitherAskedNorNamed() {
        String reference = promised("duty1", SUNDAY_AT_NINE);
        Task call = cases.task(reference, CALL);
        files.exclude(reference, "duty1", "named in the worry");

        assertThat(cases.task(reference, CALL).getAssignee()).isNull();
        assertThat(whoHasIt(reference)).contains("Somebody rings you again by 09:00 tomorrow.");

        clock.setLondon("2026-11-22T09:15");
        jobs.runDue(call.getProcessInstanceId());
        assertThat(cases.offeredTo(cases.task(reference, CALL)))
                .contains("manager1")
                .doesNotContain("duty1");
        assertThat(asked(reference)).isNotEmpty().noneMatch(line -> line.startsWith("duty1"));
    }

    @Test
    void behindAWallTheManagersAreAskedAndWhereTheOneOnCallIsKeptAwayTheOthers() {
        String reference = promised("manager2", SUNDAY_AT_NINE);
        Task call = cases.task(reference, CALL);
        files.wall(reference);
        clock.setLondon("2026-11-22T09:15");
        jobs.runDue(call.getProcessInstanceId());
        assertThat(asked(reference))
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("duty"))
                .anyMatch(line -> line.startsWith("manager1"));

        files.exclude(reference, "manager1", "named in the worry");
        files.exclude(reference, "manager2", "named in the worry");
        clock.setLondon("2026-11-22T09:30");
        jobs.runDue(call.getProcessInstanceId());
        assertThat(asked(reference)).anyMatch(line -> line.startsWith("director1"));
    }

    @Test
    void whatWasAgreedInACallStandsThoughTheNextReachedNobody() {
        String reference = promised("duty1", SUNDAY_AT_NINE);
        clock.setLondon("2026-11-22T08:50");
        Map<String, Object> again = rung();
        again.put("ringsBy", "2026-11-22T18:00:00Z");
        cases.submit(cases.task(reference, CALL), "duty1", again);
        clock.setLondon("2026-11-22T18:00");
        cases.submit(
                cases.task(reference, CALL),
                "duty1",
                Map.of(
                        "reached", "no",
                        "triedAt", "2026-11-22T17:59:00Z",
                        "tried", "Rang twice",
                        "nextTryBy", "2026-11-22T18:30:00Z"));
        assertThat(thanks.words(reference, "carer1").lines()).contains("Agreed: Phone stays downstairs.");
        assertThat(cases.shown(cases.task(reference, CALL), "duty1").get("agreed"))
                .asString()
                .contains("Doors locked", "Phone stays downstairs");

        clock.setLondon("2026-11-23T09:00");
        cases.tell(reference, "handover", null);
        cases.submit(
                cases.task(reference, "acknowledge"), "ssw1", new HashMap<>(Map.of("whatNext", "I visit at ten.")));
        assertThat(thanks.words(reference, "carer1").lines())
                .as("whoever takes over has not said that it no longer holds")
                .anyMatch(line -> line.matches("Agreed before, .* at 08:50: Phone stays downstairs\\."));
    }

    @Test
    void whenTheCaseEndsItIsNoLongerAskedOnRecord() {
        String reference = promised("duty1", SUNDAY_AT_NINE);

        events.publishEvent(new IncidentEnded(reference, Incident.State.WITHDRAWN));

        assertThat(cases.task(reference, CALL)).isNull();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, "ring-as-agreed")
                        .count())
                .isZero();
        assertThat(onRecord(reference)).contains("No longer asked", "The case has ended.");
    }

    private String promised(String by, String until) {
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        Task alarm = cases.task(reference, "acknowledge");
        tasks.addCandidateUser(alarm.getId(), by);
        cases.submit(alarm, by, spokenAndRings(until));
        return reference;
    }

    private static Map<String, Object> spokenAndRings(String until) {
        Map<String, Object> answer = Cases.spoken();
        answer.put("ringsBy", until);
        return answer;
    }

    private Map<String, Object> rung() {
        return new HashMap<>(Map.of(
                "reached", "yes",
                "spokenAt",
                        ClockUtil.getCurrentTime()
                                .toInstant()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                "whoAnswered", "Robin",
                "childIs", "Slept well, at breakfast",
                "agreedNext", "Phone stays downstairs."));
    }

    private String whoHasIt(String reference) {
        return thanks.whoHasIt(reference, "carer1").orElseThrow();
    }

    private List<String> stillOpen(String reference) {
        return closing.orderedStream()
                .flatMap(condition -> condition.stillOpen(reference).stream())
                .toList();
    }

    private String onRecord(String reference) {
        return record.entries(reference).stream()
                .map(entry -> entry.title() + ": "
                        + entry.statements().stream().map(Statement::answer).toList())
                .collect(Collectors.joining("\n"));
    }

    /** Who was asked to ring, and in which words, by name. */
    private List<String> asked(String reference) {
        return jdbc
                .sql("select id from outgoing_message where reference = :reference and wanted = 'RING'")
                .param("reference", reference)
                .query(String.class)
                .list()
                .stream()
                .map(id -> messages.find(id).orElseThrow())
                .map(message -> message.recipientId() + ": " + messages.wanted(message))
                .sorted()
                .toList();
    }
}
