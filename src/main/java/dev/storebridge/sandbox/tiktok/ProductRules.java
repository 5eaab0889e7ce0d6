package dev.storebridge.sandbox.tiktok;

import java.util.List;
import java.util.function.Consumer;

/** The rules of Create Product, in the order in which they answer. Edits follow the same. */
final class ProductRules {

  private static final List<Consumer<Submission>> ALL =
      List.of(
          OfferRule::check,
          CategoryRule::check,
          TitleRule::check,
          DescriptionRule::check,
          MainImageRule::check,
          AttributeRule::check,
          SkuRule::check,
          SalesAttributeRule::check,
          PriceRule::check,
          InventoryRule::check,
          PackageRule::check,
          ComplianceRule::check);

  private ProductRules() {}

  static void check(Submission submission) {
    ALL.forEach(rule -> rule.accept(submission));
  }
}
