package org.safecontact.demo;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.safecontact.start.CannotStart;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive for this machine that comes with the product. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwx------");

    private PostgresBinaries() {}

    /**
     * Unpacks the programs where they are not there yet. Another version goes beside an earlier one.
     *
     * @param directory where they go; a version is complete or absent, also when an earlier start was cut off
     * @return the folder with {@code initdb}, {@code pg_ctl} and {@code postgres}
     */
    static Path unpack(Path directory) throws IOException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PROGRAM));
        Path version = directory.resolve(fingerprint());
        if (!Files.isDirectory(version)) {
            Path fresh = Files.createTempDirectory(directory, "unpacking");
            try (InputStream archive = archive()) {
                extract(archive, fresh);
            }
            put(fresh, version);
        }
        return version.resolve("bin");
    }

    /** Two first starts may unpack at the same time; the later one uses what the earlier one has put there. */
    private static void put(Path fresh, Path version) throws IOException {
        try {
            Files.move(fresh, version, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException thereAlready) {
            FileSystemUtils.deleteRecursively(fresh);
            if (!Files.isDirectory(version)) {
                throw thereAlready;
            }
        }
    }

    /** Tells versions apart; a stronger sum would cost the first second of every start. */
    private static String fingerprint() throws IOException {
        try (CheckedInputStream archive = new CheckedInputStream(archive(), new CRC32())) {
            long length = archive.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(length) + "-"
                    + Long.toHexString(archive.getChecksum().getValue());
        }
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor);
        } catch (IllegalStateException none) {
            throw new CannotStart(
                    "There is no embedded PostgreSQL for " + System.getProperty("os.name") + " on " + processor
                            + ": start with SPRING_DATASOURCE_URL and a PostgreSQL of your own.",
                    none);
        }
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive of PostgreSQL names a file outside its folder");
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(path, PROGRAM);
            }
        }
    }
}
