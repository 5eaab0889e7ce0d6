package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.Variant;
import dev.storebridge.tenant.ListingRules.Select;
import dev.storebridge.tenant.ListingRules.When;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which products a rule is for. Letters' case and blanks around do not matter. */
public final class Selection {

  private Selection() {}

  /** Whether the merchant wants this product on the channel; an empty list takes any. */
  public static boolean takes(Product product, Select select) {
    return anyOrOne(select.status(), List.of(product.status()))
        && anyOrOne(select.tags(), product.tags())
        && !holdsOne(select.excludeTags(), product.tags())
        && anyOrOne(select.types(), List.of(product.type()))
        && anyOrOne(select.vendors(), List.of(product.vendor()))
        && anyOrOne(select.skus(), product.variants().stream().map(Variant::sku).toList());
  }

  static boolean fits(Product product, When when) {
    return fits(when.type(), List.of(product.type()))
        && fits(when.tag(), product.tags())
        && fits(when.vendor(), List.of(product.vendor()));
  }

  private static boolean fits(Optional<String> wanted, Collection<String> present) {
    return wanted.isEmpty() || holdsOne(List.of(wanted.get()), present);
  }

  private static boolean anyOrOne(List<String> wanted, Collection<String> present) {
    return wanted.isEmpty() || holdsOne(wanted, present);
  }

  private static boolean holdsOne(List<String> wanted, Collection<String> present) {
    return wanted.stream()
        .anyMatch(
            word -> present.stream().anyMatch(have -> have.strip().equalsIgnoreCase(word.strip())));
  }
}
