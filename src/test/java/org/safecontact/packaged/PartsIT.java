package org.safecontact.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every part that the jar ships is named in it, was looked at, and is the same whenever and wherever it is built. */
class PartsIT {

    private static final String JAVA = "META-INF/sbom/application.cdx.json";
    private static final String BROWSER = "META-INF/sbom/browser.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final Path POM = Path.of("pom.xml");

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(PackagedProduct.jar().toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void everyLibraryInTheJarIsNamedByItsFingerprintAndNothingElseIs() throws Exception {
        Map<String, String> named = new TreeMap<>();
        for (JsonNode part : parts(JAVA)) {
            for (JsonNode hash : part.path("hashes")) {
                if (hash.path("alg").asText().equals("SHA-256")) {
                    named.put(hash.path("content").asText(), part.path("name").asText());
                }
            }
        }
        Map<String, String> lying = new TreeMap<>();
        for (JarEntry library : libraries()) {
            lying.put(fingerprint(library), library.getName());
        }

        assertThat(lying).hasSizeGreaterThan(100);
        assertThat(without(lying, named))
                .as("lies in the jar and no bill names it")
                .isEmpty();
        assertThat(without(named, lying))
                .as("is named and does not lie in the jar, as only empty libraries of Spring Boot do not")
                .allMatch(name -> name.startsWith("spring-boot-starter"));
    }

    @Test
    void everyLibraryOfTheBrowserStandsInCamundasFilesInThatVersion() throws Exception {
        Map<String, String> files = new HashMap<>();
        for (JsonNode part : parts(BROWSER)) {
            Map<String, String> found = new HashMap<>();
            part.path("properties")
                    .forEach(property -> found.put(
                            property.path("name").asText(),
                            property.path("value").asText()));
            String file = found.get("stands in");
            if (!files.containsKey(file)) {
                files.put(file, fromCamundasWebApplications(file));
            }
            assertThat(found.get("says so")).contains(part.path("version").asText());
            assertThat(files.get(file)).as(part.path("purl").asText()).contains(found.get("says so"));
        }
        assertThat(files).isNotEmpty();
    }

    @Test
    void whatIsKnownAgainstThemHasAnAnswer() throws IOException {
        Map<String, String> shipped = new TreeMap<>();
        for (JsonNode part : parts(JAVA)) {
            shipped.put(
                    part.path("group").asText() + ":" + part.path("name").asText(),
                    part.path("version").asText());
        }
        for (JsonNode part : parts(BROWSER)) {
            shipped.put(
                    "npm:" + part.path("name").asText(), part.path("version").asText());
        }

        assertThat(Advisories.in(Path.of("src/test/resources/advisories.yaml")).brokenBy(shipped))
                .as("src/test/resources/advisories.yaml")
                .isEmpty();
    }

    /** The cheap half of the proof; docs/adr/0005-what-is-in-the-jar.md has the one that builds twice and compares. */
    @Test
    void nothingInItSaysWhenOrWhereItWasBuilt() throws IOException {
        LocalDateTime fixed =
                LocalDateTime.ofInstant(Instant.parse(inPom("project.build.outputTimestamp")), ZoneOffset.UTC);
        assertThat(jar.stream().map(JarEntry::getTimeLocal).distinct()).containsExactly(fixed);

        String here = Path.of("").toAbsolutePath().toString();
        for (JarEntry entry : entries(found -> !found.startsWith(LIBRARIES))) {
            assertThat(new String(bytes(entry), StandardCharsets.UTF_8).contains(here))
                    .as("%s names the folder that it was built in", entry)
                    .isFalse();
        }
    }

    private static List<String> without(Map<String, String> some, Map<String, String> others) {
        return some.entrySet().stream()
                .filter(one -> !others.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static JsonNode parts(String bill) throws IOException {
        assertThat(jar.getJarEntry(bill))
                .as("%s, which Maven makes unless it is told to stay offline (-o)", bill)
                .isNotNull();
        return new ObjectMapper().readTree(bytes(jar.getJarEntry(bill))).path("components");
    }

    private static List<JarEntry> libraries() {
        return entries(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"));
    }

    private static List<JarEntry> entries(Predicate<String> names) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && names.test(entry.getName()))
                .toList();
    }

    private static String fromCamundasWebApplications(String file) throws IOException {
        JarEntry library = libraries().stream()
                .filter(entry -> entry.getName().contains("camunda-webapp-webjar"))
                .findFirst()
                .orElseThrow();
        try (JarInputStream in = new JarInputStream(jar.getInputStream(library))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (entry.getName().equals(file)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + file + " in " + library);
    }

    private static String fingerprint(JarEntry entry) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(jar.getInputStream(entry), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static String inPom(String property) throws IOException {
        Matcher found =
                Pattern.compile("<" + Pattern.quote(property) + ">(.+?)<").matcher(Files.readString(POM));
        assertThat(found.find()).as(property).isTrue();
        return found.group(1);
    }
}
