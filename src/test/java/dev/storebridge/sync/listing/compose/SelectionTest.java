package dev.storebridge.sync.listing.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Product;
import dev.storebridge.given.Given;
import dev.storebridge.tenant.ListingRules.Select;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

  private static final Product PRODUCT = Given.product().tags("TikTok", "Sale").make();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, -, -, -, true",
        "active draft, -, -, -, -, -, true",
        "draft, -, -, -, -, -, false",
        "ACTIVE, tiktok, -, -, -, -, true",
        "-, other, -, -, -, -, false",
        "-, tiktok, sale, -, -, -, false",
        "-, -, other, -, -, -, true",
        "-, -, -, mugs, ACME, -, true",
        "-, -, -, toys, -, -, false",
        "-, -, -, -, other, -, false",
        "-, -, -, -, -, sku-11 x, true",
        "-, -, -, -, -, x, false",
      })
  void takesWhatEveryListAllows(
      String status,
      String tags,
      String exclude,
      String types,
      String vendors,
      String skus,
      boolean taken) {
    Select select =
        new Select(
            words(status), words(tags), words(exclude), words(types), words(vendors), words(skus));

    assertThat(Selection.takes(PRODUCT, select)).isEqualTo(taken);
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Arrays.asList(text.split(" "));
  }
}
