package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.engine.FormRefused;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;

/** The seven ways of contact (policy, section 3): the full record asks what belongs to the one that it was, and nothing else. */
@SafeContactTest
class EachChannelTest {

    private static final Map<String, Object> EVERY_QUESTION = Map.ofEntries(
            Map.entry("callFrom", "The number was hidden."),
            Map.entry("callLength", "Ten minutes, I sat beside them."),
            Map.entry("homeSeen", "yes"),
            Map.entry("attachment", "no"),
            Map.entry("platform", "An app for short films, as Kit-Kat-7."),
            Map.entry("publicPost", "public"),
            Map.entry("disappearing", "yes"),
            Map.entry("game", "A building game, written, as Bricky."),
            Map.entry("gifts", "unsure"),
            Map.entry("emailFrom", "somebody@example.org"));

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseRecord record;

    private String standIns;

    @BeforeEach
    void standIns() {
        clock.set(Weeks.nextTuesday());
        standIns = live.standIns();
    }

    @AfterEach
    void removeStandIns() {
        live.removeStandIns(standIns);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "phone,  callFrom callLength",
        "video,  callLength homeSeen",
        "text,   attachment",
        "social, platform publicPost disappearing",
        "gaming, game gifts",
        "email,  attachment emailFrom",
        "photo,  platform publicPost disappearing",
    })
    void theFullRecordAsksWhatBelongsToTheChannel(String channel, String asked) {
        Set<String> own = Set.of(asked.split(" "));
        ReportAnswers report =
                ReportAnswers.low("C3").with("contactKind", "hiddenApp").with("channel", channel);
        String reference = live.begin("carer2");
        live.send(
                "carer2",
                reference,
                "reportContact",
                (channel.equals("photo") ? report.with("pictures", "no") : report).sent());
        live.jobs(reference);
        Map<String, Object> answers = new HashMap<>(EVERY_QUESTION);
        answers.put("whatHappened", "All of it, from the beginning.");
        answers.put("began", "child");
        Set<String> others = new HashSet<>(EVERY_QUESTION.keySet());
        others.removeAll(own);
        assertThatThrownBy(() -> live.send("carer2", reference, "completeRecord", answers))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys(others));

        answers.keySet().removeAll(others);
        live.send("carer2", reference, "completeRecord", answers);
        List<Statement> written = record.entries(reference).stream()
                .filter(entry -> entry.title().equals("What happened, in full"))
                .flatMap(entry -> entry.statements().stream())
                .toList();
        assertThat(written).hasSize(answers.size());
        assertThat(written)
                .extracting(Statement::question, Statement::answer)
                .contains(tuple("Who began it?", "The child"));
    }
}
