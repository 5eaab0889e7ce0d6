package dev.storebridge.sandbox.woocommerce.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A product, or a variation of one.
 *
 * @param parent the product that a variation belongs to, 0 for a product
 * @param facts the members that were set, as the API names them; treated as immutable
 * @param created in whole seconds, as is {@code modified}
 */
public record Item(long id, long parent, ObjectNode facts, Instant created, Instant modified) {

  /** Whether it belongs to a product. */
  public boolean isVariation() {
    return parent != 0;
  }

  /** The members that it has. */
  public Members members() {
    return isVariation() ? Members.VARIATION : Members.PRODUCT;
  }

  /** A member, the standard one where nobody set it. */
  public JsonNode get(String member) {
    JsonNode own = facts.get(member);
    return own == null ? members().standard(member) : own;
  }

  /** A member as text, empty for none. */
  public String text(String member) {
    return get(member).asText("");
  }

  /** A member that is true or false. */
  public boolean is(String member) {
    return get(member).asBoolean();
  }

  /** Whether it is a product with variations. */
  public boolean isVariable() {
    return !isVariation() && text("type").equals("variable");
  }

  /** Whether lists leave it out. */
  public boolean inTrash() {
    return text("status").equals("trash");
  }

  /** The price that a shopper pays, null when there is none. */
  public BigDecimal price() {
    BigDecimal sale = amount("sale_price");
    BigDecimal regular = amount("regular_price");
    return sale != null && (regular == null || sale.compareTo(regular) < 0) ? sale : regular;
  }

  /** An amount of money, null when there is none. */
  public BigDecimal amount(String member) {
    String text = text(member);
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  Item with(ObjectNode others, Instant now) {
    return new Item(id, parent, others, created, now);
  }
}
