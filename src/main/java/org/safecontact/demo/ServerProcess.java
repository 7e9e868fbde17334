package org.safecontact.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the server that runs on a cluster, by the note that PostgreSQL leaves in it: the number of its process. */
final class ServerProcess {

    private static final String NOTE = "postmaster.pid";

    private ServerProcess() {}

    /** The process that runs this cluster now. */
    static Optional<ProcessHandle> of(Path cluster) throws IOException {
        return noted(cluster).filter(process -> runs(process, cluster).orElse(false));
    }

    /**
     * Takes away a note that survived a crash of the machine when another program has got its number since: PostgreSQL
     * would take that program for its server and not start. A process that says nothing about itself is left to
     * PostgreSQL to judge.
     */
    static void forgetStranger(Path cluster) throws IOException {
        if (noted(cluster)
                .flatMap(process -> runs(process, cluster))
                .filter(ours -> !ours)
                .isPresent()) {
            Files.delete(cluster.resolve(NOTE));
        }
    }

    private static Optional<ProcessHandle> noted(Path cluster) throws IOException {
        try {
            String number =
                    Files.readString(cluster.resolve(NOTE)).lines().findFirst().orElse("");
            return ProcessHandle.of(Long.parseLong(number.strip())).filter(ProcessHandle::isAlive);
        } catch (NoSuchFileException | NumberFormatException nothingNoted) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> runs(ProcessHandle process, Path cluster) {
        return process.info().commandLine().map(command -> command.contains(cluster.toString()));
    }
}
