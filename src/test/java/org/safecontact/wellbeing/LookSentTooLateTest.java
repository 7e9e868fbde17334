package org.safecontact.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A look ends by itself, or somebody else answers it, while a person writes: what they saw counts as if they had been in time. */
@SafeContactTest
class LookSentTooLateTest {

    private static final String LOOK = "observeWellbeing";
    private static final String CALL = "callAboutChild";
    private static final String LATE = "Answer that came second: How the child is";
    private static final String KEPT = "kept in the record, under your name";

    @Autowired
    private Followed followed;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Incidents incidents;

    @Autowired
    private CaseMessages cases;

    @Autowired
    private CaseFiles files;

    @Autowired
    private LooksSoFar soFar;

    @Autowired
    private Schedules schedules;

    @Autowired
    private CaseRecord record;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private String reference;
    private String instance;

    @BeforeEach
    void followedAfterAnOrdinaryReport() {
        followed.nobody();
        clock.setLondon("2026-11-24T16:10");
        reference = followed.report("carer1", "C2", Map.of());
        cases.alsoAbout(reference, "carer1");
        instance = followed.follow(reference);
    }

    @Test
    void aMinuteAfterNoonItIsKeptAndDecidedOnOnce() {
        Task look = lookOf("2026-11-24");
        until("2026-11-25T12:00");
        clock.setLondon("2026-11-25T12:01");
        Map<String, Object> seen = Followed.withSign("selfHarm", "meansIt", "no");

        String told = late(look, "carer1", seen);

        assertThat(told).contains(KEPT, "as if you had been in time", "999");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(incidents.concerns(reference)).contains("selfHarm");
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals(LATE))
                .singleElement()
                .satisfies(entry -> assertThat(entry.author().personId()).isEqualTo("carer1"));

        List<String> written = titles();
        assertThat(late(look, "carer1", seen)).as("sent again by itself").isEqualTo(told);
        assertThat(titles()).isEqualTo(written);

