package dev.storebridge.console;

import dev.storebridge.mapping.Completeness;
import dev.storebridge.mapping.Completeness.Kind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What both sides have of each other.
 *
 * @param orders of the last days; sums are of their totals
 * @param listings products that the rules take; sums are of their variants
 */
@RegisterForReflection
record CompletenessView(Instant checkedAt, Kinds orders, Kinds listings) {

  /** One kind of thing on both sides. */
  @RegisterForReflection
  record Kinds(Side tiktok, Side store, List<String> missing, List<String> repaired) {}

  /** What one side has. */
  @RegisterForReflection
  record Side(int count, String sum) {}

  static CompletenessView of(Completeness orders, Completeness listings) {
    return new CompletenessView(orders.checkedAt(), kinds(orders), kinds(listings));
  }

  private static Kinds kinds(Completeness count) {
    return new Kinds(
        side(count.kind(), count.channel()),
        side(count.kind(), count.store()),
        count.missing(),
        count.repaired());
  }

  private static Side side(Kind kind, Completeness.Side side) {
    BigDecimal sum = side.sum().stripTrailingZeros();
    int cents = kind == Kind.ORDERS ? Math.max(2, sum.scale()) : 0;
    return new Side(side.count(), sum.setScale(cents).toPlainString());
  }
}
