package org.safecontact.engine.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The list of signatures beside the tables. */
public record SignedVersions(List<Signed> signed) {

    /**
     * One signature.
     *
     * @param decision key of the table
     * @param version its version tag
     * @param sha256 digest of the file that was signed, see {@link #digest}
     * @param by who signed, by name and role
     * @param on when
     * @param kind {@code live} or {@code demonstration}
     */
    public record Signed(
            String decision,
            String version,
            String sha256,
            String by,
            LocalDate on,
            @JsonProperty("as") String kind) {

        public boolean demonstration() {
            return !"live".equals(kind);
        }
    }

    /** @throws UncheckedIOException when the list cannot be read: a start with a broken list is refused */
    static SignedVersions read(InputStream yaml) {
        YAMLMapper mapper = YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return mapper.readValue(yaml, SignedVersions.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The list of signed decision tables cannot be read", unreadable);
        }
    }

    /** The signature of exactly this file; one of a file with other content does not count. */
    Optional<Signed> of(String decision, byte[] file) {
        String digest = digest(file);
        return signed.stream()
                .filter(one -> one.decision().equals(decision) && one.sha256().equals(digest))
                .reduce((earlier, later) -> later);
    }

    /** SHA-256 of the file's text in hexadecimal, whatever its line ends are. */
    public static String digest(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
