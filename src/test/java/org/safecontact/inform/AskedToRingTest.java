package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.process.CaseMessages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is asked to ring gets a message in the moment that asks, and it says nothing of the case. */
@SafeContactTest
class AskedToRingTest {

    @Autowired
    private Cases cases;

    @Autowired
    private CaseMessages caseMessages;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private CurrentPerson house;

    @Autowired
    private CaseFiles files;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Messages messages;

    @Test
    void aReportThatIsNotSentInOfficeHoursWakesItsSupervisingSocialWorkerAndDuty() {
        clock.setLondon("2026-11-24T10:00");
        String reference = begun("carer1");
        assertThat(asked(reference)).isEmpty();

        clock.advance(Duration.ofMinutes(15));
        jobs.runDue(instance(reference));

        assertThat(asked(reference))
                .containsExactly(
                        "duty1: please make a telephone call by 10:20 today",
                        "ssw1: please make a telephone call by 10:20 today");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, "deliver-message")
                        .count())
                .as("on their way")
                .isEqualTo(2);

        cases.submit(cases.task(reference, "ringCarer"), "duty1", Map.of("answered", "noAnswer"));
        clock.advance(Duration.ofMinutes(15));
        jobs.runDue(instance(reference));
        assertThat(asked(reference)).as("asked again").hasSize(4);
    }

    @Test
    void outOfHoursItWakesDuty() {
        clock.setLondon("2026-11-21T22:04");
        String reference = begun("carer2");

        clock.advance(Duration.ofMinutes(15));
        jobs.runDue(instance(reference));

        assertThat(asked(reference)).containsExactly("duty1: please make a telephone call by 22:24 today");
    }

    @Test
    void policeThatNobodyConfirmedInFiveMinutesWakeEverybodyWhoWasTold() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(Map.of("immediateDanger", "yes"));
        cases.tell(reference, "alarm", null);
        String police = police(reference, "IMMEDIATE", null);

        clock.advance(Duration.ofMinutes(5));
        jobs.runDue(police);

        assertThat(asked(reference))
                .containsExactly(
                        "duty1: please make a telephone call by 22:14 today",
                        "manager1: please make a telephone call by 22:14 today");
    }

    @Test
    void policeThatTheWorkerDidNotConfirmInAnHourWakeDutyAndTheManagers() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(Map.of("concerns", List.of("threats"), "personRisk", "risky"));
        String police = police(reference, "HIGH", "ssw1");

        clock.advance(Duration.ofMinutes(60));
        jobs.runDue(police);

        assertThat(asked(reference))
                .containsExactly(
                        "duty1: please make a telephone call",
                        "manager1: please make a telephone call",
                        "manager2: please make a telephone call");
    }

    @Test
    void behindAWallOnlyThoseWhoMayReadItAreAsked() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(Map.of("concerns", List.of("threats"), "personRisk", "risky"));
        files.wall(reference);
        String police = police(reference, "HIGH", "manager1");

        clock.advance(Duration.ofMinutes(60));
        jobs.runDue(police);

        assertThat(asked(reference))
                .containsExactly("manager1: please make a telephone call", "manager2: please make a telephone call");
    }

    @Test
    void whoeverIsExcludedIsNotAsked() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(
                "carer1",
                "C1",
                Map.of("namedPerson", "worker", "concerns", List.of("threats"), "personRisk", "risky"),
                List.of("manager2"));
        String police = police(reference, "HIGH", "manager1");

        clock.advance(Duration.ofMinutes(60));
        jobs.runDue(police);

        assertThat(asked(reference)).noneMatch(line -> line.startsWith("manager2"));
    }

    private String begun(String carer) {
        AtomicReference<String> reference = new AtomicReference<>();
        cases.as(carer, () -> reference.set(caseMessages.openReport(carer).reference()));
        return reference.get();
    }

    /** Asked for in the moment in which that person answered, or while nobody has. */
    private String police(String reference, String level, String answeredBy) {
        if (answeredBy == null) {
            return started(reference, level, answeredBy);
        }
        AtomicReference<String> asked = new AtomicReference<>();
        cases.as(answeredBy, () -> house.asTheHouse(() -> asked.set(started(reference, level, answeredBy))));
        return asked.get();
    }

    private String started(String reference, String level, String answeredBy) {
        return runtime.startProcessInstanceByKey(
                        "call-police",
                        reference,
                        Variables.putValue("reference", reference)
                                .putValue("riskLevel", level)
                                .putValue("acknowledgedBy", answeredBy))
                .getId();
    }

    private String instance(String reference) {
        List<Task> open = cases.allTasks(reference, "reportContact");
        assertThat(open).hasSize(1);
        return open.get(0).getProcessInstanceId();
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
