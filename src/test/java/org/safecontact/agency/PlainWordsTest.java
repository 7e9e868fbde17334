package org.safecontact.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two names are the same, however they were typed. */
class PlainWordsTest {

    @ParameterizedTest
    @CsvSource({
        "Aunt Jo, Аunt Jо",
        "Uncle Pete, Unсlе Реtе",
        "TOM, ТОМ",
        "Oma Kim, Ομα Κιμ",
        "BEN H, ВЕΝ Η",
        "Вася, ВАСЯ",
        "Mum's friend, Mum’s  friend.",
    })
    void whatLooksTheSameIsTheSame(String one, String other) {
        assertThat(PlainWords.of(one)).isEqualTo(PlainWords.of(other)).isNotEmpty();
    }

    @Test
    void whatHasSignsOnlyIsNotEveryOtherThatHas() {
        assertThat(PlainWords.of(" ??? ")).isEqualTo(PlainWords.of("???")).isNotEqualTo(PlainWords.of("!!"));
        assertThat(PlainWords.of("Jo?")).isEqualTo(PlainWords.of("Jo"));
    }

    @Test
    void whoSaidItIsTheFirstNameAndNotWhomItWasSaidTo() {
        for (String kit : List.of(
                "Kit Placer, told to Alex Byrne",
                "Kit Placer told Alex Byrne",
                "Kit Placer (by way of Alex Byrne)",
                "Team manager Kit Placer, Alex Byrne rang her")) {
            assertThat(PlainWords.isAbout(kit, "Alex Byrne")).as(kit).isFalse();
            assertThat(PlainWords.isAbout(kit, "Kit Placer")).as(kit).isTrue();
        }
        for (String alex : List.of(
                "ALEX  BYRNE",
                "Ms Alex Byrne, Northshire",
                "alex-byrne",
                "Asked Alex Byrne",
                "Social worker: Alex Byrne",
                "The child's social worker, Alex Byrne",
                "Worker (Alex Byrne)",
                "Duty - Alex Byrne")) {
            assertThat(PlainWords.isAbout(alex, "Alex Byrne")).as(alex).isTrue();
        }
        for (String nobody : List.of("I did", "me", " myself, on the phone", "We agreed")) {
            assertThat(PlainWords.namesNobody(nobody)).as(nobody).isTrue();
        }
        for (String somebody : List.of("I. Placer", "Ida Placer", "Wes Field", "Meg, manager")) {
            assertThat(PlainWords.namesNobody(somebody)).as(somebody).isFalse();
        }
    }
}
