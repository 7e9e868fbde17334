package org.safecontact.evidence.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.safecontact.evidence.FileType;

/**
 * Takes one file in: finds out by its content what it is, refuses whatever is not on the allow-list, and passes it on
 * piece by piece. A picture or text is never held; a document or an e-mail is held within a small bound, looked into
 * and only then passed on.
 */
public final class Intake {

    private static final int PIECE = 64 * 1024;
    private static final int LARGEST_DOCUMENT = 5 * 1024 * 1024;
    private static final int LARGEST_MESSAGE = 1024 * 1024;

    private final InputStream in;
    private final long largest;
    private final Pieces to;
    private final MessageDigest received = sha256();
    private final MessageDigest kept = sha256();
    private long read;
    private long size;

    /** Where the pieces of an accepted file go. */
    public interface Pieces {
        void add(byte[] bytes, int length);
    }

    /**
     * What was taken.
     *
     * @param size in bytes, as kept
     * @param sha256 of what is kept
     * @param receivedSha256 of what arrived
     */
    public record Taken(FileType type, long size, byte[] sha256, byte[] receivedSha256) {}

    private Intake(InputStream in, long largest, Pieces to) {
        this.in = in;
        this.largest = largest;
        this.to = to;
    }

    /**
     * Takes a file in.
     *
     * @param largest how many bytes at most
     * @param to where accepted pieces go; whoever calls takes them back when the file is refused after all
     * @throws FileRefused when it is not taken
     * @throws IOException when it does not arrive
     */
    public static Taken take(InputStream in, long largest, Pieces to) throws IOException {
        return new Intake(in, largest, to).take();
    }

    private Taken take() throws IOException {
        byte[] head = new byte[PIECE];
        int length = read(head);
        if (length == 0) {
            throw new FileRefused("This file is empty.");
        }
        FileType type = Allowed.type(detect(head, length));
        switch (type) {
            case PNG -> stream(head, length, new PngCheck());
            case JPEG -> stream(head, length, new JpegCheck());
            case TEXT -> stream(head, length, new TextCheck());
            case PDF -> {
                byte[] document = hold(head, length, LARGEST_DOCUMENT);
                PdfCheck.check(document);
                keep(document, document.length);
            }
            case MESSAGE -> {
                byte[] words = MessageReducer.reduce(hold(head, length, LARGEST_MESSAGE));
                keep(words, words.length);
            }
        }
        return new Taken(type, size, kept.digest(), received.digest());
    }

    private void stream(byte[] piece, int firstLength, ContentCheck check) throws IOException {
        for (int length = firstLength; length > 0; length = read(piece)) {
            check.next(piece, length);
            keep(piece, length);
        }
        check.end();
    }

    private byte[] hold(byte[] piece, int firstLength, int most) throws IOException {
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        for (int length = firstLength; length > 0; length = read(piece)) {
            if (held.size() + length > most) {
                throw new FileRefused(
                        "That is too large for a document of words. Please copy the words into a text file.");
            }
            held.write(piece, 0, length);
        }
        return held.toByteArray();
    }

    private void keep(byte[] bytes, int length) {
        kept.update(bytes, 0, length);
        size += length;
        to.add(bytes, length);
    }

    /** Fills the piece as far as the file goes. */
    private int read(byte[] piece) throws IOException {
        int length = in.readNBytes(piece, 0, piece.length);
        received.update(piece, 0, length);
        read += length;
        if (read > largest) {
            throw new FileRefused("This file is too large. At most " + largest / (1024 * 1024) + " MB fit.");
        }
        return length;
    }

    /** By the bytes alone: no name is given. */
    private static MediaType detect(byte[] head, int length) throws IOException {
        return MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(head, 0, length), new Metadata());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
