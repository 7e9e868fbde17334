package org.safecontact.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The jar as an agency runs it, in a process of its own. */
final class PackagedProduct implements AutoCloseable {

    /** For what it does once it runs, and for its end: the lock of a dead node and a database that is written out take their time. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration BOOT = Duration.ofMinutes(5);

    private final Path folder;
    private final Process process;
    private final int port;
    private final Path output;

    private PackagedProduct(Path folder, Process process, int port, Path output) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /** Starts the jar at an address of its own. */
    static PackagedProduct start(Path folder) throws IOException {
        return start(folder, freePort());
    }

    /**
     * Starts the jar and waits until it answers.
     *
     * @param folder its data directory, the same one for every start of a test
     * @param port where people find it, the same as before for whoever left a window open
     * @throws AssertionError with what it said, when it does not come up
     */
    static PackagedProduct start(Path folder, int port) throws IOException {
        Files.createDirectories(folder.getParent());
        Path output = folder.resolveSibling(folder.getFileName() + "-" + port + ".out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar().toString(),
                        "--server.port=" + port,
                        "--safe-contact.demo.mail-port=0",
                        "--safe-contact.data-directory=" + folder,
                        "--safe-contact.demo.programs-directory=target/test-data/postgresql-programs")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        PackagedProduct product = new PackagedProduct(folder, process, port, output);
        await("the packaged product answers").atMost(BOOT).until(() -> product.isHealthy() || !process.isAlive());
        assertThat(process.isAlive())
                .as(() -> "it stopped by itself: " + product.output())
                .isTrue();
        return product;
    }

    int port() {
        return port;
    }

    /** Everything that it said on the console. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends it as a power cut would: no shutdown hook, no goodbye. */
    void killHard() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** The PostgreSQL that serves its data directory now. */
    ProcessHandle database() throws IOException {
        String number =
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    /** One number out of its database, read as the product's own role would. */
    long count(String query) throws IOException, SQLException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("database-passwords"))) {
            passwords.load(reader);
        }
        String serverPort =
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(3);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + serverPort + "/safe_contact",
                        "safe_contact",
                        passwords.getProperty("application"));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** Ends it as a person does. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }

    private boolean isHealthy() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The jar that the build has just made. */
    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches("safe-contact-.*\\.jar"))
                    .toList();
            assertThat(jars).as("the packaged jar").hasSize(1);
            return jars.get(0);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }
}
