package org.safecontact.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.safecontact.start.CannotStart;
import org.springframework.util.FileSystemUtils;

/** Before the first test: the data of earlier runs go, unless somebody works on them at this moment. */
public class EarlierTestData implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Files.isDirectory(SecondDatabase.TEST_DATA)) {
            return;
        }
        try (Stream<Path> found = Files.list(SecondDatabase.TEST_DATA)) {
            for (Path path :
                    found.filter(path -> Files.exists(path.resolve("lock"))).toList()) {
                sweep(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void sweep(Path folder) throws IOException {
        try (DataDirectory unused = DataDirectory.open(folder)) {
            // A test that was killed leaves its server running.
            ServerProcess.of(unused.resolve("postgresql")).ifPresent(ProcessHandle::destroy);
            FileSystemUtils.deleteRecursively(folder);
        } catch (CannotStart inUse) {
            // Somebody else's tests run on it.
        }
    }
}
