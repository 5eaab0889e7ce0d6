package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.commerce.Money;
import dev.storebridge.platform.Authoriser.GrantedShop;
import dev.storebridge.platform.Brand;
import dev.storebridge.platform.Category;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.CategoryRules.Certification;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.ChannelListing.ChannelOffer;
import dev.storebridge.platform.ChannelListing.ReviewRemark;
import dev.storebridge.platform.CreatedListing;
import dev.storebridge.platform.ImageFile;
import dev.storebridge.platform.UploadedImage;
import dev.storebridge.platform.Warehouse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads TikTok's answers into our words; what TikTok adds or leaves out is no fault. */
final class TikTokReader {

  private TikTokReader() {}

  static ChannelListing listing(JsonNode product) {
    return new ChannelListing(
        TikTokJson.text(product, "id"),
        TikTokJson.text(product, "title"),
        status(product),
        refused(product),
        TikTokJson.text(product, "external_product_id"),
        TikTokJson.each(product, "skus").map(TikTokReader::offer).toList(),
        TikTokJson.each(product, "audit_failed_reasons").map(TikTokReader::remark).toList(),
        Instant.ofEpochSecond(product.path("create_time").asLong()),
        Instant.ofEpochSecond(product.path("update_time").asLong()));
  }

  private static boolean refused(JsonNode product) {
    return status(product) == ListingStatus.REFUSED
        || TikTokJson.text(product.path("audit"), "status").equals("FAILED");
  }

  static ListingStatus status(JsonNode product) {
    return switch (TikTokJson.text(product, "status")) {
      case "DRAFT" -> ListingStatus.DRAFT;
      case "PENDING" -> ListingStatus.IN_REVIEW;
      case "FAILED" -> ListingStatus.REFUSED;
      case "ACTIVATE" ->
          TikTokJson.text(product.path("audit"), "status").equals("AUDITING")
              ? ListingStatus.LIVE_EDIT_IN_REVIEW
              : ListingStatus.LIVE;
      case "SCHEDULED" -> ListingStatus.SCHEDULED;
      case "SELLER_DEACTIVATED" -> ListingStatus.OFF;
      case "PLATFORM_DEACTIVATED" -> ListingStatus.TAKEN_DOWN;
      case "FREEZE" -> ListingStatus.FROZEN;
      case "DELETED" -> ListingStatus.REMOVED;
      default -> ListingStatus.UNKNOWN;
    };
  }

  private static ChannelOffer offer(JsonNode sku) {
    Map<String, Integer> stock = new HashMap<>();
    TikTokJson.each(sku, "inventory")
        .forEach(
            place ->
                stock.put(TikTokJson.text(place, "warehouse_id"), place.path("quantity").asInt()));
    return new ChannelOffer(
        TikTokJson.text(sku, "id"),
        TikTokJson.text(sku, "seller_sku"),
        price(sku.path("price")),
        stock);
  }

  /** The price we set reads back before tax; where there is no such figure, as the sale price. */
  private static Optional<Money> price(JsonNode price) {
    String currency = TikTokJson.text(price, "currency");
    String beforeTax = TikTokJson.text(price, "tax_exclusive_price");
    String amount = beforeTax.isEmpty() ? TikTokJson.text(price, "sale_price") : beforeTax;
    if (amount.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Money.of(amount, currency));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static ReviewRemark remark(JsonNode reason) {
    return new ReviewRemark(
        TikTokJson.text(reason, "position"),
        TikTokJson.texts(reason, "reasons"),
        TikTokJson.texts(reason, "suggestions"));
  }

  /**
   * @param known what we know without the answer: seller SKUs by variant id
   */
  static CreatedListing created(JsonNode data, Map<String, String> known) {
    Map<String, String> ids = new HashMap<>();
    TikTokJson.each(data, "skus")
        .forEach(
            sku -> {
              String variant = TikTokJson.text(sku, "external_sku_id");
              String sellerSku = TikTokJson.text(sku, "seller_sku");
              String key = sellerSku.isEmpty() ? known.getOrDefault(variant, "") : sellerSku;
              ids.put(key, TikTokJson.text(sku, "id"));
            });
    ids.remove("");
    List<String> warnings =
        TikTokJson.each(data, "warnings")
            .map(warning -> TikTokJson.text(warning, "message"))
            .toList();
    return new CreatedListing(TikTokJson.text(data, "product_id"), ids, warnings);
  }

  static Category category(JsonNode category) {
    List<String> permissions = TikTokJson.texts(category, "permission_statuses");
    return new Category(
        TikTokJson.text(category, "id"),
        TikTokJson.text(category, "parent_id"),
        TikTokJson.text(category, "local_name"),
        category.path("is_leaf").asBoolean(),
        permissions.isEmpty() || permissions.contains("AVAILABLE"));
  }

  static CategoryRules rules(String categoryId, JsonNode rules, JsonNode attributes) {
    return new CategoryRules(
        categoryId,
        TikTokJson.each(attributes, "attributes")
            .filter(attribute -> !TikTokJson.text(attribute, "type").equals("SALES_PROPERTY"))
            .map(TikTokReader::attribute)
            .toList(),
        TikTokJson.each(rules, "product_certifications").map(TikTokReader::certification).toList(),
        rules.path("size_chart").path("is_required").asBoolean(),
        rules.path("package_dimension").path("is_required").asBoolean());
  }

  /** {@code is_requried} is how TikTok spells it; the right spelling may come one day. */
  private static CategoryRules.CategoryAttribute attribute(JsonNode attribute) {
    return new CategoryRules.CategoryAttribute(
        TikTokJson.text(attribute, "id"),
        TikTokJson.text(attribute, "name"),
        attribute.path("is_requried").asBoolean() || attribute.path("is_required").asBoolean(),
        attribute.path("is_multiple_selection").asBoolean(),
        attribute.path("is_customizable").asBoolean(),
        TikTokJson.each(attribute, "values")
            .map(
                value ->
                    new CategoryRules.CategoryAttribute.Value(
                        TikTokJson.text(value, "id"), TikTokJson.text(value, "name")))
            .toList());
  }

  private static Certification certification(JsonNode document) {
    return new Certification(
        TikTokJson.text(document, "id"),
        TikTokJson.text(document, "name"),
        document.path("is_required").asBoolean());
  }

  /** TikTok spells the refusal in two ways; both begin alike. */
  static Brand brand(JsonNode brand) {
    String authorised = TikTokJson.text(brand, "authorized_status");
    return new Brand(
        TikTokJson.text(brand, "id"),
        TikTokJson.text(brand, "name"),
        !authorised.startsWith("UNAUTH"));
  }

  static Warehouse warehouse(JsonNode warehouse) {
    return new Warehouse(
        TikTokJson.text(warehouse, "id"),
        TikTokJson.text(warehouse, "name"),
        TikTokJson.text(warehouse, "type").equals("SALES_WAREHOUSE"),
        TikTokJson.text(warehouse, "effect_status").equals("ENABLED"),
        warehouse.path("is_default").asBoolean());
  }

  static UploadedImage image(JsonNode image, ImageFile file) {
    return new UploadedImage(
        TikTokJson.text(image, "uri"),
        TikTokJson.text(image, "url"),
        image.path("width").asInt(file.width()),
        image.path("height").asInt(file.height()));
  }

  static GrantedShop shop(JsonNode shop) {
    return new GrantedShop(
        TikTokJson.text(shop, "id"),
        TikTokJson.text(shop, "name"),
        TikTokJson.text(shop, "region"),
        TikTokJson.text(shop, "cipher"));
  }
}
