package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was not done although the answer says success: TikTok lists it item by item inside code 0.
 */
final class PartialErrors {

  private final List<Item> items;

  private PartialErrors(List<Item> items) {
    this.items = items;
  }

  /**
   * One thing that was not done.
   *
   * @param product empty when the item is about a SKU
   */
  private record Item(String product, String sku, String warehouse, String code, String message) {

    private String place() {
      return (sku.isEmpty() ? product : "SKU " + sku)
          + (warehouse.isEmpty() ? "" : " at warehouse " + warehouse);
    }
  }

  static PartialErrors of(JsonNode data) {
    return new PartialErrors(
        TikTokJson.each(data, "errors").flatMap(PartialErrors::items).toList());
  }

  /** The nested errors say more than the one around them, where there are any. */
  private static Stream<Item> items(JsonNode error) {
    JsonNode detail = error.path("detail");
    List<JsonNode> nested = TikTokJson.each(detail, "extra_errors").toList();
    return (nested.isEmpty() ? Stream.of(error) : nested.stream())
        .map(
            one ->
                new Item(
                    TikTokJson.text(detail, "product_id"),
                    TikTokJson.text(detail, "sku_id"),
                    TikTokJson.text(one, "warehouse_id"),
                    TikTokJson.text(one, "code"),
                    TikTokJson.text(one, "message")));
  }

  /** Why each product was left as it was; one that is as wanted already is no error. */
  Map<String, Explanation> byProduct(TikTokErrors errors, Collection<String> asked) {
    Map<String, Explanation> reasons = new TreeMap<>();
    for (Item item : items) {
      if (errors.reaction(item.code, item.message) != Failure.ALREADY_DONE) {
        Explanation reason = errors.explain(item.code, item.message);
        (item.product.isEmpty() ? asked : List.of(item.product))
            .forEach(product -> reasons.putIfAbsent(product, reason));
      }
    }
    return reasons;
  }

  /**
   * @throws PlatformException when an offer was left as it was; the first item decides the
   *     reaction, the message names all
   */
  void raise(TikTokErrors errors, ShopAccount shop) {
    if (items.isEmpty()) {
      return;
    }
    Item first = items.get(0);
    Explanation explanation = errors.explain(first.code, first.message);
    String field = first.sku.isEmpty() ? explanation.field() : "skus[" + first.sku + "].stock";
    throw PlatformException.of(
        errors.reaction(first.code, first.message),
        shop.account(),
        new Explanation(
            explanation.code(), explanation.cause(), field, explanation.fix(), everything()));
  }

  private String everything() {
    return items.stream()
        .map(item -> "%s: %s %s".formatted(item.place(), item.code, item.message).strip())
        .collect(Collectors.joining("; "));
  }
}
