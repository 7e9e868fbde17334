package org.safecontact.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Some files of ours stand in front of files of the same name in Camunda's web application. When an upgrade changes
 * an original, somebody has to look at it and carry the change over: then, and only then, the fingerprint here changes.
 */
class ShadowedFilesTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Path OURS = Path.of("src/main/resources");

    /** SHA-256 of the originals of 7.24.0 that ours were made from. */
    private static final Map<String, String> ORIGINALS = new TreeMap<>(Map.ofEntries(
            Map.entry("admin/index.html", "5b99bf8798cdc18c4a58a33d9d054d1e0fdcf6d969f1d765df729606408db736"),
            Map.entry("admin/locales/en.json", "4d753b0858e312a79b0a021cf56bc241ab7e4b1a49f766d722d25baa202c2d6c"),
            Map.entry("admin/scripts/config.js", "6df57616f5eb6c60671773fef52c6f9031f6a72cdab5e36fa3503e83abe12ee2"),
            Map.entry(
                    "admin/styles/user-styles.css", "3eb95c6a4cfcddf026338adf08f23923dd3b679aed104086f0db1aeaf62d98f1"),
            Map.entry("cockpit/index.html", "f20e7710f21cb6514c8f7068180a209b054796253de86a72851b96b45c998d24"),
            Map.entry("cockpit/locales/en.json", "3beb63ebf75d3a63a7cc734137f8c2b4b201adb7c96a9bf7adcf9ae66ada38f2"),
            Map.entry("cockpit/scripts/config.js", "c91825fb6de24abb4ab1d890e0d5d24976dc102123c538886d7b07a9fcf88f95"),
            Map.entry(
                    "cockpit/styles/user-styles.css",
                    "3eb95c6a4cfcddf026338adf08f23923dd3b679aed104086f0db1aeaf62d98f1"),
            Map.entry("tasklist/index.html", "249025589b96a9a8ccc9c84a95ddb47cefc4fc84acc45ace80dd7a29647aeb92"),
            Map.entry("tasklist/locales/en.json", "77aa4bda44df6b6e0f109af8ef96b1f0d81e409f537e9f18dc47ae01e6f68e9a"),
            Map.entry("tasklist/scripts/config.js", "0f9db1960ecd9683bfa73889fcc0dd0a1bd027fb279b0513ac20384a2b615332"),
            Map.entry(
                    "tasklist/styles/user-styles.css",
                    "3eb95c6a4cfcddf026338adf08f23923dd3b679aed104086f0db1aeaf62d98f1"),
            Map.entry("welcome/index.html", "64b5fbd48c057bb972d48c05c3949dd45dae0e09b60f6954185f2bfbd9d2b5de"),
            Map.entry("welcome/locales/en.json", "a92cf690fdfb12b18444acdcef694a30b74328d1ffa838da8590903590ab2647"),
            Map.entry("welcome/scripts/config.js", "14e0f40cecd46636c8a73baa0e5f18f770ed84e9cd8d981fa9dd4cc170004aef"),
            Map.entry(
                    "welcome/styles/user-styles.css",
                    "3eb95c6a4cfcddf026338adf08f23923dd3b679aed104086f0db1aeaf62d98f1")));

    @Test
    void theOriginalsAreThoseThatOursWereMadeFrom() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (String file : ORIGINALS.keySet()) {
            found.put(file, fingerprintOfTheOriginal(file));
        }
        assertThat(found).isEqualTo(ORIGINALS);
    }

    @Test
    void everyFileOfOursThatShadowsAnOriginalIsWatched() throws IOException {
        List<String> shadowing;
        try (Stream<Path> all = Files.walk(OURS.resolve(APPS))) {
            shadowing = all.filter(Files::isRegularFile)
                    .map(file -> OURS.resolve(APPS).relativize(file).toString().replace('\\', '/'))
                    .filter(ShadowedFilesTest::hasAnOriginal)
                    .sorted()
                    .toList();
        }
        assertThat(ORIGINALS.keySet()).containsExactlyElementsOf(shadowing);
    }

    @Test
    void oursComeFirst() throws IOException {
        URL first = getClass().getClassLoader().getResource(APPS + "tasklist/scripts/config.js");
        try (InputStream content = first.openStream()) {
            assertThat(new String(content.readAllBytes())).contains("safe-contact/index");
        }
    }

    private static boolean hasAnOriginal(String file) {
        try {
            return !originals(file).isEmpty();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String fingerprintOfTheOriginal(String file) throws IOException, NoSuchAlgorithmException {
        List<URL> originals = originals(file);
        assertThat(originals).as("the original of " + file).hasSize(1);
        try (InputStream content = originals.get(0).openStream()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()));
        }
    }

    private static List<URL> originals(String file) throws IOException {
        return Collections.list(ShadowedFilesTest.class.getClassLoader().getResources(APPS + file)).stream()
                .filter(url -> url.getProtocol().equals("jar"))
                .toList();
    }
}
