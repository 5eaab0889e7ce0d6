package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Product;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.ListingRules.AttributeRule;
import java.util.List;
import java.util.Optional;

/** Which products a change of the rules can make a difference to. Pure. */
public final class RuleTouch {

  private RuleTouch() {}

  /** False when no listing of the connection can come out otherwise. */
  public static boolean listings(ConnectionRules before, ConnectionRules after) {
    return !before.listings().equals(after.listings())
        || !before.prices().equals(after.prices())
        || !before.inventory().equals(after.inventory());
  }

  /** False when no order of the connection can come out otherwise. */
  public static boolean orders(ConnectionRules before, ConnectionRules after) {
    return !before.orders().equals(after.orders())
        || !before.fulfilment().equals(after.fulfilment())
        || !before.aftersale().equals(after.aftersale());
  }

  /** Whether this product's listing can come out otherwise, or may be wanted or not any more. */
  public static boolean product(Product product, ConnectionRules before, ConnectionRules after) {
    boolean wanted = Selection.takes(product, after.listings().select());
    if (wanted != Selection.takes(product, before.listings().select())) {
      return true;
    }
    return wanted
        && (!before.prices().equals(after.prices())
            || !before.inventory().equals(after.inventory())
            || content(product, before.listings(), after.listings()));
  }

  private static boolean content(Product product, ListingRules before, ListingRules after) {
    return everywhere(before, after)
        || !CategoryPick.of(product, before.category())
            .equals(CategoryPick.of(product, after.category()))
        || !BrandPick.nameOf(product, before.brand())
            .equals(BrandPick.nameOf(product, after.brand()))
        || !attributes(product, before).equals(attributes(product, after));
  }

  /** What is no matter of single products; what becomes of deleted ones concerns none that is. */
  private static boolean everywhere(ListingRules before, ListingRules after) {
    return before.publish() != after.publish()
        || before.adoptBy() != after.adoptBy()
        || before.onAdopt() != after.onAdopt()
        || before.category().recommend() != after.category().recommend()
        || !before.own().equals(after.own())
        || !before.compliance().equals(after.compliance())
        || !before.renamedOptions().equals(after.renamedOptions())
        || !before.packaging().equals(after.packaging());
  }

  private static List<AttributeRule> attributes(Product product, ListingRules rules) {
    return rules.attributes().stream()
        .filter(rule -> rule.when().map(when -> Selection.fits(product, when)).orElse(true))
        .map(rule -> new AttributeRule(rule.name(), rule.source(), Optional.empty()))
        .toList();
  }
}
