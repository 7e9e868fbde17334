package org.safecontact.incident.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.agency.Agency;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.StoredReports;
import org.safecontact.plan.PlanRegister;
import org.safecontact.record.CaseRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** What is agreed cannot be read: a report can be written and is kept all the same, and nobody takes it for allowed. */
@SafeContactTest
class PlanThatFailsTest {

    @MockitoSpyBean
    private PlanRegister register;

    @Autowired
    private AgreedPeople people;

    @Autowired
    private StoredReports reports;

    @Autowired
    private Incidents incidents;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Agency agency;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aReportIsKeptAndNothingCountsAsAgreed() {
        doThrow(new IllegalStateException("No such kind of entry"))
                .when(register)
                .plan(any(), any());
        isKept();
    }

    @Test
    void alsoWhereTheDatabaseRefuses() {
        doAnswer(call -> jdbc.sql("select no_such_column from plan_entry")
                        .query(String.class)
                        .list())
                .when(register)
                .plan(any(), any());
        isKept();
    }

    private void isKept() {
        assertThat(people.offer(List.of(agency.child("C1").orElseThrow()), "carer1")
                        .options())
                .as("nobody is offered, and the form opens")
                .isEmpty();
        String reference = reports.about("C1", "carer1", Map.of(RiskQuestions.PERSON, "1"), List.of());

        assertThat(incidents.answers(reference))
                .containsEntry(RiskQuestions.PLAN_CHECK, "unknown")
                .containsEntry(RiskQuestions.CONTACT_BARRED, "unsure");
        assertThat(record.entries(reference))
                .anySatisfy(entry -> assertThat(entry.statements())
                        .anySatisfy(said -> assertThat(said.answer()).isEqualTo("What is agreed could not be read.")));
    }
}
