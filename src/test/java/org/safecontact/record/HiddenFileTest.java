package org.safecontact.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file in letters is found however it was broken up; what people write is not taken for one. */
class HiddenFileTest {

    private static final List<String> WORDS = List.of(
            "She",
            "said",
            "he",
            "wrote",
            "again",
            "on",
            "Snapchat",
            "at",
            "ten",
            "and",
            "wants",
            "to",
            "meet",
            "her",
            "safeguarding",
            "misunderstanding",
            "Antidisestablishmentarianism",
            "0161 496 0000",
            "07700 900123",
            "+44 20 7946 0958",
            "jess_2010xx",
            "Tom99",
            "iPhone13",
            "22:04",
            "24/11/2026",
            "INC-2026-000123",
            "https://www.example.org/share/v1/AbC3dEf9GhI2jKlMnOpQrStUvWxYz0123456789?igsh=MzRlODBiNWFlZA==&u=7",
            "https://vm.example.com/ZGeXAbcD1/",
            "jess@example.org",
            "hahahahahahahahahahahahaha",
            "noooooooooooooooo",
            "YouTube",
            "TikTok",
            "😢",
            "it’s",
            "don’t",
            "H1",
            "C2",
            "£20",
            "“come home”",
            "-",
            "be",
            "a",
            "dad",
            "bad");

    @Property(tries = 400)
    void aFileInLettersIsFound(
            @ForAll long seed,
            @ForAll @IntRange(min = 500, max = 4_000) int size,
            @ForAll @IntRange(min = 10, max = 120) int width) {
        byte[] file = bytes(seed, size);
        String letters = Base64.getEncoder().encodeToString(file);
        assertFound("letters", letters);
        assertFound("letters in lines of " + width, inLines(letters, width));
        assertFound(
                "letters in lines, answered",
                inLines(letters, Math.max(width, 40)).replace("\n", "\n> "));
        assertFound("a data address", "data:image/png;base64," + letters.substring(0, 20));
        assertFound("hexadecimal", joined(file, "%02x", ""));
        assertFound("hexadecimal in pairs", joined(file, "%02X", " "));
        assertFound("hexadecimal with commas", joined(file, "0x%02x", ", "));
        assertFound("hexadecimal in lines", inLines(joined(file, "%02x", ""), Math.max(width, 32)));
        assertFound("for mail of old", uuencoded(file));
    }

    @Property(tries = 1_000)
    void whatPeopleWritePasses(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int words) {
        Random random = new Random(seed);
        String text = random.ints(words, 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(random.nextBoolean() ? " " : "\n"));
        assertThat(HiddenFile.in(text)).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
                "0161 496 0000, 0161 496 0001, 07700 900123, 07700 900124, 07700 900125, 07700 900126, 07700 900127",
                "The image/photo data: it was on her phone",
                "data: images she deleted",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaargh",
                "Accounts: jess_2010xx Tom99 kay_Kay7 xXDarkLord99Xx miaMia12 leo_leo_08 Sam2009 B3thany Zed1Zed",
            })
    void namesNumbersAndLongWordsPass(String text) {
        assertThat(HiddenFile.in(text)).isFalse();
    }

    @Test
    void manyTelephoneNumbersInARowPass() {
        assertThat(HiddenFile.in("07 70 09 00 12 3 ".repeat(60))).isFalse();
        assertThat(HiddenFile.in("07700 900123\n".repeat(100))).isFalse();
        assertThat(HiddenFile.in("07700900123 ".repeat(100))).isFalse();
    }

    @Test
    void whatCannotBeKeptOrTurnsReadingRoundIsTakenOut() {
        assertThat(TypedText.clean(" a\0b\u0007c\u202Ed\u2066e\ud800f\u0085g\n\th é 😢 "))
                .isEqualTo("abcdefg\n\th é 😢");
        assertThat(TypedText.clean(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'})
    void noSignThatTurnsReadingRoundIsKeptAndOneAloneIsNothing(char sign) {
        assertThat(TypedText.clean("He said " + sign + "no" + sign)).isEqualTo("He said no");
        assertThat(TypedText.isNothing(TypedText.clean(" " + sign))).isTrue();
    }

    private static void assertFound(String how, String text) {
        assertThat(HiddenFile.in("This is what I saw:\n" + text + "\nand that is all."))
                .as(how)
                .isTrue();
    }

    private static byte[] bytes(long seed, int size) {
        byte[] file = new byte[size];
        new Random(seed).nextBytes(file);
        return file;
    }

    private static String inLines(String letters, int width) {
        return letters.replaceAll("(.{" + width + "})", "$1\n");
    }

    private static String joined(byte[] file, String format, String between) {
        StringBuilder text = new StringBuilder();
        for (byte one : file) {
            text.append(format.formatted(one)).append(between);
        }
        return text.toString();
    }

    private static String uuencoded(byte[] file) {
        StringBuilder text = new StringBuilder("begin 644 picture.png\n");
        for (int at = 0; at + 45 <= file.length; at += 45) {
            text.append('M');
            for (int three = at; three < at + 45; three += 3) {
                int bits = (file[three] & 0xff) << 16 | (file[three + 1] & 0xff) << 8 | file[three + 2] & 0xff;
                for (int shift = 18; shift >= 0; shift -= 6) {
                    int six = bits >> shift & 63;
                    text.append((char) (six == 0 ? '`' : six + ' '));
                }
            }
            text.append('\n');
        }
        return text.append("`\nend\n").toString();
    }
}
