package dev.storebridge.tiktokshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierCodeTest {

  @ParameterizedTest
  @CsvSource({
    "4006381333931,EAN",
    "73513537,EAN",
    "036000291452,UPC",
    "10614141000415,GTIN",
    "978-0-306-40615-7,ISBN",
    "080442957X,ISBN"
  })
  void namesTheKindByLengthAndPrefix(String barcode, String type) {
    assertThat(IdentifierCode.of(barcode)).map(IdentifierCode::type).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4006381333932", "0804429570", "12345", "ABC", "", "00000000", "n/a"})
  void leavesOutWhatIsNotWellFormed(String barcode) {
    assertThat(IdentifierCode.of(barcode)).isEmpty();
  }

  @Test
  void sendsDigitsAlone() {
    assertThat(IdentifierCode.of(" 4006381 333931 "))
        .map(IdentifierCode::code)
        .contains("4006381333931");
  }
}
