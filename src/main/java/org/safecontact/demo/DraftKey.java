package org.safecontact.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.safecontact.demo.DatabasePasswords.PrivateFiles;

/** The demonstration's key for what people type and have not sent, in a file that only its user can read. */
final class DraftKey {

    private static final int BYTES = 32;

    private DraftKey() {}

    /** Reads the key of this folder, or makes one. */
    static String of(Path directory) throws IOException {
        Path file = directory.resolve("draft-key");
        if (!Files.exists(file)) {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            PrivateFiles.write(file, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(file);
    }
}
