package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StockReservations;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.Guards;
import dev.storebridge.shopify.AdminApi.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Moves units between what Shopify may sell and what is reserved. Each move has a key of its order,
 * so that Shopify carries a repeated one out once; it remembers keys for a day.
 */
@ApplicationScoped
public class ShopifyReservations implements StockReservations {

  private static final String AVAILABLE = "available";
  private static final String RESERVED = "reserved";
  private static final Set<String> PASSING =
      Set.of("IDEMPOTENCY_CONCURRENT_REQUEST", "MOVE_QUANTITIES_FAILED", "SERVICE_UNAVAILABLE");

  private final ShopifyApi api;

  public ShopifyReservations(
      ShopifyConfig config, Egress egress, Guards guards, Credentials credentials) {
    this.api = new ShopifyApi(config, egress, guards, credentials);
  }

  @Override
  public Platform platform() {
    return Platform.SHOPIFY;
  }

  @Override
  public List<Reserved> places(StoreAccount store, Collection<Wanted> wanted) {
    List<String> ids =
        wanted.stream()
            .map(Wanted::variantId)
            .filter(id -> id.matches("\\d{1,19}"))
            .map(id -> "gid://shopify/ProductVariant/" + id)
            .toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    JsonNode nodes = ask(store, ShopifyDocument.STOCK_TO_RESERVE, Map.of("ids", ids)).path("nodes");
    Map<String, JsonNode> items = new HashMap<>();
    nodes.forEach(
        node ->
            items.put(
                ShopifyTranslator.numeric(node.path("id").asText()), node.path("inventoryItem")));
    return wanted.stream()
        .filter(one -> items.containsKey(one.variantId()))
        .flatMap(one -> place(one, items.get(one.variantId())).stream())
        .toList();
  }

  /** The place that has most of it; the first in Shopify's order of those that have as much. */
  private static Optional<Reserved> place(Wanted wanted, JsonNode item) {
    if (!item.path("tracked").asBoolean()) {
      return Optional.empty();
    }
    return StreamSupport.stream(item.path("inventoryLevels").path("nodes").spliterator(), false)
        .filter(
            level -> wanted.locations().isEmpty() || wanted.locations().contains(location(level)))
        .max(Comparator.comparingInt(ShopifyReservations::available))
        .filter(level -> available(level) >= wanted.units())
        .map(
            level ->
                new Reserved(
                    wanted.variantId(),
                    ShopifyTranslator.numeric(item.path("id").asText()),
                    location(level),
                    wanted.units()));
  }

  private static String location(JsonNode level) {
    return ShopifyTranslator.numeric(level.path("location").path("id").asText());
  }

  private static int available(JsonNode level) {
    return level.path("quantities").path(0).path("quantity").asInt();
  }

  @Override
  public void reserve(StoreAccount store, OrderReference reference, List<Reserved> units) {
    move(store, reference, units, AVAILABLE, RESERVED, "reservation_created");
  }

  @Override
  public void giveBack(StoreAccount store, OrderReference reference, List<Reserved> units) {
    move(store, reference, units, RESERVED, AVAILABLE, "reservation_deleted");
  }

  private void move(
      StoreAccount store,
      OrderReference reference,
      List<Reserved> units,
      String from,
      String to,
      String reason) {
    String document = "gid://storebridge/TikTokShopOrder/" + reference.orderId();
    Map<String, Object> input =
        Map.of(
            "reason",
            reason,
            "referenceDocumentUri",
            document,
            "changes",
            units.stream().map(one -> change(one, from, to, document)).toList());
    String key = String.join("\n", store.account().toString(), document, reason);
    Map<String, Object> variables =
        Map.of(
            "input",
            input,
            "key",
            UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    JsonNode payload =
        ask(store, ShopifyDocument.STOCK_MOVE, variables).path("inventoryMoveQuantities");
    check(store, payload.path("userErrors").path(0));
  }

  private static Map<String, Object> change(
      Reserved units, String from, String to, String document) {
    return Map.of(
        "inventoryItemId",
        "gid://shopify/InventoryItem/" + units.itemId(),
        "quantity",
        units.units(),
        "from",
        end(units, from, document),
        "to",
        end(units, to, document));
  }

  /** Without a value to compare with: others may sell of the same units at the same time. */
  private static Map<String, Object> end(Reserved units, String name, String document) {
    Map<String, Object> end = new HashMap<>();
    end.put("locationId", "gid://shopify/Location/" + units.locationId());
    end.put("name", name);
    end.put("changeFromQuantity", null);
    if (!name.equals(AVAILABLE)) {
      end.put("ledgerDocumentUri", document);
    }
    return end;
  }

  private static void check(StoreAccount store, JsonNode error) {
    if (error.isMissingNode()) {
      return;
    }
    String code = error.path("code").asText();
    throw PlatformException.of(
        PASSING.contains(code) ? Failure.RETRY_LATER : Failure.MERCHANT_FIX,
        store.account(),
        new Explanation(
            "reservation-refused",
            "Shopify does not set the units of an order aside while its buyer may cancel.",
            "orders.on-hold",
            "Look at the product's inventory in Shopify, or set orders.on-hold to wait.",
            (code + " " + error.path("message").asText()).strip()));
  }

  private JsonNode ask(StoreAccount store, ShopifyDocument document, Map<String, ?> variables) {
    return api.ask(store, new Query(document, variables, Urgency.ORDER));
  }
}
