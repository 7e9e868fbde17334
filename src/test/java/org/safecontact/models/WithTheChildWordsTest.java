package org.safecontact.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.safecontact.incident.RiskQuestions;

/** What a carer could say to the child: for everything that a report can name, in words to be said aloud, and none that judges. */
class WithTheChildWordsTest {

    private static final Set<String> PARTS = Set.of("about", "say", "betterNot", "afterwards");

    /** Said at a breath, read at a glance. */
    private static final int LONGEST = 150;

    /** A child is promised no secrecy, and nothing of what grown-ups call it (practice, section 5; policy, sections 4 and 8). */
    private static final Pattern NOT_TO_A_CHILD = Pattern.compile(
            "(?i)\\b(secret|promise|groom\\w*|exploit\\w*|coerc\\w*|extremis\\w*|abuse\\w*|victim|suicid\\w*|safeguarding|disclos\\w*|incident)\\b");

    private static Map<String, Map<String, String>> words;

    @BeforeAll
    static void read() throws IOException {
        words = new YAMLMapper()
                .readValue(
                        Path.of("src/main/resources/incident/with-the-child.yaml")
                                .toFile(),
                        new TypeReference<>() {});
    }

    @Test
    void everyConcernAndEveryKindHasWords() {
        Set<String> wanted = new LinkedHashSet<>(RiskQuestions.SAFEGUARDING);
        wanted.addAll(options(RiskQuestions.CONCERNS));
        wanted.addAll(options(RiskQuestions.CONTACT_KIND));
        wanted.add("agreedContact");
        assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(words.values()).allSatisfy(each -> assertThat(each.keySet()).isEqualTo(PARTS));
    }

    @Test
    void theyAreShortAndJudgeNobody() {
        words.forEach((id, parts) -> parts.forEach((part, said) -> assertThat(said)
                .as(id + ", " + part)
                .hasSizeLessThanOrEqualTo(LONGEST)
                .doesNotContainPattern(FormRules.JUDGING)));
    }

    @Test
    void whatIsSaidToTheChildPromisesNoSecrecyAndFindsNothingOut() {
        words.forEach((id, parts) -> {
            assertThat(parts.get("about") + " " + parts.get("say")).as(id).doesNotContainPattern(NOT_TO_A_CHILD);
            assertThat(parts.get("say")).as(id + " asks for nothing").doesNotContain("?");
        });
    }

    private static List<String> options(String key) {
        return ModelFiles.forms().stream()
                .filter(form -> form.name().equals("report-contact"))
                .flatMap(form ->
                        StreamSupport.stream(form.content().path("components").spliterator(), false))
                .filter(component -> component.path("key").asText().equals(key))
                .flatMap(component -> component.findValuesAsText("value").stream())
                .filter(value -> !value.equals("none"))
                .toList();
    }
}
