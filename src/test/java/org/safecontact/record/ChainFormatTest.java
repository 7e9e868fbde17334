package org.safecontact.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The written format: as {@code docs/verify.md} says, and never the same bytes for two different things. */
class ChainFormatTest {

    private static final String REFERENCE = "INC-2026-000001";
    private static final Instant HAPPENED = Instant.parse("2026-11-21T22:04:00Z");

    /** The figures on the page were computed by a program of its own, written from the page alone. */
    @Test
    void theWorkedExampleOnThePageHolds() throws Exception {
        NewEntry entry = new NewEntry(
                EntryKind.FACT,
                "Report",
                List.of(new Statement("What happened?", "A message came.")),
                HAPPENED,
                HAPPENED,
                new Author("carer1", "carer"),
                null);
        byte[] circumstances = Chain.circumstances(filled(0x11), REFERENCE, 1, entry);
        byte[] words = Chain.words(filled(0x22), entry.title(), entry.statements());
        byte[] link = Chain.link(
                Chain.beginning(), REFERENCE, 1, Instant.parse("2026-11-21T22:05:00.000001Z"), circumstances, words);
        var checkpoint = Chain.checkpoint(Chain.beginning(), 1, Instant.parse("2026-11-21T22:30:00Z"), 1);
        Chain.head(checkpoint, REFERENCE, 1, link);

        String page = Files.readString(Path.of("docs/verify.md"));
        assertThat(page)
                .contains("| circumstances | `" + hex(circumstances) + "` |")
                .contains("| words | `" + hex(words) + "` |")
                .contains("| link | `" + hex(link) + "` |")
                .contains("| checkpoint | `" + hex(checkpoint.digest()) + "` |");
    }

    @Property(tries = 2_000)
    void differentWordsNeverGiveTheSameBytes(
            @ForAll("titles") String title,
            @ForAll("titles") String otherTitle,
            @ForAll("statementLists") List<Statement> statements,
            @ForAll("statementLists") List<Statement> otherStatements) {
        byte[] bytes = Chain.wordsAsBytes(filled(1), title, statements);
        byte[] other = Chain.wordsAsBytes(filled(1), otherTitle, otherStatements);
        assertThat(Arrays.equals(bytes, other))
                .isEqualTo(title.equals(otherTitle) && statements.equals(otherStatements));
    }

    /** The hard case for an encoding: the same characters, cut in other places. */
    @Property(tries = 2_000)
    void theSameCharactersCutElsewhereGiveOtherBytes(
            @ForAll("titles") String text, @ForAll int first, @ForAll int second) {
        int one = Math.floorMod(first, text.length() + 1);
        int two = Math.floorMod(second, text.length() + 1);
        Statement cutHere = new Statement(text.substring(0, one), text.substring(one));
        Statement cutThere = new Statement(text.substring(0, two), text.substring(two));
        assertThat(Arrays.equals(
                        Chain.wordsAsBytes(filled(1), "", List.of(cutHere)),
                        Chain.wordsAsBytes(filled(1), "", List.of(cutThere))))
                .isEqualTo(cutHere.equals(cutThere));
    }

    @Test
    void statementsAndTheirPartsCannotChangePlaces() {
        assertThat(Chain.words(filled(1), "a", List.of(new Statement("b", "c"))))
                .isNotEqualTo(Chain.words(filled(1), "a", List.of(new Statement("bc", ""))))
                .isNotEqualTo(Chain.words(filled(1), "a", List.of(new Statement("", "bc"))))
                .isNotEqualTo(Chain.words(filled(1), "ab", List.of(new Statement("", "c"))))
                .isNotEqualTo(Chain.words(filled(2), "a", List.of(new Statement("b", "c"))));
    }

    @Test
    void halvesOfCharactersAndZeroesAreReplacedBeforeTheyReachTheRecord() {
        assertThat(new Statement("a\uD83Db", "c\u0000d")).isEqualTo(new Statement("a\uFFFDb", "c\uFFFDd"));
        assertThat(new Statement("\uD83D\uDE00", "")).isEqualTo(new Statement("😀", ""));
    }

    @Test
    void whatIsTooLongIsRefusedWithoutRepeatingIt() {
        String tooLong = "secret ".repeat(3_000);
        assertThatThrownBy(() -> new Statement("q", tooLong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A text for the record is longer than 20000 characters");
        assertThat(new Statement("q", "secret").toString()).doesNotContain("secret");
    }

    @Provide
    Arbitrary<String> titles() {
        return Arbitraries.strings().all().ofMaxLength(6).map(text -> Words.clean(text, 100));
    }

    @Provide
    Arbitrary<List<Statement>> statementLists() {
        return Combinators.combine(titles(), titles()).as(Statement::new).list().ofMaxSize(3);
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
