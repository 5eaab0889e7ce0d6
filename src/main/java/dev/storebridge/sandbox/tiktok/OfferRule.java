package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The remaining facts of a product: how it is saved, its external id, and what few markets have.
 */
final class OfferRule {

  private static final Set<String> SAVE_MODES = Set.of("", "LISTING", "AS_DRAFT");
  private static final Set<String> PLATFORMS = Set.of("TIKTOK_SHOP", "TOKOPEDIA");
  private static final Set<String> DELIVERY_CHOICE =
      Set.of("ID", "MX", "MY", "PH", "SG", "TH", "VN");
  private static final int LONGEST_EXTERNAL = 999;
  private static final int LONGEST_KEY = 128;
  private static final int MOST_PER_ORDER = 20;

  private OfferRule() {}

  static void check(Submission s) {
    Refusal.when(!SAVE_MODES.contains(s.text("save_mode")), Code.VALUE_WRONG, "save_mode");
    for (JsonNode platform : s.at("listing_platforms")) {
      Refusal.when(!PLATFORMS.contains(platform.asText()), Code.VALUE_WRONG, "listing_platforms");
    }
    boolean longKey = s.text("idempotency_key").length() > LONGEST_KEY;
    Refusal.when(longKey, Code.VALUE_WRONG, "idempotency_key");
    externalId(s);
    minimum(s);
    boolean choice = DELIVERY_CHOICE.contains(s.market().region());
    boolean chosen = !s.at("delivery_option_ids").isEmpty();
    Refusal.when(chosen && !choice, Code.INPUT_INVALID, "delivery_option_ids");
    words(s, "search_terms", 15, 250);
    words(s, "key_product_features", 5, 1_500);
  }

  private static void externalId(Submission s) {
    String external = s.text("external_product_id");
    Refusal.when(external.length() > LONGEST_EXTERNAL, Code.EXTERNAL_ID_TOO_LONG);
    String owner = s.shop.externalIds.get(external);
    boolean ours = s.existing != null && s.existing.id.equals(owner);
    boolean taken = !external.isEmpty() && owner != null && !ours;
    Refusal.when(taken, Code.EXTERNAL_ID_USED, external);
  }

  private static void minimum(Submission s) {
    if (!s.body.has("minimum_order_quantity")) {
      return;
    }
    boolean indonesia = s.market().region().equals("ID");
    Refusal.when(!indonesia, Code.MINIMUM_QUANTITY_UNSUPPORTED);
    long minimum = s.at("minimum_order_quantity").asLong();
    Refusal.when(minimum < 1 || minimum > MOST_PER_ORDER, Code.MINIMUM_QUANTITY_LIMIT);
  }

  private static void words(Submission s, String field, int most, int longest) {
    JsonNode list = s.at(field);
    boolean tooLong = Json.stream(list).anyMatch(each -> each.asText().length() > longest);
    Refusal.when(list.size() > most || tooLong, Code.INPUT_INVALID, field);
  }
}
