package dev.storebridge.sync.listing.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles and barcodes. */
class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mug &amp; plate|Mug & plate",
        "Caf\u00E9 &eacute; &#39;cup&#39;|Caf\u00E9 \u00E9 'cup'",
        "\uD83D\uDD25 Hot \u2764\uFE0F mug \uD83C\uDDEC\uD83C\uDDE7|Hot mug",
        "Family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 set|Family set",
        "Acme\u2122 No. 5 #1 (c) \u00A9 *|Acme\u2122 No. 5 #1 (c) \u00A9 *",
        "Two\u00A0  blanks|Two blanks",
        "\u30DE\u30B0\u30AB\u30C3\u30D7|\u30DE\u30B0\u30AB\u30C3\u30D7",
      })
  void titlesLoseEntitiesAndEmoji(String typed, String expected) {
    assertThat(TitleText.cleaned(typed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4006381333931", "4006381-333931 ", "036000291452", "96385074", "080442957x"})
  void codesWithAFittingCheckDigitAreBarcodes(String code) {
    assertThat(Barcodes.wellFormed(code)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4006381333932", "12345", "ABC", "00000000", "0804429571"})
  void otherCodesAreNot(String code) {
    assertThat(Barcodes.wellFormed(code)).isEmpty();
  }
}
