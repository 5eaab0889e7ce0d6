package dev.storebridge.sync.listing.compose;

import static dev.storebridge.given.GivenRules.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Product;
import dev.storebridge.given.Given;
import dev.storebridge.given.GivenRules;
import dev.storebridge.given.GivenRules.RulesMaker;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.ListingRules.AttributeRule;
import dev.storebridge.tenant.ListingRules.AttributeSource;
import dev.storebridge.tenant.ListingRules.BrandSource;
import dev.storebridge.tenant.ListingRules.CategoryChoice;
import dev.storebridge.tenant.ListingRules.CategoryRule;
import dev.storebridge.tenant.ListingRules.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTouchTest {

  /** Of the type Mugs, by the vendor Acme. */
  private static final Product MUG = Given.product().tags("tiktok").make();

  @Test
  void theSameRulesTouchNothing() {
    assertThat(RuleTouch.listings(rules().make(), rules().make())).isFalse();
    assertThat(RuleTouch.orders(rules().make(), rules().make())).isFalse();
    assertThat(touches(rules(), rules())).isFalse();
  }

  @Test
  void pricesAndStockTouchEverything() {
    assertThat(touches(rules(), rules().prices(GivenRules.prices("5", "0", null, null)))).isTrue();
    assertThat(touches(rules(), rules().inventory(new InventoryRules(Map.of(), 3, 100, 9, 100))))
        .isTrue();
  }

  @Test
  void aCategoryRuleTouchesTheProductsThatItMoves() {
    assertThat(touches(rules(), rules().category(filed("Mugs", "601")))).isTrue();
    assertThat(touches(rules(), rules().category(filed("Toys", "601")))).isFalse();
    assertThat(touches(rules(), rules().category(filed("Mugs", "600"))))
        .as("filed where it was")
        .isFalse();
  }

  @Test
  void anAttributeTouchesTheProductsThatItIsFor() {
    assertThat(touches(rules(), rules().attributes(made("Mugs", "Clay")))).isTrue();
    assertThat(touches(rules(), rules().attributes(made("Toys", "Clay")))).isFalse();
    assertThat(
            touches(
                rules().attributes(made("Mugs", "Clay")), rules().attributes(made("Mugs", "Tin"))))
        .isTrue();
  }

  @Test
  void aBrandTouchesProductsThatHaveOne() {
    assertThat(touches(rules(), rules().brand(new BrandSource.Vendor()))).isTrue();
    assertThat(touches(rules(), rules().brand(new BrandSource.Field("custom.brand")))).isFalse();
  }

  @Test
  void aSelectionTouchesWhatItTakesInOrLeavesOut() {
    assertThat(touches(rules(), rules().selectTags("tiktok"))).as("it has the tag").isFalse();
    assertThat(touches(rules(), rules().selectTags("other"))).as("it is left out").isTrue();
    assertThat(touches(rules().selectTags("other"), rules())).as("it is taken in").isTrue();
    assertThat(
            touches(
                rules().selectTags("other"),
                rules().selectTags("other").prices(GivenRules.prices("5", "0", null, null))))
        .as("it is left out as before")
        .isFalse();
  }

  private static boolean touches(RulesMaker before, RulesMaker after) {
    ConnectionRules was = before.make();
    ConnectionRules is = after.make();
    boolean product = RuleTouch.product(MUG, was, is);
    assertThat(RuleTouch.listings(was, is)).as("whether any listing").isIn(true, product);
    return product;
  }

  private static CategoryRule filed(String type, String category) {
    return new CategoryRule(
        Optional.of("600"), List.of(new CategoryChoice(of(type), category)), false);
  }

  private static AttributeRule made(String type, String value) {
    return new AttributeRule("Material", new AttributeSource.Fixed(value), Optional.of(of(type)));
  }

  private static When of(String type) {
    return new When(Optional.of(type), Optional.empty(), Optional.empty());
  }
}
