package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Shop;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Adds an order up as the shop does: amounts of lines are without tax, and where taxes are on the
 * shop adds its own by the tax class of each line. Shipping inherits the class of the lines.
 */
final class OrderSums {

  private static final String STANDARD = "";
  private static final List<String> WITHOUT_DECIMALS = List.of("JPY", "VND", "IDR");

  private final Shop shop;

  OrderSums(Shop shop) {
    this.shop = shop;
  }

  /** Works out and writes every tax and total. */
  void write(ObjectNode order) {
    boolean here = taxedHere(order);
    BigDecimal lines = BigDecimal.ZERO;
    BigDecimal cart = BigDecimal.ZERO;
    BigDecimal discount = BigDecimal.ZERO;
    boolean standard = order.path("line_items").isEmpty();
    for (JsonNode line : order.path("line_items")) {
      String taxClass = line.path("tax_class").asText();
      standard |= taxClass.equals(STANDARD);
      lines = lines.add(amount(line, "total"));
      discount = discount.add(amount(line, "subtotal").subtract(amount(line, "total")));
      cart = cart.add(tax((ObjectNode) line, here && taxClass.equals(STANDARD)));
    }
    BigDecimal fees = BigDecimal.ZERO;
    for (JsonNode fee : order.path("fee_lines")) {
      fees = fees.add(amount(fee, "total"));
      boolean taxed =
          !fee.path("tax_status").asText().equals("none")
              && fee.path("tax_class").asText().equals(STANDARD);
      cart = cart.add(tax((ObjectNode) fee, here && taxed));
    }
    BigDecimal shipping = BigDecimal.ZERO;
    BigDecimal shippingTax = BigDecimal.ZERO;
    for (JsonNode line : order.path("shipping_lines")) {
      shipping = shipping.add(amount(line, "total"));
      shippingTax = shippingTax.add(tax((ObjectNode) line, here && standard));
    }
    BigDecimal taxes = cart.add(shippingTax);
    order.put("discount_total", text(discount)).put("discount_tax", text(BigDecimal.ZERO));
    order.put("shipping_total", text(shipping)).put("shipping_tax", text(shippingTax));
    order.put("cart_tax", text(cart)).put("total_tax", text(taxes));
    order.put("total", text(lines.add(fees).add(shipping).add(taxes)));
  }

  /** Taxes are those of the recipient's country; without one, the shop's own. */
  private boolean taxedHere(ObjectNode order) {
    String country = order.path("shipping").path("country").asText();
    return shop.taxPercent() > 0 && (country.isEmpty() || country.equals(shop.country()));
  }

  private BigDecimal tax(ObjectNode line, boolean taxed) {
    BigDecimal tax =
        taxed
            ? amount(line, "total")
                .multiply(BigDecimal.valueOf(shop.taxPercent()))
                .divide(BigDecimal.valueOf(100), decimals(), RoundingMode.HALF_UP)
            : BigDecimal.ZERO;
    line.put("total_tax", text(tax));
    return tax;
  }

  static BigDecimal amount(JsonNode node, String member) {
    String text = node.path(member).asText("");
    return text.isBlank() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  /** An amount as the shop writes it. */
  String text(BigDecimal amount) {
    return amount.setScale(decimals(), RoundingMode.HALF_UP).toPlainString();
  }

  private int decimals() {
    return WITHOUT_DECIMALS.contains(shop.currency()) ? 0 : 2;
  }
}
