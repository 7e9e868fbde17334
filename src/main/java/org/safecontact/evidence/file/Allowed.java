package org.safecontact.evidence.file;

import org.apache.tika.mime.MediaType;
import org.safecontact.evidence.FileType;

/** The allow-list, and what to say of everything else. */
final class Allowed {

    private static final String ONLY = "Only screenshots (PNG, JPEG), plain text, documents of words (PDF) and e-mails"
            + " without attachments are taken.";

    private Allowed() {}

    /** @throws FileRefused when the type is not on the list */
    static FileType type(MediaType found) {
        return FileType.of(found.getBaseType().toString()).orElseThrow(() -> new FileRefused(sentence(found) + ONLY));
    }

    private static String sentence(MediaType found) {
        return switch (found.getType()) {
            case "video", "audio" -> "Videos and sound are never taken. ";
            case "image" -> "This kind of picture is not taken. ";
            default -> "This kind of file is not taken. ";
        };
    }
}
