package dev.storebridge.sync.listing.compose;

import static dev.storebridge.given.Given.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SellerSkusTest {

  private static Map<String, String> skus(String... typed) {
    List<Variant> variants = new ArrayList<>();
    for (String sku : typed) {
      variants.add(variant(String.valueOf(variants.size() + 1)).sku(sku).make());
    }
    return SellerSkus.of(variants);
  }

  @Test
  void keepsAGoodSku() {
    assertThat(skus("MUG-RED", "MUG-BLUE")).containsValues("MUG-RED", "MUG-BLUE");
  }

  @Test
  void takesBlanksOut() {
    assertThat(skus(" MUG RED\t\u00A0\u2003x\u200B\n")).containsValue("MUGREDx");
  }

  @Test
  void cutsAtFiftyCharactersNeverInsideOne() {
    assertThat(SellerSkus.cleaned("A".repeat(60))).isEqualTo("A".repeat(50));
    assertThat(SellerSkus.cleaned("A".repeat(49) + "\uD83D\uDE00B")).hasSize(51).endsWith("\uDE00");
  }

  @Test
  void usesTheVariantsIdWhereItIsEmpty() {
    assertThat(skus("", "  ", "A")).isEqualTo(Map.of("1", "1", "2", "2", "3", "A"));
  }

  @Test
  void usesTheVariantsIdForAllThatShareOne() {
    assertThat(skus("A", "B", "A ")).isEqualTo(Map.of("1", "1", "2", "B", "3", "3"));
  }

  @Test
  void givesWayWhenASkuIsAnotherVariantsId() {
    assertThat(skus("", "1")).isEqualTo(Map.of("1", "1", "2", "2"));
  }

  @Property
  void areAlwaysUniqueAndWellFormedWhateverTheOrder(@ForAll @Size(max = 8) List<String> typed) {
    Map<String, String> skus = skus(typed.toArray(String[]::new));

    assertThat(new HashSet<>(skus.values())).hasSameSizeAs(typed);
    assertThat(skus.values())
        .allSatisfy(
            sku -> {
              assertThat(sku).isNotEmpty();
              assertThat(sku.codePointCount(0, sku.length())).isLessThanOrEqualTo(50);
              assertThat(sku.codePoints()).noneMatch(Character::isWhitespace);
            });
    List<Variant> reversed = new ArrayList<>();
    for (int i = typed.size(); i > 0; i--) {
      reversed.add(variant(String.valueOf(i)).sku(typed.get(i - 1)).make());
    }
    assertThat(SellerSkus.of(reversed)).isEqualTo(skus);
  }
}
