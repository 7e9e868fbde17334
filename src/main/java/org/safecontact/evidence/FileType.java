package org.safecontact.evidence;

import java.util.Arrays;
import java.util.Optional;

/** The only types that are ever accepted; decided by content, never by name (practice notes, section 4). */
public enum FileType {
    PNG("image/png", "png", "a picture (PNG)"),
    JPEG("image/jpeg", "jpg", "a picture (JPEG)"),
    TEXT("text/plain", "txt", "plain text"),
    PDF("application/pdf", "pdf", "a document (PDF)"),
    MESSAGE("message/rfc822", "txt", "an e-mail, headers and text");

    private final String mediaType;
    private final String extension;
    private final String words;

    FileType(String mediaType, String extension, String words) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.words = words;
    }

    /** The media type by which it is known. */
    public String mediaType() {
        return mediaType;
    }

    /** The extension that a saved copy gets. */
    public String extension() {
        return extension;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** The accepted type of that name; empty for everything else there is. */
    public static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}
