package org.safecontact;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The owner of the tables, who may change what the application itself may not: for tests that need another past. */
@TestComponent
public class TablesOwner {

    private final JdbcClient jdbc;

    TablesOwner(Environment settings) {
        jdbc = JdbcClient.create(new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password")));
    }

    public JdbcClient.StatementSpec sql(String statement) {
        return jdbc.sql(statement);
    }
}
