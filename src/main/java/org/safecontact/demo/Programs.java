package org.safecontact.demo;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.safecontact.start.CannotStart;

/** Runs PostgreSQL's own programs and waits for them. */
final class Programs {

    private final Path folder;
    private final Path output;

    /**
     * @param folder where the programs are
     * @param output the file that takes what they say
     */
    Programs(Path folder, Path output) {
        this.folder = folder;
        this.output = output;
    }

    /**
     * Runs one program to its end.
     *
     * @return whether it succeeded
     */
    boolean run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(folder.resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        // To a file, never to a pipe: the server inherits it and outlives the program that started it.
        builder.redirectOutput(ProcessBuilder.Redirect.to(output.toFile()));
        Process process = builder.start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroy();
                return false;
            }
            return process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted while the embedded PostgreSQL was busy.", interrupted);
        }
    }

    /** The last line that a program said, for a message to the console. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.isEmpty()
                    ? "it said nothing"
                    : lines.get(lines.size() - 1).strip();
        } catch (IOException unreadable) {
            return "it said nothing that can be read";
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody special. */
    private static List<String> asOrdinaryUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!LinuxUtils.isUnshareAvailable()) {
            throw new CannotStart("The embedded PostgreSQL does not run as root here:"
                    + " start the demonstration as an ordinary user, or give SPRING_DATASOURCE_URL.");
        }
        return List.of("unshare", "-U");
    }
}
