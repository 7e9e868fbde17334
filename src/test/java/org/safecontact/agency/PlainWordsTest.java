package org.safecontact.agency;

import static org.assertj.core.api.Assertions.assertThat;

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
}
