package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.incident.ClosingCondition;
import org.safecontact.incident.EvidenceKept;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.record.CaseRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls to the child's authority, as the diagram draws them: every way through, every timer. */
@SafeContactTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TellByTelephoneTest {

    private static final Map<String, Object> HIGH = Map.of("concerns", List.of("crime"));

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
    private FormService forms;

    @Autowired
    private LadderRepository repository;

    @Autowired
    private CaseRecord record;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Incidents incidents;

    @Autowired
    private WhoWasTold told;

    @Autowired
    private ObjectProvider<ClosingCondition> closing;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeAll
    void watch() {
        coverage.begin(TellByTelephoneTest.class);
    }

    @AfterAll
    void everythingWasGoneThrough() {
        coverage.requireAll("tell-by-telephone");
    }

    @Test
    void atNightTheEmergencyDutyTeamOfTheChildsOwnAuthorityIsRung() {
        clock.setLondon("2026-11-21T22:04");
        String reference = called();
        Task call = cases.task(reference, "tellByTelephone");
        assertThat(shown(call, "duty1"))
                .containsEntry("telephone", "01632 960299")
                .containsEntry("who", "Emergency duty team of Northshire Council (invented)")
                .containsEntry("reference", reference)
                .doesNotContainKey("child");
        assertThat(stillOpen(reference)).isNotEmpty();

        clock.setLondon("2026-11-21T22:20");
        cases.submit(call, "duty1", reached("emergencyDutyTeam"));

        assertThat(calls(reference)).isZero();
        assertThat(what(reference)).contains("REACHED");
        assertThat(told.told(reference, Instant.parse("2026-11-21T22:00:00Z")))
                .as("when they were rung, not when that was written")
                .filteredOn(each -> each.who().contains("mergency"))
                .extracting(WhoWasTold.Told::at)
                .containsExactly(Instant.parse("2026-11-21T22:04:00Z"));
        assertThat(record.entries(reference).toString()).isNotEmpty();
    }

    @Test
    void whenNobodyPicksUpTheCallStaysOpen() {
        clock.setLondon("2026-11-21T22:04");
        String reference = called();
        Task call = cases.task(reference, "tellByTelephone");

        clock.advance(Duration.ofMinutes(10));
        cases.submit(call, "manager1", nobody());

        assertThat(what(reference)).contains("NOT_REACHED");
        Task next = cases.task(reference, "tellByTelephone");
        assertThat(next.getId()).isNotEqualTo(call.getId());
        assertThat(next.getDueDate()).isEqualTo(call.getDueDate());
        assertThat(cases.offeredTo(next)).as("its time is not over").containsExactly("duty1", "manager1");
    }

    @Test
    void nobodyYetKeepsNobodyFromBeingAsked() {
        clock.setLondon("2026-11-21T22:04");
        String reference = called();
        Task first = cases.task(reference, "tellByTelephone");

        clock.advance(Duration.ofMinutes(20));
        cases.submit(first, "manager1", nobody());
        clock.advance(Duration.ofMinutes(10));
        jobs.runDue(first.getProcessInstanceId());
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone")))
                .containsExactly("duty1", "manager1", "teammanager1");

        clock.advance(Duration.ofMinutes(20));
        cases.submit(cases.task(reference, "tellByTelephone"), "manager1", nobody());
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone")))
                .as("they were asked ten minutes before their next time")
                .containsExactly("duty1", "manager1", "teammanager1");
        Task third = cases.task(reference, "tellByTelephone");
        assertThat(third.getDueDate()).isEqualTo(first.getDueDate());
        assertThat(shown(third, "duty1")).containsEntry("levelWords", "This is serious: ring now.");
        clock.advance(Duration.ofMinutes(10));
        jobs.runDue(first.getProcessInstanceId());
        assertThat(cases.offeredTo(third))
                .containsExactly("director1", "duty1", "manager1", "manager2", "teammanager1");
    }

    @Test
    void nobodyYetAfterItsTimeAsksOthersAtOnce() {
        clock.setLondon("2026-11-21T22:04");
        String reference = called();
        Task first = cases.task(reference, "tellByTelephone");

        clock.advance(Duration.ofMinutes(31));
        cases.submit(first, "manager1", nobody());

        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone")))
                .containsExactly("duty1", "manager1", "teammanager1");
        assertThat(askedToRing(reference)).contains("teammanager1");
        jobs.runDue(first.getProcessInstanceId());
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone")))
                .as("once")
                .containsExactly("duty1", "manager1", "teammanager1");
        clock.advance(Duration.ofMinutes(29));
        jobs.runDue(first.getProcessInstanceId());
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone"))).contains("director1", "manager2");
    }

    @Test
    void whomSomebodyReachedCountsThoughSomebodyElseSaidNobodyAMomentBefore() {
        clock.setLondon("2026-11-20T10:00");
        String reference = called();
        Task call = cases.task(reference, "tellByTelephone");
        cases.submit(call, "manager1", Map.of("reachedWhom", "nobody", "when", now(), "tried", "Engaged"));

        assertThat(tooLate(call, "ssw1", reached("childsSocialWorker", now())))
                .contains("whom you reached counts as told", "under your name");

        assertThat(calls(reference)).as("nobody need ring any more").isZero();
        assertThat(repository.ofCase(reference))
                .filteredOn(row -> row.what() == ToldRow.What.REACHED)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.role()).isEqualTo("childsSocialWorker");
                    assertThat(row.byWhom()).isEqualTo("ssw1");
                });
        assertThat(incidents.noted(reference, Noted.AUTHORITY_TOLD)).contains("telephone");
    }

    @Test
    void aCallThatSomebodyElseHasInHandGoesOn() {
        clock.setLondon("2026-11-20T10:00");
        String reference = called();
        Task call = cases.task(reference, "tellByTelephone");
        cases.submit(call, "manager1", Map.of("reachedWhom", "nobody", "when", now(), "tried", "Engaged"));
        cases.claim(cases.task(reference, "tellByTelephone"), "manager1");

        tooLate(call, "ssw1", reached("emergencyDutyTeam", now()));

        assertThat(calls(reference)).isOne();
        assertThat(what(reference)).contains("REACHED");
        assertThat(incidents.noted(reference, Noted.AUTHORITY_TOLD))
                .as("the emergency duty team knows for the night")
                .isEmpty();
    }

    @Test
    void whoIsReachedAfterAllWhenTheCallIsOverKnowsToo() {
        clock.setLondon("2026-11-20T10:00");
        String reference = called();
        Task call = cases.task(reference, "tellByTelephone");
        cases.submit(call, "manager1", reached("emergencyDutyTeam", now()));

        tooLate(call, "ssw1", reached("colleague", now()));

        assertThat(what(reference)).filteredOn("REACHED"::equals).hasSize(2);
        assertThat(incidents.noted(reference, Noted.AUTHORITY_TOLD)).contains("telephone");
    }

    @Test
    void nobodyThatComesTooLateChangesNothing() {
        clock.setLondon("2026-11-20T10:00");
        String reference = called();
        Task call = cases.task(reference, "tellByTelephone");
        cases.submit(call, "manager1", Map.of("reachedWhom", "nobody", "when", now(), "tried", "Engaged"));

        assertThat(tooLate(call, "ssw1", Map.of("reachedWhom", "nobody", "when", now(), "tried", "No answer")))
                .contains("kept in the record");

        assertThat(calls(reference)).isOne();
        assertThat(what(reference)).doesNotContain("REACHED");
    }

    @Test
    void aTimeThatHasNotComeYetIsRefused() {
        clock.setLondon("2026-11-21T22:04");
        String reference = called();
        Map<String, Object> answers = new HashMap<>(reached("emergencyDutyTeam"));
        answers.put("when", "2026-11-21T23:00:00Z");

        FormRefused refused = catchThrowableOfType(
                FormRefused.class, () -> cases.submit(cases.task(reference, "tellByTelephone"), "duty1", answers));

        assertThat(refused.messages()).containsOnlyKeys("when");
    }

    @Test
    void afterHalfAnHourMorePeopleCanRingAndThenEverybodyWhoAnswers() {
        clock.setLondon("2026-11-21T22:04");
        String reference = called();
        String instance = cases.task(reference, "tellByTelephone").getProcessInstanceId();
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone"))).containsExactly("duty1", "manager1");

        clock.advance(Duration.ofMinutes(30));
        jobs.runDue(instance);
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone")))
                .containsExactly("duty1", "manager1", "teammanager1");

        clock.advance(Duration.ofMinutes(30));
        jobs.runDue(instance);
        assertThat(cases.offeredTo(cases.task(reference, "tellByTelephone")))
                .containsExactly("director1", "duty1", "manager1", "manager2", "teammanager1");
    }

    @Test
    void atFiveTheCallBecomesTheEmergencyDutyTeamsInThatMinute() {
        clock.setLondon("2026-11-20T16:20");
        String reference = called();
        Task call = cases.task(reference, "tellByTelephone");
        assertThat(shown(call, "ssw1")).containsEntry("telephone", "01632 960201");

        clock.setLondon("2026-11-20T17:00");
        jobs.runDue(call.getProcessInstanceId());

        assertThat(cases.task(reference, "tellByTelephone").getId())
                .as("what somebody is typing is not lost")
                .isEqualTo(call.getId());
        assertThat(shown(call, "ssw1")).containsEntry("telephone", "01632 960299");
        assertThat(record.entries(reference))
                .anySatisfy(entry -> assertThat(entry.title()).contains("emergency duty team"));
    }

    @Test
    void theNumberChangesEachTimeTheOfficeClosesOrOpens() {
        clock.setLondon("2026-11-20T16:20");
        String reference = called();
        Task call = cases.task(reference, "tellByTelephone");

        for (String[] change : new String[][] {
            {"2026-11-20T17:00", "01632 960299"},
            {"2026-11-23T09:00", "01632 960201"},
            {"2026-11-23T17:00", "01632 960299"},
            {"2026-11-24T09:00", "01632 960201"}
        }) {
            clock.setLondon(change[0]);
            jobs.runDue(call.getProcessInstanceId());
            assertThat(shown(call, "ssw1")).as(change[0]).containsEntry("telephone", change[1]);
        }
    }

    @Test
    void whoWasNotReachedAtTheEndOfTheDayIsTheOtherOfficeAtOnce() {
        clock.setLondon("2026-11-20T16:20");
        String reference = called();

        clock.setLondon("2026-11-20T17:00");
        cases.submit(
                cases.task(reference, "tellByTelephone"),
                "ssw1",
                Map.of("reachedWhom", "nobody", "when", "2026-11-20T16:59:00Z", "tried", "Rang twice"));

        assertThat(shown(cases.task(reference, "tellByTelephone"), "ssw1")).containsEntry("telephone", "01632 960299");
    }

    @Test
    void aPhoneThatWasTakenIsToldToTheChildsSocialWorkerWithinADayOnce() {
        clock.setLondon("2026-11-26T21:00");
        String reference = cases.report(HIGH);
        phone(reference, "childGave", null);
        assertThat(calls(reference)).as("nothing was taken").isZero();

        phone(reference, "carerTook", "2026-11-26T20:00");
        phone(reference, "carerTook", "2026-11-26T20:30");

        Task call = cases.task(reference, "tellByTelephone");
        assertThat(call.getDueDate()).isEqualTo("2026-11-27T20:00:00.000Z");
        assertThat(cases.offeredTo(call)).containsExactly("manager1", "ssw1");
        assertThat(shown(call, "ssw1"))
                .as("their office opens in time")
                .containsEntry("telephone", "01632 960201")
                .containsEntry("aboutPhone", true)
                .containsEntry("levelWords", "A phone was taken, or an app limited. Ring by 20:00 tomorrow.");
        assertThat(stillOpen(reference)).isNotEmpty();

        clock.setLondon("2026-11-27T17:00");
        jobs.runDue(call.getProcessInstanceId());
        assertThat(shown(call, "ssw1")).containsEntry("telephone", "01632 960299");
        assertThat(cases.offeredTo(call)).as("nobody else yet").containsExactly("manager1", "ssw1");
        clock.setLondon("2026-11-27T18:00");
        jobs.runDue(call.getProcessInstanceId());
        assertThat(cases.offeredTo(call)).as("two hours before").contains("duty1", "teammanager1");
        cases.submit(call, "duty1", reached("emergencyDutyTeam", now()));
        assertThat(calls(reference)).isZero();
    }

    @Test
    void onASaturdayTheEmergencyDutyTeamHearsThatAPhoneWasTaken() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(HIGH);

        phone(reference, "carerTook", "2026-11-21T22:00");

        Task call = cases.task(reference, "tellByTelephone");
        assertThat(shown(call, "duty1")).containsEntry("telephone", "01632 960299");
        assertThat(cases.offeredTo(call)).containsExactly("duty1", "manager1");
    }

    private void phone(String reference, String who, String takenAt) {
        Map<String, Object> answers = new HashMap<>(Map.of("phone", who));
        if (takenAt != null) {
            answers.put("tookAt", takenAt);
        }
        events.publishEvent(new EvidenceKept(reference, "carer1", answers));
    }

    @Test
    void noCallIsMadeWhenTheCaseIsTakenBack() {
        clock.setLondon("2026-11-21T22:04");
        String reference = called();

        events.publishEvent(new IncidentEnded(reference, Incident.State.WITHDRAWN));

        assertThat(calls(reference)).isZero();
        assertThat(what(reference)).containsOnlyOnce("TO_BE_RUNG").endsWith("CALLED_OFF");
    }

    private String called() {
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        return reference;
    }

    private static Map<String, Object> nobody() {
        return Map.of("reachedWhom", "nobody", "when", "2026-11-21T22:04:00Z", "tried", "Rang twice, engaged");
    }

    private static Map<String, Object> reached(String whom) {
        return reached(whom, "2026-11-21T22:04:00Z");
    }

    private static Map<String, Object> reached(String whom, String when) {
        return Map.of(
                "reachedWhom",
                whom,
                "whoAnswered",
                "The night worker",
                "when",
                when,
                "whatWasSaid",
                "They will ring the home");
    }

    private String now() {
        return clock.now().toString();
    }

    private String tooLate(Task call, String person, Map<String, Object> answers) {
        return catchThrowableOfType(SomebodyWasFaster.class, () -> cases.submit(call, person, answers))
                .getMessage();
    }

    private long calls(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, "tell-by-telephone")
                .count();
    }

    private List<String> what(String reference) {
        return repository.ofCase(reference).stream()
                .map(row -> row.what().name())
                .toList();
    }

    private List<String> askedToRing(String reference) {
        return jdbc.sql("select recipient from outgoing_message where reference = :reference and wanted = 'RING'")
                .param("reference", reference)
                .query(String.class)
                .list();
    }

    private List<String> stillOpen(String reference) {
        return closing.orderedStream()
                .flatMap(condition -> condition.stillOpen(reference).stream())
                .toList();
    }

    private Map<String, Object> shown(Task task, String person) {
        Map<String, Object> shown = new HashMap<>();
        cases.as(person, () -> {
            VariableMap variables = forms.getTaskFormVariables(task.getId());
            shown.putAll(variables);
        });
        return shown;
    }
}