        until("2026-11-25T20:00");
        assertThat(titles()).as("somebody did look").doesNotContain("Nobody looked how the child is");
    }

    @Test
    void whatTheOtherCarerSawCountsThoughTheFirstSaysAsUsual() {
        Task look = lookOf("2026-11-24");
        until("2026-11-25T08:00");
        followed.submit(followed.task(instance, LOOK), "carer3", Followed.asUsual());
        Map<String, Object> seen = Followed.withSign("selfHarm", "meansIt", "unsure");

        assertThat(late(look, "carer1", seen)).contains(KEPT);

        assertThat(incidents.answers(reference)).containsEntry("threatToLife", "unsure");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        List<String> written = titles();
        late(look, "carer1", seen);
        assertThat(titles()).isEqualTo(written);

        seen.put("saw", "It was said twice.");
        late(look, "carer1", seen);
        assertThat(titles()).as("more words and no new sign").hasSize(written.size() + 1);
    }

    @Test
    void whatBothSawIsDecidedOnOnce() {
        Task look = lookOf("2026-11-24");
        until("2026-11-25T08:00");
        followed.submit(followed.task(instance, LOOK), "carer3", Followed.withSign("selfHarm", "meansIt", "no"));
        List<String> written = titles();

        late(look, "carer1", Followed.withSign("selfHarm", "meansIt", "no"));

        assertThat(titles()).hasSize(written.size() + 1).last().isEqualTo(LATE);
    }

    @Test
    void aSecondVersionThatComesLateTooIsKeptAndOnlyWhatIsNewInItIsDecidedOn() {
        Task look = lookOf("2026-11-24");
        until("2026-11-25T12:00");
        late(look, "carer1", Followed.asUsual());
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);

        late(look, "carer1", Followed.withSign("missing"));

        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(titles()).filteredOn(LATE::equals).hasSize(2);
    }

    @Test
    void newContactOpensAReportForWhoeverSawIt() {
        Task look = lookOf("2026-11-24");
        until("2026-11-25T12:00");
        long before = unsentOf("carer1");

        late(look, "carer1", Followed.withSign("newContact"));

        assertThat(unsentOf("carer1")).isEqualTo(Math.max(1, before));
        followed.nothingToReport("carer1");
    }

    @Test
    void worseTwiceInARowGoesBackToTheDecisionAndToTheChildsSocialWorker() {
        followed.submit(lookOf("2026-11-24"), "carer1", Followed.worse());
        Task look = lookOf("2026-11-25");
        until("2026-11-26T12:00");

        late(look, "carer1", Followed.worse());

        assertThat(incidents.answers(reference)).containsEntry("distress", "marked");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);
        assertThat(followed.task(instance, "tellChildsWorker")).isNotNull();
        assertThat(followed.task(instance, CALL)).as("still to be rung").isNotNull();
    }

    @Test
    void aWorseOneThatCameLateIsTheFirstOfTwo() {
        Task look = lookOf("2026-11-24");
        until("2026-11-25T12:00");
        late(look, "carer1", Followed.worse());
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);

        followed.submit(lookOf("2026-11-25"), "carer1", Followed.worse());

        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);
        assertThat(followed.task(instance, "tellChildsWorker")).isNotNull();
    }

    @Test
    void whatComesAfterTheNextLookBelongsToItsOwn() {
        Task look = lookOf("2026-11-24");
        lookOf("2026-11-25");

        late(look, "carer1", Followed.worse());

        assertThat(soFar.looks(schedules.running(reference).orElseThrow().id()))
                .extracting(Look::state, Look::worse)
                .containsExactly(tuple(Look.State.DONE, true), tuple(Look.State.OPEN, false));
    }

    @Test
    void aWorkerWhoRangAndWroteIsNotLostWhenTheNextLookIsDue() {
        lookOf("2026-11-24");
        until("2026-11-25T12:00");
        Task call = followed.task(instance, CALL);
        tasks.claim(call.getId(), "ssw1");
        call = followed.task(instance, CALL);
        until("2026-11-25T20:00");
        assertThat(followed.task(instance, CALL)).isNull();
        Map<String, Object> seen = Followed.withSign("missing", "reached", "carer", "place", "home");

        assertThat(late(call, "ssw1", seen)).contains(KEPT);

        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
    }

    @Test
    void whatAWorkerSawOfTheChildIsKeptThoughNobodyHasToSeeItAnyMore() {
        String next = followed.report("carer1", "C2", Map.of("distress", "marked"));
        followed.follow(next);
        tasks.claim(followed.task(instance, "touchpoint").getId(), "ssw1");
        Task touchpoint = followed.task(instance, "touchpoint");
        jdbc.sql("update incident set state = 'WITHDRAWN' where reference = :reference")
                .param("reference", next)
                .update();
        events.publishEvent(new IncidentEnded(next, Incident.State.WITHDRAWN));
        assertThat(followed.task(instance, "touchpoint")).isNull();

        assertThat(late(touchpoint, "ssw1", Followed.seenByWorker())).contains(KEPT, "I'm more worried now", "999");

        assertThat(titles()).contains("Answer that came second: A worker saw the child");
    }

    @Test
    void aClosedReportOfAChildWhoIsStillFollowedTakesWhatBelongsToTheLook() {
        followed.submit(lookOf("2026-11-24"), "carer1", Followed.asUsual());
        String next = followed.report("carer1", "C2", Map.of("distress", "marked"));
        cases.alsoAbout(next, "carer1");
        followed.follow(next);
        jdbc.sql("update incident set state = 'CLOSED' where reference = :reference")
                .param("reference", reference)
                .update();
        files.close(reference);
        Task look = lookOf("2026-11-26");
        followed.submit(look, "carer1", Followed.asUsual());

        assertThat(late(look, "carer1", Followed.withSign("selfHarm", "meansIt", "no")))
                .contains("I'm more worried now");

        assertThat(incidents.get(next).level()).contains(RiskLevel.HIGH);
    }

    @Test
    void whenNobodyIsFollowedAnyMoreAClosedReportIsClosed() {
        Task first = lookOf("2026-11-24");
        followed.submit(first, "carer1", Followed.asUsual());
        followed.submit(lookOf("2026-11-25"), "carer1", Followed.asUsual());
        followed.submit(followed.task(instance, "closeWellbeing"), "ssw1", Followed.closed());
        files.close(reference);

        assertThat(late(first, "carer1", Followed.withSign("missing"))).contains("This case is closed", "999");
    }

    /** The look of that evening, open. */
    private Task lookOf(String evening) {
        until(evening + "T20:00");
        return followed.task(instance, LOOK);
    }

    private String late(Task look, String person, Map<String, Object> seen) {
        return catchThrowableOfType(SomebodyWasFaster.class, () -> followed.submit(look, person, seen))
                .getMessage();
    }

    private void until(String londonTime) {
        clock.setLondon(londonTime);
        jobs.runDue(instance);
    }

    private List<String> titles() {
        return record.entries(reference).stream().map(Entry::title).toList();
    }

    private long unsentOf(String person) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("reportContact")
                .taskAssignee(person)
                .count();
    }
}
