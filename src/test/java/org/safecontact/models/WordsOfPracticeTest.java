package org.safecontact.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.evidence.OnlyWords;

/** The words that the field gave us (practice notes, sections 1, 3, 4 and 5), where people read them. */
class WordsOfPracticeTest {

    private static final Path PAGES = Path.of("src/main/resources/templates/pages");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ring-carer | ring-carer-unsent | You started telling us something. Shall we ring?
            ring-carer | ring-carer-police | Ring {{who}} now
            ring-carer | ring-carer-police | If there is no answer, ring [999](tel:999) yourself.
            acknowledge | acknowledge-wake | We cannot ring people for you.
            acknowledge | childIs | The child is …
            acknowledge | agreed | tonight or today? Doors, phone, school, who rings when
            acknowledge | police | were rung
            acknowledge | police | are to be rung
            acknowledge | police | are not needed now
            help-with-record | help-with-record-offer | shall I write while you talk?
            observe-wellbeing | compared | Compared with how they usually are
            observe-wellbeing | different | Mood
            observe-wellbeing | different | Worry
            observe-wellbeing | different | Sleep
            observe-wellbeing | different | School
            observe-wellbeing | different | Routine
            observe-wellbeing | familyWords | What did they say about family, in their words? (nothing is fine)
            observe-wellbeing | tonight | I reassured them
            observe-wellbeing | tonight | Usual evening
            report-contact | report-contact-calm | do not ask the child to find out. Not sure is a good answer.
            report-contact | danger | Is any of this true now?
            report-contact | danger | None of these
            report-contact | danger | I'm not sure
            report-contact | everything | That is everything
            report-contact | contactKind | An unexpected message or call
            report-contact | contactKind | An account we did not know about
            report-contact | contactKind | An app we did not know about
            report-contact | contactKind | A request from somebody we do not know
            report-contact | contactKind | Something private got out
            report-contact | personRisk | Known and no worries
            report-contact | personRisk | There are worries about them
            report-contact | personRisk | Has hurt somebody, or police or court limit them
            report-contact | personRisk | We don't know who it is
            acknowledge | personRisk | Has hurt somebody, or police or court limit them
            record-contact | personRisk | Has hurt somebody, or police or court limit them
            report-contact | distress | Their usual self
            report-contact | distress | A bit unsettled
            report-contact | distress | Very upset
            report-contact | concerns | Being pushed, threatened or blackmailed into things
            report-contact | concerns | Somebody building secret trust, gifts, sexual talk
            report-contact | concerns | Being used by others (sex, drugs, money)
            report-contact | concerns | Being drawn into hate or violence
            report-contact | concerns | Hurting themself
            report-contact | concerns | Something against the law (the child may be the one harmed)
            report-contact | concerns | Nude or sexual pictures, real or made up
            report-contact | concerns | Threats
            report-contact | concerns | None of these
            report-contact | concerns | I'm not sure, it feels wrong
            preserve-evidence | preserve-evidence-rule | The phone is the evidence. Leave the messages where they are.
            preserve-evidence | preserve-evidence-rule | Take a screenshot only if your worker asks you to, and never in Snapchat or of anything that disappears: the other person is told.
            preserve-evidence | preserve-evidence-images | The child can use [Report Remove](https://www.childline.org.uk/remove) themself; no adult opens or handles the picture.
            preserve-evidence | preserve-evidence-deviceGuide | leave it as it is: on stays on, off stays off. Put it on charge. Stop it being used. Ask the police or duty before anything else.
            preserve-evidence | preserve-evidence-deviceGuide | Never by force: if they will not give it, leave it and ring duty
            preserve-evidence | phone | Who has the phone now?
            preserve-evidence | phone | The child gave it to me after we talked
            preserve-evidence | phone | The child keeps it and agreed not to delete
            preserve-evidence | phone | I took it because of danger now
            preserve-evidence | phone | I do not know
            preserve-evidence | reach | A phone to use
            preserve-evidence | reach | Agreed calls
            preserve-evidence | reach | Childline 0800 1111
            preserve-evidence | reach | Their social worker
            preserve-evidence | reach | An advocate
            propose-restriction | reach | Childline 0800 1111
            preserve-evidence | blocked | Blackmail: do not pay, stop contact and block, delete nothing.
            preserve-evidence | blocked | A relative: not without the plan.
            preserve-evidence | blocked | ask duty or the police first
            preserve-evidence | handle | Do not look at their profile, and make no account
            assess-escalation | assess-escalation-picturesBetweenChildren | By themselves they are nothing that Ofsted has to be told of.
            """)
    void inAForm(String form, String place, String words) {
        List<String> shown = all(content(form).path("components"))
                .filter(each ->
                        place.equals(each.path("key").asText(each.path("id").asText())))
                .flatMap(WordsOfPracticeTest::shown)
                .toList();
        assertThat(shown)
                .as(form + ", " + place)
                .anySatisfy(text -> assertThat(text).contains(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evidence.html | The phone is the evidence. Leave the messages where they are. Write down who, which app, which name, when, and the words you saw.
            evidence.html | Take a screenshot only if your worker asks you to, and never in Snapchat or of anything that disappears: the other person is told.
            evidence.html | leave it as it is: on stays on, off stays off. Put it on charge. Stop it being used. Ask the police or duty before anything else.
            evidence.html | A copy is still on your own phone. Leave it; your worker tells you here when to remove it.
            """)
    void onAPage(String page, String words) {
        String file = ModelFiles.text(PAGES.resolve(page));
        assertThat((file + file.replaceAll("<[^>]*>", "")).replaceAll("\\s+", " "))
                .contains(words);
    }

    @Test
    void beforeEveryFile() {
        assertThat(OnlyWords.WORDS)
                .isEqualTo(
                        "I have looked only at words. There is no nude, part-nude or sexual picture of anyone, of any age,"
                                + " in this file, real or made by a computer.");
    }

    /** What no form says is what people are asked about when they type it: one list. */
    @ParameterizedTest
    @CsvSource({
        "He was accused of it.",
        "They might abscond.",
        "She refused to disclose it.",
        "It is attention-seeking.",
        "He is manipulative.",
        "She is promiscuous.",
        "C3 lied about it.",
        "Very streetwise."
    })
    void wordsThatJudge(String sentence) {
        assertThat(FormRules.JUDGING.matcher(sentence).find()).isTrue();
    }

    private static JsonNode content(String form) {
        return ModelFiles.forms().stream()
                .filter(each -> each.name().equals(form))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private static Stream<JsonNode> all(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .flatMap(each -> Stream.concat(Stream.of(each), all(each.path("components"))));
    }

    /** What is read there, without the marks of Markdown. */
    private static Stream<String> shown(JsonNode component) {
        Stream<String> options = StreamSupport.stream(component.path("values").spliterator(), false)
                .map(option -> option.path("label").asText());
        return Stream.concat(
                        Stream.of("text", "label", "description")
                                .map(part -> component.path(part).asText()),
                        options)
                .map(text -> text.replace("*", ""));
    }
}
