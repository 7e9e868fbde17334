package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.SafeContactTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One guide for each role, with pictures that the browser tests make. */
@SafeContactTest
class GuidesTest {

    private static final Path GUIDES = Path.of("src/main/resources/templates/guides");
    private static final Path PICTURES = Path.of("src/main/resources/static/safe-contact/pictures");
    private static final Pattern README_SHOWS = Pattern.compile("([a-z0-9/-]+\\.png)");
    private static final Pattern SHOWN = Pattern.compile("/safe-contact/pictures/([a-z0-9-]+)\\.png");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "carer1, For carers",
        "ssw1, For supervising social workers",
        "duty1, For duty",
        "teammanager1, For managers",
        "manager1, For managers",
        "director1, For managers",
        "childsw1, For the child's social worker",
        "admin, For administrators"
    })
    void everybodyFindsTheirOwn(String user, String title) {
        Visitor reader = Visitor.loggedIn(port, user, user.equals("admin") ? "cockpit" : "tasklist");
        String own = reader.redirectedTo("/safe-contact/guide");
        assertThat(own).as("nothing in the address but where it is").doesNotContain("?");
        String page = reader.page(own).body();
        assertThat(page.replace("&#39;", "'")).contains("<h1>" + title + "</h1>");
        assertThat(shown(page)).as("pictures of what they see").isNotEmpty();
        shown(page)
                .forEach(picture -> assertThat(reader.page("/safe-contact/pictures/" + picture + ".png")
                                .statusCode())
                        .as(picture)
                        .isEqualTo(200));
    }

    @Test
    void whoeverIsNotLoggedInReadsThemAndNothingElse() {
        Visitor stranger = Visitor.stranger(port);
        assertThat(stranger.redirectedTo("/safe-contact/guide")).endsWith("/safe-contact/guide/carer");
        String page = stranger.page("/safe-contact/guide/carer").body();
        assertThat(page)
                .contains("<h1>For carers</h1>", "‹ Log in", "name=\"before-login\"")
                .doesNotContain("data-report", "name=\"reader\" content");
        assertThat(shown(page))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(stranger.page("/safe-contact/pictures/" + picture + ".png")
                                .statusCode())
                        .isEqualTo(200));
        assertThat(stranger.page("/safe-contact/guide/nowhere").statusCode()).isEqualTo(404);
        assertThat(stranger.post("/safe-contact/guide/carer", "").status()).isEqualTo(401);
        assertThat(stranger.redirectedTo("/safe-contact/p")).contains("/camunda/app/tasklist/");
    }

    @Test
    void whoeverIsLoggedInGoesBackToTheirListFromAnyPage() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        for (String page : List.of("/safe-contact/guide/carer", "/safe-contact/guide/nowhere")) {
            assertThat(carer.pageInBrowser(page).body())
                    .as(page)
                    .contains("‹ To do")
                    .doesNotContain("‹ Log in", "before-login");
        }
    }

    @Test
    void everyPictureIsMadeByABrowserTestAndNoneIsLeftOver() throws IOException {
        Set<String> wanted;
        try (Stream<Path> guides = Files.list(GUIDES)) {
            wanted = guides.flatMap(guide -> shown(text(guide)).stream()).collect(Collectors.toSet());
        }
        assertThat(names(PICTURES, ".png")).isEqualTo(wanted);
        assertThat(names(ShownWords.KEPT, ".txt")).as("the words of each").isEqualTo(wanted);
        String tests;
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            tests = all.filter(each -> each.toString().endsWith(".java"))
                    .map(GuidesTest::text)
                    .collect(Collectors.joining());
        }
        assertThat(wanted).allSatisfy(picture -> assertThat(tests).contains('"' + picture + '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carer",
                "supervising social worker",
                "Duty",
                "team manager",
                "registered manager",
                "responsible individual",
                "child's social worker",
                "administrator"
            })
    void theReadmeShowsAScreenOfEachRole(String role) {
        List<List<String>> rows = text(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(row -> List.of(row.split("\\|")))
                .toList();
        List<Path> screens = new ArrayList<>();
        for (int row = 0; row + 1 < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                if (rows.get(row).get(column).contains(role)) {
                    README_SHOWS
                            .matcher(rows.get(row + 1).get(column))
                            .results()
                            .forEach(found -> screens.add(Path.of(found.group(1))));
                }
            }
        }
        assertThat(screens).hasSize(1).allSatisfy(screen -> assertThat(screen).isRegularFile());
    }

    private static Set<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString().replace(ending, ""))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> shown(String page) {
        return SHOWN.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
