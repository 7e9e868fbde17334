package org.safecontact.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.start.CannotStart;

/** The demonstration's database keeps what it accepted, lets nobody in without a password, and starts again. */
class EmbeddedDatabaseTest {

    private final Path folder =
            SecondDatabase.TEST_DATA.resolve(UUID.randomUUID().toString());
    private EmbeddedDatabase database;

    @BeforeEach
    void start() {
        database = EmbeddedDatabase.start(folder, SecondDatabase.PROGRAMS);
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "log_error_verbosity, terse",
    })
    void runsAsSafelyAsARealOne(String setting, String value) throws SQLException {
        try (Connection superuser =
                connect(EmbeddedDatabase.SUPERUSER, database.passwords().superuser())) {
            assertThat(one(superuser, "show " + setting)).isEqualTo(value);
        }
    }

    @Test
    void nothingStartsThatWouldLoseWhatItAccepted() throws Exception {
        try (Connection superuser =
                        connect(EmbeddedDatabase.SUPERUSER, database.passwords().superuser());
                Statement statement = superuser.createStatement()) {
            statement.execute("alter role safe_contact set synchronous_commit = off");
        }
        stop();
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, SecondDatabase.PROGRAMS))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("synchronous_commit = off");
    }

    @Test
    void aCrashHasAtLeastAMinuteToRecoverFrom() {
        assertThat(Integer.parseInt(EmbeddedDatabase.SECONDS_TO_RECOVER)).isGreaterThanOrEqualTo(60);
    }

    @Test
    void nobodyComesInWithoutThePassword() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("postgresql/pg_hba.conf")))
                .filteredOn(line -> !line.startsWith("#"))
                .singleElement()
                .asString()
                .contains("127.0.0.1/32", "scram-sha-256")
                .doesNotContain("trust");
        for (String user :
                new String[] {EmbeddedDatabase.SUPERUSER, EmbeddedDatabase.OWNER, EmbeddedDatabase.APPLICATION}) {
            assertThatThrownBy(() -> connect(user, "guessed"))
                    .as(user)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void theFolderIsForItsUserOnly() throws IOException {
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("postgresql"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("database-passwords"))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("the password of the set-up is not left behind")
                    .noneMatch(name -> name.startsWith("initdb"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "create temporary table mine (id int)",
                "create schema mine",
                "create role mine",
                "set role safe_contact_owner",
                "set session authorization safe_contact_owner",
                "alter system set fsync = off",
                "alter role safe_contact superuser",
                "select pg_read_file('pg_hba.conf')",
                "copy (select 1) to program 'true'",
            })
    void theApplicationIsAnOrdinaryRole(String attempt) throws SQLException {
        try (Connection application = connect(
                        EmbeddedDatabase.APPLICATION, database.passwords().application());
                Statement statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatWasWrittenIsThereAfterTheNextStart() throws Exception {
        try (Connection owner =
                        connect(EmbeddedDatabase.OWNER, database.passwords().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('still here')");
        }
        database.close();
        start();
        try (Connection owner =
                connect(EmbeddedDatabase.OWNER, database.passwords().owner())) {
            assertThat(one(owner, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void aSecondApplicationIsToldSoInOneLine() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, SecondDatabase.PROGRAMS))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Another Safe Contact is already running on the folder")
                .hasMessageNotContainingAny("\n");
    }

    @Test
    void aNoteThatNamesAStrangerSinceTheMachineWasSwitchedOffDoesNotStopTheStart() throws IOException {
        database.close();
        Path cluster = folder.resolve("postgresql").toAbsolutePath();
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                "%d%n%s%n1%n5432%n".formatted(ProcessHandle.current().pid(), cluster));
        start();
        assertThat(ServerProcess.of(cluster)).isPresent();
    }

    @Test
    void closingTwiceDoesNothing() throws IOException {
        database.close();
        database.close();
        assertThat(ServerProcess.of(folder.resolve("postgresql").toAbsolutePath()))
                .isEmpty();
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(database.url(), user, password);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
