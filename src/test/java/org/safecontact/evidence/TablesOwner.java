package org.safecontact.evidence;

import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What nobody can keep the owner of the tables from: the triggers off, then a file changed. */
final class TablesOwner {

    /** Another byte in the file itself. */
    static final String BYTES =
            "update evidence_chunk set bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1) where file_id = ?";

    /** Another SHA-256 beside it. */
    static final String SHA_256 =
            "update evidence_file set sha256 = set_byte(sha256, 0, get_byte(sha256, 0) # 1) where id = ?";

    /** Another number: to whoever looks for the one on record, it is gone. */
    static final String NUMBER = "update evidence_file set number = 1000 - number where id = ?";

    private final JdbcClient jdbc;

    TablesOwner(Environment settings) {
        jdbc = JdbcClient.create(new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password")));
    }

    /** Each change, made twice, is undone: others use the same database. */
    void whileChanged(UUID file, String change, Runnable tried) {
        change(file, change);
        try {
            tried.run();
        } finally {
            change(file, change);
        }
    }

    private void change(UUID file, String change) {
        triggers("disable");
        jdbc.sql(change).param(file).update();
        triggers("enable always");
    }

    private void triggers(String how) {
        jdbc.sql("alter table evidence_chunk " + how + " trigger only_on_direction")
                .update();
        jdbc.sql("alter table evidence_file " + how + " trigger only_grows").update();
    }
}
