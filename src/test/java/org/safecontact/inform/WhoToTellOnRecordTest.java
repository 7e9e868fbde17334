package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.StandInTable;
import org.safecontact.TestClock;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands behind the people who were told: rules, version and signature; and what happens when there is no table. */
@SafeContactTest
class WhoToTellOnRecordTest {

    private static final Map<String, Object> HIGH = Map.of("concerns", List.of("crime"));

    @Autowired
    private Cases cases;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private CaseRecord record;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void saturdayNight() {
        clock.setLondon("2026-11-21T22:04");
    }

    @Test
    void whoeverIsToldStandsThereWithRulesVersionAndSignature() {
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);

        assertThat(says(reference, "Asked to answer"))
                .anyMatch(said -> said.matches("Decided by: \\d rules of the table \"who-to-tell\", version 1.1.0"))
                .anyMatch(said -> said.startsWith("What they say: HIGH, out of hours: "))
                .noneMatch(said -> said.contains("_") || said.contains("Basis"))
                .anyMatch(said -> said.startsWith("Table: signed as a demonstration only by "));
        assertThat(says(reference, "Told"))
                .anyMatch(said -> said.endsWith("of the table \"who-to-tell\", version 1.1.0"));
        assertThat(signedInTheLadder(reference)).startsWith("signed as a demonstration only by ");
    }

    @Test
    void anUnsignedVersionSaysSo() {
        StandInTable.whileUnsigned(repository, "who-to-tell", () -> {
            String reference = cases.report(HIGH);
            cases.tell(reference, "alarm", null);

            assertThat(says(reference, "Asked to answer"))
                    .anyMatch(said -> said.endsWith(" of the table \"who-to-tell\", version 9.9.9"))
                    .contains("Table: nobody has signed this version yet");
            assertThat(signedInTheLadder(reference)).isEqualTo("nobody has signed this version yet");
        });
    }

    @Test
    void withoutATablePeopleAreToldAndSomebodyLearnsThatItWasWithoutOne() {
        StandInTable.whileBroken(repository, "who-to-tell", () -> {
            String reference = cases.report(HIGH);
            String ladder = cases.tell(reference, "alarm", null);

            assertThat(cases.offeredTo(cases.task(reference, "acknowledge"))).containsExactly("duty1", "manager1");
            assertThat(says(reference, "Asked to answer"))
                    .contains("Decided by: nobody could decide, so the careful answer stands");
            assertThat(says(reference, "A decision table gave no answer")).contains("Table: who-to-tell");
            Task toDo = cases.task(reference, "caseIsStuck");
            assertThat(runtime.getVariable(toDo.getExecutionId(), "stuckTable")).isEqualTo("who-to-tell");
            assertThat(runtime.createIncidentQuery()
                            .processInstanceId(toDo.getProcessInstanceId())
                            .list())
                    .as("technical help sees it too")
                    .extracting(Incident::getIncidentType)
                    .containsExactly("tableWithoutAnswer");

            clock.setLondon("2026-11-21T22:20");
            jobs.runDue(ladder);
            assertThat(cases.offeredTo(cases.task(reference, "acknowledge")))
                    .as("and the next people")
                    .contains("teammanager1");
            assertThat(cases.allTasks(reference, "caseIsStuck"))
                    .as("one to-do, however often the table is asked")
                    .hasSize(1);
        });
    }

    private List<String> says(String reference, String title) {
        List<Statement> statements = record.entries(reference).stream()
                .filter(entry -> entry.title().equals(title))
                .map(Entry::statements)
                .flatMap(List::stream)
                .toList();
        return statements.stream()
                .map(said -> said.question() + ": " + said.answer())
                .toList();
    }

    private String signedInTheLadder(String reference) {
        return jdbc.sql("select signed from ladder_rung where reference = ? order by id limit 1")
                .param(reference)
                .query(String.class)
                .single();
    }
}
