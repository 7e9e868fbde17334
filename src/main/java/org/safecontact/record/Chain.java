package org.safecontact.record;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The written format of the chain, version 1, exactly as {@code docs/verify.md} tells it to outsiders: how the parts of
 * an entry become bytes, and how the bytes become commitments, links and checkpoints. Whoever changes a byte here adds
 * a version; nothing that was written is ever computed anew.
 */
final class Chain {

    /** Version of the format that new entries and checkpoints are written in. */
    static final byte VERSION = 1;

    static final int HASH_LENGTH = 32;
    static final int SALT_LENGTH = 32;

    private static final byte CIRCUMSTANCES = 'C';
    private static final byte WORDS = 'W';
    private static final byte ENTRY = 'E';
    private static final byte CHECKPOINT = 'K';

    private Chain() {}

    /** What stands before the first entry of a case and before the first checkpoint: 32 zero bytes. */
    static byte[] beginning() {
        return new byte[HASH_LENGTH];
    }

    /** Commitment to who, when and what kind. The salt keeps anybody from guessing what was committed to. */
    static byte[] circumstances(byte[] salt, String reference, int number, NewEntry entry) {
        return sha256(new Bytes(CIRCUMSTANCES)
                .raw(salt, SALT_LENGTH)
                .text(reference)
                .number(number)
                .text(entry.kind().name())
                .time(entry.happenedAt())
                .time(entry.knownAt())
                .text(entry.author().personId())
                .text(entry.author().role())
                .number(entry.supersedes() == null ? 0 : entry.supersedes())
                .toArray());
    }

    /** Commitment to what was said. */
    static byte[] words(byte[] salt, String title, List<Statement> statements) {
        return sha256(wordsAsBytes(salt, title, statements));
    }

    static byte[] wordsAsBytes(byte[] salt, String title, List<Statement> statements) {
        Bytes bytes = new Bytes(WORDS).raw(salt, SALT_LENGTH).text(title).number(statements.size());
        statements.forEach(statement -> bytes.text(statement.question()).text(statement.answer()));
        return bytes.toArray();
    }

    /** The link: binds an entry's commitments to its place, its time of writing and everything before it. */
    static byte[] link(
            byte[] previous, String reference, int number, Instant writtenAt, byte[] circumstances, byte[] words) {
        return sha256(new Bytes(ENTRY)
                .raw(previous, HASH_LENGTH)
                .text(reference)
                .number(number)
                .time(writtenAt)
                .raw(circumstances, HASH_LENGTH)
                .raw(words, HASH_LENGTH)
                .toArray());
    }

    /** Begins a checkpoint's hash; {@link #head} adds each head in the order of the reference's bytes. */
    static MessageDigest checkpoint(byte[] previous, int number, Instant madeAt, int heads) {
        MessageDigest digest = digest();
        digest.update(new Bytes(CHECKPOINT)
                .raw(previous, HASH_LENGTH)
                .number(number)
                .time(madeAt)
                .number(heads)
                .toArray());
        return digest;
    }

    /** Adds the head of one case to a checkpoint. */
    static void head(MessageDigest checkpoint, String reference, int number, byte[] hash) {
        checkpoint.update(Bytes.bare()
                .text(reference)
                .number(number)
                .raw(hash, HASH_LENGTH)
                .toArray());
    }

    /** Times are kept to the microsecond, as the database keeps them. */
    static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Puts values one after the other so that no two different lists of values give the same bytes. */
    private static final class Bytes {

        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(buffer);

        private Bytes(byte what) {
            this(new byte[] {VERSION, what});
        }

        private Bytes(byte[] begin) {
            buffer.writeBytes(begin);
        }

        static Bytes bare() {
            return new Bytes(new byte[0]);
        }

        Bytes raw(byte[] bytes, int length) {
            if (bytes.length != length) {
                throw new IllegalArgumentException("Expected " + length + " bytes, got " + bytes.length);
            }
            buffer.writeBytes(bytes);
            return this;
        }

        Bytes number(int number) {
            return write(() -> out.writeInt(number));
        }

        Bytes time(Instant time) {
            return write(() -> out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, time)));
        }

        Bytes text(String text) {
            byte[] bytes = utf8(text);
            return number(bytes.length).raw(bytes, bytes.length);
        }

        byte[] toArray() {
            return buffer.toByteArray();
        }

        private Bytes write(Writing writing) {
            try {
                writing.run();
                return this;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private static byte[] utf8(String text) {
            try {
                ByteBuffer bytes = StandardCharsets.UTF_8
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .encode(CharBuffer.wrap(text));
                byte[] array = new byte[bytes.remaining()];
                bytes.get(array);
                return array;
            } catch (CharacterCodingException halfCharacter) {
                throw new IllegalArgumentException("A text for the record holds half a character");
            }
        }

        private interface Writing {
            void run() throws IOException;
        }
    }
}
