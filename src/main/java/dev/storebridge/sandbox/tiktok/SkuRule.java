package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How many SKUs, which of the product's own, and their codes. */
final class SkuRule {

  private static final int LONGEST_SELLER_SKU = 50;
  private static final int LONGEST_EXTERNAL = 999;
  private static final Map<String, Pattern> IDENTIFIERS =
      Map.of(
          "GTIN", Pattern.compile("\\d{14}"),
          "EAN", Pattern.compile("\\d{8}|\\d{13}|\\d{14}"),
          "UPC", Pattern.compile("\\d{12}"),
          "ISBN", Pattern.compile("\\d{13}|\\d{9}[\\dX]"),
          "JAN", Pattern.compile("\\d{8}|\\d{13}"));

  private SkuRule() {}

  static void check(Submission s) {
    List<JsonNode> skus = s.skus();
    Refusal.when(skus.isEmpty(), Code.SKUS_EMPTY);
    Refusal.when(skus.size() > s.market().maxSkus(), Code.TOO_MANY_SKUS);
    Set<String> ids = new HashSet<>();
    for (JsonNode sku : skus) {
      if (sku.has("id")) {
        String id = sku.path("id").asText();
        Refusal.when(s.known(sku) == null, Code.SKU_OF_ANOTHER_PRODUCT, id);
        Refusal.when(!ids.add(id), Code.SKU_TWICE, id);
      }
      sellerSku(sku);
      boolean tooLong = sku.path("external_sku_id").asText().length() > LONGEST_EXTERNAL;
      Refusal.when(tooLong, Code.EXTERNAL_ID_TOO_LONG, "external_sku_id");
      identifier(s, (ObjectNode) sku);
    }
  }

  private static void sellerSku(JsonNode sku) {
    if (!sku.has("seller_sku")) {
      return;
    }
    String text = sku.path("seller_sku").asText();
    Refusal.when(text.length() > LONGEST_SELLER_SKU, Code.SELLER_SKU_TOO_LONG);
    boolean blank = text.isEmpty() || text.chars().anyMatch(Character::isWhitespace);
    Refusal.when(blank, Code.SELLER_SKU_INVALID);
  }

  /** A wrong code is cleared with a warning; a right one is final. */
  private static void identifier(Submission s, ObjectNode sku) {
    if (!sku.has("identifier_code")) {
      return;
    }
    String code = sku.path("identifier_code").path("code").asText();
    Pattern pattern = IDENTIFIERS.get(sku.path("identifier_code").path("type").asText());
    if (pattern == null || !pattern.matcher(code).matches()) {
      sku.remove("identifier_code");
      s.warnings.add("identifier_code was cleared: it does not fit its type");
      return;
    }
    if (s.known(sku) != null) {
      String before = liveCode(s.existing, sku.path("id").asText());
      Refusal.when(!before.isEmpty() && !before.equals(code), Code.IDENTIFIER_FINAL);
    }
  }

  private static String liveCode(Product product, String skuId) {
    return Json.stream(product.newest().path("skus"))
        .filter(sku -> sku.path("id").asText().equals(skuId))
        .map(sku -> sku.path("identifier_code").path("code").asText())
        .findFirst()
        .orElse("");
  }
}
