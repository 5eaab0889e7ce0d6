package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.Account;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Destination;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Subscription;
import dev.storebridge.platform.Subscriptions;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.Guards;
import dev.storebridge.shopify.AdminApi.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Webhook subscriptions of a Shopify store. Each is narrowed to the ids that we read: Shopify sends
 * no names, addresses or e-mails. The time of the change stays in, because equal bodies may be sent
 * just once. Source: Shopify docs, "Webhooks"; Admin schema 2026-10.
 */
@ApplicationScoped
public class ShopifySubscriptions implements Subscriptions {

  private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("products/create", List.of("id", "updated_at"));
    FIELDS.put("products/update", List.of("id", "updated_at"));
    FIELDS.put("products/delete", List.of("id"));
    FIELDS.put(
        "inventory_levels/update",
        List.of("inventory_item_id", "location_id", "available", "updated_at"));
    FIELDS.put("orders/cancelled", List.of("id", "updated_at"));
    FIELDS.put("fulfillments/create", List.of("id", "order_id", "updated_at"));
    FIELDS.put("fulfillments/update", List.of("id", "order_id", "updated_at"));
    FIELDS.put("refunds/create", List.of("id", "order_id"));
    FIELDS.put("app/uninstalled", List.of("id", "myshopify_domain"));
  }

  private final ShopifyApi api;

  public ShopifySubscriptions(
      ShopifyConfig config, Egress egress, Guards guards, Credentials credentials) {
    this.api = new ShopifyApi(config, egress, guards, credentials);
  }

  @Override
  public Platform platform() {
    return Platform.SHOPIFY;
  }

  @Override
  public List<String> topics() {
    return List.copyOf(FIELDS.keySet());
  }

  /** Shopify shows an app its own alone. */
  @Override
  public List<Subscription> list(Account account) {
    StoreAccount store = (StoreAccount) account;
    List<Subscription> found = new ArrayList<>();
    new PageWalk(
            store.account(),
            after ->
                ask(store, ShopifyDocument.WEBHOOKS, Collections.singletonMap("after", after))
                    .path("webhookSubscriptions"))
        .all(node -> found.add(subscription(node)));
    return List.copyOf(found);
  }

  private static Subscription subscription(JsonNode node) {
    String topic = header(node.path("topic").asText());
    Set<String> fields = new HashSet<>();
    node.path("includeFields").forEach(field -> fields.add(field.asText()));
    boolean sound =
        node.path("format").asText().equals("JSON")
            && fields.equals(Set.copyOf(FIELDS.getOrDefault(topic, List.of())));
    return new Subscription(
        ShopifyTranslator.numeric(node.path("id").asText()),
        topic,
        node.path("uri").asText(),
        sound);
  }

  /** PRODUCTS_UPDATE is products/update in deliveries; of others it does not matter. */
  private static String header(String constant) {
    return FIELDS.keySet().stream()
        .filter(topic -> constant(topic).equals(constant))
        .findFirst()
        .orElse(constant);
  }

  private static String constant(String topic) {
    return topic.replace('/', '_').toUpperCase(Locale.ROOT);
  }

  @Override
  public String create(Account account, String topic, Destination destination) {
    StoreAccount store = (StoreAccount) account;
    Map<String, Object> variables =
        Map.of("topic", constant(topic), "subscription", input(topic, destination));
    JsonNode payload =
        ask(store, ShopifyDocument.WEBHOOK_CREATE, variables).path("webhookSubscriptionCreate");
    ShopifyErrors.checkSubscription(store.account(), payload);
    return ShopifyTranslator.numeric(payload.path("webhookSubscription").path("id").asText());
  }

  @Override
  public void change(Account account, Subscription present, Destination destination) {
    StoreAccount store = (StoreAccount) account;
    Map<String, Object> variables =
        Map.of("id", gid(present), "subscription", input(present.topic(), destination));
    ShopifyErrors.checkSubscription(
        store.account(),
        ask(store, ShopifyDocument.WEBHOOK_UPDATE, variables).path("webhookSubscriptionUpdate"));
  }

  @Override
  public void remove(Account account, Subscription present) {
    StoreAccount store = (StoreAccount) account;
    // The one refusal that Shopify has here is that it is gone.
    ask(store, ShopifyDocument.WEBHOOK_DELETE, Map.of("id", gid(present)));
  }

  private static String gid(Subscription present) {
    return "gid://shopify/WebhookSubscription/" + present.id();
  }

  private static Map<String, Object> input(String topic, Destination destination) {
    return Map.of(
        "uri",
        destination.url().toString(),
        "format",
        "JSON",
        "includeFields",
        FIELDS.getOrDefault(topic, List.of()));
  }

  private JsonNode ask(StoreAccount store, ShopifyDocument document, Map<String, ?> variables) {
    return api.ask(store, new Query(document, variables, Urgency.STOCK));
  }
}
