package org.safecontact.handle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as the same account, number or gamer tag. */
class HandleTest {

    @ParameterizedTest(name = "{1} in {0}, {3} in {2}")
    @CsvSource(delimiter = '|', textBlock = """
                Snapchat  | dad_22                  | snapchat       | @Dad_22
                Snapchat  | dad_22                  | Snap Chat      | ' dad_22 '
                Snapchat  | dad_22                  | on snap        | "dad_22".
                Instagram | dad 22                  | insta          | Dad22
                TikTok    | dad_22                  | Tik Tok app    | https://www.tiktok.com/@dad_22?lang=en
                Roblox    | ＤＡＤ２２                | roblox         | dad22
                Roblox    | dad‍​22                 | roblox         | dad22
                Roblox    | ﬁnn7                    | roblox         | FINN7
                Roblox    | Größe7                  | roblox         | GRÖSSE7
                Discord   | dad#1234                | Discord        | Dad#1234
                ''        | instagram.com/dad_22/   | Instagram      | dad_22
                ''        | https://m.facebook.com/profile.php?id=10007 | fb | 10007
                WhatsApp  | https://wa.me/447700900123 | ''          | 07700 900123
                Snapchat  | ❤️❤                       | Snapchat       | ❤❤️
                ''        | dad_22                  | Snapchat       | dad_22
                Snapchat  | dad_22                  | not known      | dad_22
                Insta, Snapchat | dad_22            | Roblox         | dad_22
                Heron chat | dad_22                 | heron-chat     | dad_22
                WhatsApp  | 07700 900123            | Text message   | +44 7700 900123
                WhatsApp  | 07700900123             | ''             | 0044 (0)7700-900-123
                Signal    | +44 (0) 7700 900123     | WhatsApp       | 447700900123
                WhatsApp  | ٠٧٧٠٠ ٩٠٠١٢٣            | WhatsApp       | 07700 900123
                Telegram  | 01632 960123            | WhatsApp       | (01632) 960123
                WhatsApp  | +1 212-555-0123         | Telegram       | 0012125550123
                E-mail    | A.B@Example.org         | Discord        | a.b@example.org
                Snapchat  | 🔥🔥                     | Snapchat       | 🔥 🔥
                """)
    void areTheSame(String app, String written, String otherApp, String otherWritten) {
        assertThat(one(app, written).same(one(otherApp, otherWritten))).isTrue();
        assertThat(one(otherApp, otherWritten).same(one(app, written))).isTrue();
    }

    @ParameterizedTest(name = "{1} in {0}, {3} in {2}")
    @CsvSource(delimiter = '|', textBlock = """
                Snapchat  | dad_22        | Instagram | dad_22
                Snapchat  | dad_22        | Snapchat  | dad_23
                Snapchat  | dad_22        | Snapchat  | dad.22
                WhatsApp  | 07700 900123  | WhatsApp  | 07700 900124
                WhatsApp  | +1 7700900123 | WhatsApp  | 07700 900123
                Roblox    | 12345678      | Fortnite  | 12345678
                Heron     | dad_22        | Egret     | dad_22
                Facebook  | facebook.com/profile.php?id=11 | Facebook | facebook.com/profile.php?id=22
                """)
    void areNotTheSame(String app, String written, String otherApp, String otherWritten) {
        assertThat(one(app, written).same(one(otherApp, otherWritten))).isFalse();
        assertThat(one(otherApp, otherWritten).same(one(app, written))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "-",
                "Mum",
                "@dad",
                "not known",
                "Don't know",
                "I don't know.",
                "N/A",
                "hidden",
                "No caller ID",
                "Unknown caller",
                "deleted account",
                "Instagram user",
                "can't remember",
                "Can\u2019t remember yet",
                "not sure yet",
                "mum's phone",
                "Mum\u2019s old phone",
                "Restricted",
                "private / withheld",
                "his account (deleted)",
                "Snapchat",
                "\u200b",
                "x"
            })
    void nobodyIsNamed(String written) {
        assertThat(HandlesWritten.in("WhatsApp", written)).isEmpty();
        assertThat(HandlesWritten.amongWords(written)).isEmpty();
    }

    /** With words that name nobody in them, and names all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@new.user",
                "unknown_user_7",
                "Alex's phone",
                "mum_of_two",
                "the heron",
                "private.harper",
                "olduser"
            })
    void somebodyIsNamed(String written) {
        assertThat(HandlesWritten.in("WhatsApp", written)).hasSize(1);
    }

    @Test
    void severalInOneField() {
        assertThat(HandlesWritten.in("Snapchat", "dad_22, dad_23; 07700 900123\ndad_22"))
                .extracting(Handle::name)
                .containsExactly("+447700900123", "dad_22", "dad_23");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                An app for short films, as Kit-Kat-7.         | kit-kat-7
                Snaplet, heron-43                             | heron-43
                The number was hidden.                        |
                07700 900123, it was not hidden, at 10pm      | +447700900123
                From somebody@example.org on 1st May          | somebody@example.org
                A building game, written, as @Bricky          | bricky
                Minecraft, spoken                             |
                """)
    void amongOtherWords(String written, String found) {
        List<String> names =
                HandlesWritten.amongWords(written).stream().map(Handle::name).toList();
        assertThat(names).isEqualTo(found == null ? List.of() : List.of(found));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                It was @Heron_Nights on Snapchat, she said.            | heron_nights
                He calls himself heron_nights.                         | heron_nights
                heron2014 wrote again at 10pm                          | heron2014
                She wrote to dad.heron_07, then rang 07700 900777      | +447700900777;dad.heron_07
                From somebody@example.org                              | somebody@example.org
                C1 and C12 played FIFA24 on the PS5 of Year10 in A12   |
                On the iPhone14 since Covid19, and since Sept2026      |
                See INC-2027-000001 and Kit-Kat-7 of mid-2025          |
                They met @school, and live at SW1A2AA                  |
                IMG_20261128.jpg shows it, at 21:40 on 28.11.2026      |
                On 04/12/2026 19:30, 04.12.26 19.30, 04-12-2026 20:15  |
                2026-12-04 at 20.15 I rang Childline 0808 800 5000     |
                A word. And another one, well-known.                   |
                """)
    void inAStory(String written, String found) {
        assertThat(HandlesWritten.inStory(written).stream().map(Handle::name).collect(Collectors.joining(";")))
                .isEqualTo(found == null ? "" : found);
    }

    @Test
    void isBoundedHoweverMuchIsWritten() {
        String many = IntStream.range(0, 60).mapToObj(at -> "n_" + at).collect(Collectors.joining(","));
        assertThat(HandlesWritten.in("a".repeat(500), many))
                .hasSize(10)
                .allSatisfy(each -> assertThat(each.app()).hasSize(100));
        assertThat(one("", "\ufdfa".repeat(300))
                        .name()
                        .codePointCount(0, one("", "\ufdfa".repeat(300)).name().length()))
                .as("what grows when it is compared")
                .isLessThanOrEqualTo(300);
        assertThat(HandlesWritten.amongWords("1 ".repeat(100) + "+".repeat(100) + "(".repeat(100)))
                .isEmpty();
    }

    @Test
    void isInNoLog() {
        assertThat(one("Snapchat", "dad_22").toString()).doesNotContain("dad");
    }

    private static Handle one(String app, String written) {
        List<Handle> found = HandlesWritten.in(app == null ? "" : app, written);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
