package org.safecontact.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the server that runs on a cluster, by the note that PostgreSQL leaves in it. */
final class ServerProcess {

    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private ServerProcess() {}

    /** The process that runs this cluster now. A number that another program has got since is not it. */
    static Optional<ProcessHandle> of(Path cluster) throws IOException {
        List<String> note;
        try {
            note = Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
        if (note.size() < 3) {
            return Optional.empty();
        }
        Instant noted = Instant.ofEpochSecond(Long.parseLong(note.get(2).strip()));
        return ProcessHandle.of(Long.parseLong(note.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAbout(process, noted));
    }

    private static boolean startedAbout(ProcessHandle process, Instant noted) {
        return process.info()
                .startInstant()
                .map(started -> Duration.between(started, noted).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }
}
