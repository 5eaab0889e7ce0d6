package dev.storebridge.sandbox.tiktok;

/** The category exists, is a leaf of the right version, and is open to this shop. */
final class CategoryRule {

  private CategoryRule() {}

  static void check(Submission s) {
    String version = Categories.version(s.text("category_version"), s.market());
    s.category = s.world.categories.leaf(s.text("category_id"), version);
    switch (s.category.permission()) {
      case "PROHIBITED" -> throw new Refusal(Code.CATEGORY_PROHIBITED);
      case "INVITE_ONLY" -> throw new Refusal(Code.CATEGORY_INVITE_ONLY);
      case "NON_MAIN_CATEGORY" -> throw new Refusal(Code.CATEGORY_OUTSIDE_MAIN);
      default -> brand(s);
    }
  }

  /** A wrong brand is cleared with a warning. */
  private static void brand(Submission s) {
    String brand = s.text("brand_id");
    if (!brand.isEmpty() && s.world.brands().name(brand).isEmpty()) {
      s.body.remove("brand_id");
      s.warnings.add("brand_id was cleared: the brand does not exist");
    }
  }
}
