package org.safecontact.agency;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words of one version of a policy, kept as they were when that version came.
 *
 * @param file its name in the agency's folder
 * @param sha256 the seal of the content
 */
public record PolicyDocument(String policyId, String version, String file, String sha256, byte[] content) {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}\\.(md|pdf)");
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** More than any policy has words. */
    private static final int MOST_BYTES = 10_000_000;

    /** Whether it is to be saved and opened as it is; else it is Markdown, shown as a page. */
    public boolean isPdf() {
        return isPdf(file);
    }

    /** The words of one that is Markdown. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    static boolean isFileName(String name) {
        return FILE_NAME.matcher(name).matches();
    }

    /** What is wrong with a document; empty when it can stand. */
    static Optional<String> problem(String file, byte[] content) {
        if (content.length > MOST_BYTES) {
            return Optional.of("which is larger than 10 MB");
        }
        if (isPdf(file)) {
            return startsLikePdf(content) ? Optional.empty() : Optional.of("which is no PDF");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.isBlank() ? Optional.of("which is empty") : Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.of("which is no text (save it as UTF-8)");
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isPdf(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static boolean startsLikePdf(byte[] content) {
        return content.length > PDF.length
                && ByteBuffer.wrap(content, 0, PDF.length).equals(ByteBuffer.wrap(PDF));
    }
}
