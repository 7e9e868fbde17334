package org.safecontact.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The generated passwords of the embedded database, kept in a file that only its user can read.
 *
 * @param superuser of the cluster, for setting it up only
 * @param owner of the tables
 * @param application of the running product
 */
record DatabasePasswords(String superuser, String owner, String application) {

    private static final String COMMENT = "Made at the first start. Whoever reads this file can read the data.";

    /** Reads the passwords of this folder, or makes them. */
    static DatabasePasswords of(DataDirectory directory) throws IOException {
        Path file = directory.resolve("database-passwords");
        if (!Files.exists(file)) {
            generate().write(file);
        }
        Properties stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        }
        return new DatabasePasswords(
                stored.getProperty("superuser"), stored.getProperty("owner"), stored.getProperty("application"));
    }

    private static DatabasePasswords generate() {
        SecureRandom random = new SecureRandom();
        return new DatabasePasswords(password(random), password(random), password(random));
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("superuser", superuser);
        properties.setProperty("owner", owner);
        properties.setProperty("application", application);
        StringWriter text = new StringWriter();
        properties.store(text, COMMENT);
        Path fresh = PrivateFiles.write(file.resolveSibling("database-passwords.new"), text.toString());
        // All three or none, whenever the machine stops.
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Files that only their user can read, from their first byte on. */
    static final class PrivateFiles {

        private PrivateFiles() {}

        static Path write(Path file, String text) throws IOException {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, text);
        }
    }

    @Override
    public String toString() {
        return "DatabasePasswords[not shown]";
    }
}
