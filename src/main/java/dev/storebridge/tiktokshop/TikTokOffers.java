package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.OptionValue;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.Market;
import dev.storebridge.platform.Uploads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes offers as TikTok's SKUs. */
final class TikTokOffers {

  private final Market market;
  private final Uploads uploads;
  private final List<Offer> offers;
  private final String picturedKind;

  TikTokOffers(Market market, Uploads uploads, List<Offer> offers) {
    this.market = market;
    this.uploads = uploads;
    this.offers = offers;
    this.picturedKind = picturedKind(offers);
  }

  /**
   * @param known TikTok's ids of offers that exist, by variant id. Their price and stock are left
   *     out: an edit keeps them, and a change of them alone needs no review.
   */
  void writeTo(ObjectNode product, Map<String, String> known) {
    ArrayNode skus = product.putArray("skus");
    for (Offer offer : offers) {
      ObjectNode sku = skus.addObject();
      String id = known.get(offer.variantId());
      if (id == null) {
        write(sku.putObject("price"), offer.price());
        writeStock(sku.putArray("inventory"), offer.stock());
      } else {
        sku.put("id", id);
      }
      writeContent(sku, offer);
    }
  }

  private void writeContent(ObjectNode sku, Offer offer) {
    sku.put("seller_sku", offer.sellerSku());
    sku.put("external_sku_id", offer.variantId());
    listPrice(market, offer.price(), offer.listPrice())
        .ifPresent(price -> write(sku.putObject("list_price"), price));
    offer
        .barcode()
        .flatMap(IdentifierCode::of)
        .ifPresent(
            code ->
                sku.putObject("identifier_code").put("code", code.code()).put("type", code.type()));
    if (!offer.options().isEmpty()) {
      writeOptions(sku.putArray("sales_attributes"), offer);
    }
  }

  private void writeOptions(ArrayNode attributes, Offer offer) {
    for (OptionValue option : offer.options()) {
      ObjectNode attribute = attributes.addObject();
      attribute.put("name", option.name()).put("value_name", option.value());
      if (option.name().equals(picturedKind)) {
        offer
            .image()
            .flatMap(image -> uploads.of(ImageUse.OFFER, image.url()))
            .ifPresent(image -> attribute.putObject("sku_img").put("uri", image.uri()));
      }
    }
  }

  static void write(ObjectNode price, Money money) {
    price.put("amount", money.text()).put("currency", money.currency().value());
  }

  static void writeStock(ArrayNode inventory, Map<String, Integer> units) {
    new TreeMap<>(units)
        .forEach(
            (warehouse, quantity) ->
                inventory.addObject().put("warehouse_id", warehouse).put("quantity", quantity));
  }

  /** TikTok takes a list price in the US alone, and drops one below the price. */
  static Optional<Money> listPrice(Market market, Money price, Optional<Money> listPrice) {
    return listPrice
        .filter(list -> market.listPrice())
        .filter(list -> list.amount().compareTo(price.amount()) >= 0);
  }

  /**
   * TikTok takes pictures on one kind of option only: the first kind whose values decide the
   * picture, else the first kind of all.
   */
  private static String picturedKind(List<Offer> offers) {
    List<String> kinds =
        offers.isEmpty()
            ? List.of()
            : offers.get(0).options().stream().map(OptionValue::name).toList();
    return kinds.stream()
        .filter(kind -> decidesPicture(kind, offers))
        .findFirst()
        .orElse(kinds.isEmpty() ? "" : kinds.get(0));
  }

  private static boolean decidesPicture(String kind, List<Offer> offers) {
    Map<String, Optional<Image>> pictures = new HashMap<>();
    return offers.stream()
        .allMatch(
            offer ->
                offer.options().stream()
                    .filter(option -> option.name().equals(kind))
                    .allMatch(
                        option -> {
                          Optional<Image> seen =
                              pictures.putIfAbsent(option.value(), offer.image());
                          return seen == null || seen.equals(offer.image());
                        }));
  }
}
