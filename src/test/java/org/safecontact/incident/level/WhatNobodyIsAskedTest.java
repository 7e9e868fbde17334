package org.safecontact.incident.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.StoredReports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The child's age and its earlier unplanned contacts decide too, and no form asks for them. */
@SafeContactTest
class WhatNobodyIsAskedTest {

    @Autowired
    private StoredReports reports;

    @Autowired
    private Incidents incidents;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void nothingWasReportedBefore() {
        clock.setLondon("2026-11-24T10:00");
        jdbc.sql("update incident set reported_at = reported_at - interval '60 days' where child_id is not null")
                .update();
    }

    @Test
    void aPictureOfAYoungChildIsThePolices() {
        Map<String, Object> pictures = Map.of("concerns", List.of("images"), "imagesAggravated", "no");
        assertThat(rule("carer1", "C2", pictures)).as("nine years old").isEqualTo("rule_04c");
        assertThat(rule("carer2", "C3", pictures)).as("fifteen years old").isEqualTo("rule_10");
        clock.setLondon("2030-09-01T10:00");
        assertThat(rule("carer1", "C2", pictures)).as("twelve for one day more").isEqualTo("rule_04c");
        clock.setLondon("2030-09-02T10:00");
        assertThat(rule("carer1", "C2", pictures)).as("thirteen today").isEqualTo("rule_10");
    }

    @Test
    void theFourthContactInThirtyDaysIsMoreThanOneContact() {
        assertThat(rule("carer2", "C3", Map.of())).isEqualTo("rule_20");
        clock.advance(Duration.ofDays(1));
        assertThat(rule("carer2", "C3", Map.of())).isEqualTo("rule_20");
        clock.advance(Duration.ofDays(1));
        assertThat(rule("carer2", "C3", Map.of())).isEqualTo("rule_20");
        clock.advance(Duration.ofDays(1));
        assertThat(rule("carer1", "C1", Map.of())).as("another child").isEqualTo("rule_20");
        assertThat(rule("carer2", "C3", Map.of())).isEqualTo("rule_19c");
        clock.advance(Duration.ofDays(31));
        assertThat(rule("carer2", "C3", Map.of())).isEqualTo("rule_20");
    }

    private String rule(String by, String child, Map<String, Object> differently) {
        String reference = reports.about(child, by, differently, List.of());
        return incidents.decision(reference).orElseThrow().ruleId();
    }
}
