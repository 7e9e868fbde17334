package org.safecontact.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * The engine's tables, made by the engine's own scripts for PostgreSQL out of its jar. The checksum covers the scripts:
 * another engine version stops at Flyway's validation until somebody has decided how its tables are upgraded.
 */
@Component
class V1__EngineTables extends BaseJavaMigration {

    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public Integer getChecksum() {
        CRC32 sum = new CRC32();
        for (String script : SCRIPTS) {
            try {
                sum.update(StreamUtils.copyToString(resource(script).getInputStream(), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8));
            } catch (java.io.IOException missing) {
                throw new IllegalStateException("The engine's script is missing: " + script, missing);
            }
        }
        return (int) sum.getValue();
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (String script : SCRIPTS) {
            ScriptUtils.executeSqlScript(connection, new EncodedResource(resource(script), StandardCharsets.UTF_8));
        }
        grant(connection, context.getConfiguration().getPlaceholders().get("application"));
    }

    /** The engine reads and writes rows; it never changes a table. */
    private static void grant(Connection connection, String application) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                statement.execute("grant select, insert, update, delete on " + table + " to " + application);
            }
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select quote_ident(tablename) from pg_tables"
                + " where schemaname = current_schema() and tablename like 'act\\_%'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static ClassPathResource resource(String script) {
        return new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql");
    }
}
