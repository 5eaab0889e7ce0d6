package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.Variant;
import dev.storebridge.tenant.ConnectionRules;

/** One product being composed: what it is made from, and what was found wrong so far. */
record Subject(Product product, ConnectionRules rules, ShopKnowledge shop, Problems problems) {

  /** Where a rule stands in the tenant file. */
  String rule(String path) {
    return "connections[" + rules.id() + "]." + path;
  }

  static String field(Variant variant, String name) {
    return "variants[" + variant.id() + "]." + name;
  }
}
