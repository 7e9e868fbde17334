package org.safecontact.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.safecontact.start.CannotStart;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of the demonstration's own, durable like a real one: what was accepted survives a crash of the product
 * and of the machine. It listens on loopback, asks everybody for a password, and the product is an ordinary role in it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String NAME = "safe_contact";
    static final String OWNER = "safe_contact_owner";
    static final String APPLICATION = "safe_contact";
    static final String SUPERUSER = "postgres";

    static final String SECONDS_TO_RECOVER = "300";
    private static final int ATTEMPTS = 3;

    /** Everybody gives a password; there is no way in but this one. */
    private static final String WHO_MAY_CONNECT = """
            # Written at every start.
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            host    all       all   127.0.0.1/32  scram-sha-256
            """;

    private final DataDirectory directory;
    private final Path cluster;
    private final Programs programs;
    private final DatabasePasswords passwords;
    private int port;

    private EmbeddedDatabase(DataDirectory directory, Path binaries) throws IOException {
        this.directory = directory;
        this.cluster = directory.resolve("postgresql");
        this.passwords = DatabasePasswords.of(directory);
        this.programs = new Programs(PostgresBinaries.unpack(binaries), directory.resolve("postgresql.out"));
    }

    /**
     * Starts the database of a data directory, making it first where there is none.
     *
     * @param path the data directory
     * @param binaries where PostgreSQL's programs are unpacked
     * @throws CannotStart when another application uses the directory, or the server does not come up as it must
     */
    static EmbeddedDatabase start(Path path, Path binaries) {
        DataDirectory directory = DataDirectory.open(path);
        EmbeddedDatabase database = null;
        try {
            database = new EmbeddedDatabase(directory, binaries.toAbsolutePath());
            database.create();
            database.stopWhatWasLeftRunning();
            database.startServer();
            new DatabaseRoles(database.port, database.passwords).prepare();
            return database;
        } catch (IOException | RuntimeException failure) {
            closeAfter(failure, database == null ? directory : database);
            throw failure instanceof CannotStart refused
                    ? refused
                    : new CannotStart(
                            "The embedded PostgreSQL in " + path + " could not be started: " + failure, failure);
        }
    }

    private static void closeAfter(Exception failure, AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception second) {
            failure.addSuppressed(second);
        }
    }

    private void create() throws IOException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        Path fresh = directory.resolve("postgresql.new");
        FileSystemUtils.deleteRecursively(fresh);
        Path password =
                DatabasePasswords.PrivateFiles.write(directory.resolve("initdb.password"), passwords.superuser());
        try {
            boolean made = programs.run(
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums");
            if (!made) {
                throw new CannotStart("The embedded PostgreSQL could not be set up: " + programs.lastWords());
            }
        } finally {
            Files.deleteIfExists(password);
        }
        // A cluster is complete or absent, also when the first start was cut off.
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** After {@code kill -9} of the product its server lives on; nobody else can own it, for the directory is locked. */
    private void stopWhatWasLeftRunning() throws IOException {
        ServerProcess.forgetStranger(cluster);
        if (ServerProcess.of(cluster).isPresent() && !stopServer()) {
            throw new CannotStart("The PostgreSQL that an earlier start left running on " + cluster
                    + " could not be stopped: " + programs.lastWords());
        }
    }

    private void startServer() throws IOException {
        Files.writeString(cluster.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            port = freePort();
            // On the command line, where no file can overrule it.
            String settings = String.join(
                    " -c ",
                    "",
                    "listen_addresses=127.0.0.1",
                    "port=" + port,
                    "unix_socket_directories=''",
                    "password_encryption=scram-sha-256",
                    // Stretching is for passwords that people think up; these are 192 random bits, used at every
                    // connect.
                    "scram_iterations=1",
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "max_connections=60",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    // A refused row must not be quoted in the server's log.
                    "log_error_verbosity=terse",
                    "log_min_error_statement=panic");
            if (programs.run(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "--timeout=" + SECONDS_TO_RECOVER,
                    "--pgdata=" + cluster,
                    "--log=" + directory.resolve("postgresql.log"),
                    "--options=" + settings)) {
                return;
            }
        }
        throw new CannotStart("The embedded PostgreSQL in " + cluster + " did not start; its own words are in "
                + directory.resolve("postgresql.log") + ".");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    private boolean stopServer() throws IOException {
        return programs.run(
                "pg_ctl", "stop", "--wait", "--timeout=" + SECONDS_TO_RECOVER, "--mode=fast", "--pgdata=" + cluster);
    }

    /** Where the product connects to. */
    String url() {
        return DatabaseRoles.url(port, NAME);
    }

    /** The passwords of this database. */
    DatabasePasswords passwords() {
        return passwords;
    }

    /** Stops the server cleanly and leaves the directory to the next start. Harmless when done already. */
    @Override
    public void close() throws IOException {
        try {
            if (ServerProcess.of(cluster).isPresent()) {
                stopServer();
            }
        } finally {
            directory.close();
        }
    }
}
