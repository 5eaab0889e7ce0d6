package dev.storebridge.sync.listing.plan;

import dev.storebridge.commerce.AttributeValue;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.Parcel;
import dev.storebridge.commerce.Weight;
import dev.storebridge.mapping.AppliedListing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Field by field, what is there and what would be. */
public final class Changes {

  private Changes() {}

  /** Everything that differs, in the listing's order; prices and stock as the channel has them. */
  public static List<Change> of(Optional<AppliedListing> applied, Listing desired) {
    Map<String, String> before = applied.map(Changes::fields).orElse(Map.of());
    Map<String, String> after = fields(desired);
    Set<String> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    List<Change> changes = new ArrayList<>();
    for (String field : all) {
      Optional<String> was = Optional.ofNullable(before.get(field));
      Optional<String> willBe = Optional.ofNullable(after.get(field));
      if (!was.equals(willBe)) {
        changes.add(new Change(field, was, willBe));
      }
    }
    return changes;
  }

  private static Map<String, String> fields(AppliedListing applied) {
    Map<String, String> fields = applied.content().map(Changes::fields).orElse(new TreeMap<>());
    applied
        .offers()
        .forEach(
            (variant, offer) -> {
              String at = "skus[" + variant + "].";
              fields.put(at + "sellerSku", offer.sellerSku());
              put(fields, at + "price", offer.price().map(Money::text));
              put(fields, at + "listPrice", offer.listPrice().map(Money::text));
              put(fields, at + "stock", stock(offer.stock()));
            });
    return fields;
  }

  private static Map<String, String> fields(Listing listing) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", listing.title());
    fields.put("description", listing.description());
    fields.put("category", listing.categoryId());
    put(fields, "brand", listing.brandId());
    fields.put("images", urls(listing.images()));
    put(fields, "package", parcel(listing.parcel()));
    listing
        .attributes()
        .forEach(
            attribute ->
                fields.put(
                    "attributes." + attribute.name(),
                    attribute.values().stream()
                        .map(AttributeValue::text)
                        .collect(Collectors.joining(", "))));
    listing.offers().forEach(offer -> offer(fields, offer));
    return fields;
  }

  private static void offer(Map<String, String> fields, Offer offer) {
    String at = "skus[" + offer.variantId() + "].";
    fields.put(at + "price", offer.price().text());
    put(fields, at + "listPrice", offer.listPrice().map(Money::text));
    put(fields, at + "stock", stock(offer.stock()));
    fields.put(at + "sellerSku", offer.sellerSku());
    String options =
        offer.options().stream()
            .map(option -> option.name() + ": " + option.value())
            .collect(Collectors.joining(", "));
    put(fields, at + "options", Optional.of(options).filter(text -> !text.isEmpty()));
    put(fields, at + "barcode", offer.barcode());
  }

  private static void put(Map<String, String> fields, String field, Optional<String> value) {
    if (value.isPresent()) {
      fields.put(field, value.get());
    } else {
      fields.remove(field);
    }
  }

  private static String urls(List<Image> images) {
    return images.stream().map(Image::url).collect(Collectors.joining(" "));
  }

  /** The units alone where one warehouse holds them all, else each warehouse with its units. */
  private static Optional<String> stock(Map<String, Integer> units) {
    if (units.size() == 1) {
      return units.values().stream().findFirst().map(String::valueOf);
    }
    String all =
        new TreeMap<>(units)
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    return Optional.of(all).filter(text -> !text.isEmpty());
  }

  private static Optional<String> parcel(Parcel parcel) {
    List<String> parts = new ArrayList<>();
    parcel
        .weight()
        .map(w -> w.in(Weight.Unit.KILOGRAM, 3).toPlainString() + " kg")
        .ifPresent(parts::add);
    parcel
        .dimensions()
        .map(d -> d.length() + "x" + d.width() + "x" + d.height() + " cm")
        .ifPresent(parts::add);
    return Optional.of(String.join(", ", parts)).filter(text -> !text.isEmpty());
  }
}
