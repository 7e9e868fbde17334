package org.safecontact.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration as it stands when everything is up. */
@SafeContactTest
class DemonstrationTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Environment environment;

    @Test
    void theEngineRunsOnTheEmbeddedDatabase() {
        assertThat(environment.matchesProfiles("demo")).isTrue();
        assertThat(engine.getManagementService().getTableCount()).containsKey("ACT_RU_TASK");
    }

    @Test
    void theApplicationOwnsNothing() {
        assertThat(database.sql("select current_user").query(String.class).single())
                .isEqualTo("safe_contact");
        assertThat(database.sql("select relname from pg_class where pg_get_userbyid(relowner) = current_user")
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
