package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Members;
import dev.storebridge.sandbox.woocommerce.store.Photos;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Products as {@code /products} shows them. A variation that is asked for here looks like one. */
public final class ProductView {

  private static final String COLLECTION = "/wc/v3/products";

  private final Shelf shelf;
  private final Photos photos;
  private final Links links;
  private final ItemView view;
  private final VariationView variations;

  ProductView(Shelf shelf, Photos photos, Links links, ItemView view, VariationView variations) {
    this.shelf = shelf;
    this.photos = photos;
    this.links = links;
    this.view = view;
    this.variations = variations;
  }

  /** The object; its caller holds the shelf's monitor. */
  public ObjectNode show(Item item) {
    return item.isVariation() ? variationInDisguise(item) : product(item);
  }

  private ObjectNode product(Item item) {
    ObjectNode json = view.start(item, Members.PRODUCT);
    json.put("permalink", links.product(item.text("slug")));
    view.price(json, item);
    view.stock(json, item, item.get("manage_stock"));
    if (item.isVariable()) {
      children(json, item);
    }
    images(json, item.get("images"));
    shipping(json, item);
    json.put("price_html", priceHtml(json.path("price").asText()));
    json.set("_links", links.of(COLLECTION + "/" + item.id(), COLLECTION, null));
    return json;
  }

  /** A variable product is as cheap as its cheapest variation, and there when one of them is. */
  private void children(ObjectNode json, Item item) {
    List<Item> all = shelf.variationsOf(item.id());
    all.forEach(variation -> json.withArray("/variations").add(variation.id()));
    json.put("has_options", true);
    json.put("regular_price", "");
    json.put("sale_price", "");
    BigDecimal cheapest = shelf.priceOf(item);
    json.put("price", cheapest == null ? "" : cheapest.toPlainString());
    json.put("purchasable", cheapest != null);
    json.put("on_sale", all.stream().anyMatch(one -> one.amount("sale_price") != null));
    if (!item.is("manage_stock")) {
      boolean there = all.stream().anyMatch(one -> ItemView.status(one).equals("instock"));
      json.put("stock_status", there ? "instock" : "outofstock");
    }
  }

  private void images(ObjectNode json, JsonNode references) {
    ArrayNode images = json.putArray("images");
    for (JsonNode reference : references) {
      photos
          .find(reference.path("id").asLong())
          .ifPresent(photo -> images.add(view.photoWithSizes(photo, links)));
    }
  }

  private static void shipping(ObjectNode json, Item item) {
    json.put("shipping_required", !item.is("virtual") && !item.text("type").equals("external"));
  }

  private ObjectNode variationInDisguise(Item item) {
    ObjectNode own = variations.show(item);
    ObjectNode json = Members.PRODUCT.blank();
    own.properties()
        .forEach(
            member -> {
              if (json.has(member.getKey())) {
                json.set(member.getKey(), member.getValue());
              }
            });
    Item parent = shelf.product(item.parent()).orElse(item);
    json.put("name", parent.text("name") + " - " + own.path("name").asText());
    json.put("slug", parent.text("slug") + "-" + tail(own.path("attributes")));
    json.put("total_sales", "0");
    json.put("reviews_allowed", false);
    JsonNode image = own.path("image");
    images(json, image.isObject() ? json.arrayNode().add(image) : json.arrayNode());
    json.put("price_html", priceHtml(json.path("price").asText()));
    json.set("_links", links.of(COLLECTION + "/" + item.id(), COLLECTION, null));
    return json;
  }

  private static String tail(JsonNode attributes) {
    return StreamSupport.stream(attributes.spliterator(), false)
        .map(attribute -> Slugs.of(attribute.path("option").asText()))
        .collect(Collectors.joining("-"));
  }

  private static String priceHtml(String price) {
    return price.isEmpty()
        ? ""
        : "<span class=\"woocommerce-Price-amount amount\"><bdi>" + price + "</bdi></span>";
  }
}
