package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.platform.Account;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Destination;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Subscription;
import dev.storebridge.platform.Subscriptions;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.Guards;
import dev.storebridge.woocommerce.RestApi.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Webhooks of a WooCommerce shop. They cannot be narrowed, are seen by every key, and are disabled
 * by the shop after seven failures in a row. Source: WooCommerce's {@code class-wc-webhook.php}.
 */
@ApplicationScoped
public class WooCommerceSubscriptions implements Subscriptions {

  private static final String PATH = "webhooks";
  private static final List<String> TOPICS =
      List.of(
          "product.created",
          "product.updated",
          "product.deleted",
          "product.restored",
          "order.updated",
          "order.deleted");

  private final WooCommerceApi api;

  public WooCommerceSubscriptions(
      Egress egress, Guards guards, Credentials credentials, Clock clock) {
    this.api = new WooCommerceApi(egress, guards, credentials, clock);
  }

  @Override
  public Platform platform() {
    return Platform.WOOCOMMERCE;
  }

  @Override
  public List<String> topics() {
    return TOPICS;
  }

  @Override
  public List<Subscription> list(Account account) {
    List<Subscription> found = new ArrayList<>();
    new PageWalk(api, (StoreAccount) account, new Ask(PATH, Map.of(), Urgency.STOCK))
        .all(page -> page.forEach(node -> found.add(subscription(node))));
    return List.copyOf(found);
  }

  private static Subscription subscription(JsonNode node) {
    return new Subscription(
        Json.text(node, "id"),
        Json.text(node, "topic"),
        Json.text(node, "delivery_url"),
        Json.text(node, "status").equals("active"));
  }

  @Override
  public String create(Account account, String topic, Destination destination) {
    return Json.text(write((StoreAccount) account, "POST", PATH, body(topic, destination)), "id");
  }

  @Override
  public void change(Account account, Subscription present, Destination destination) {
    ObjectNode body = body(present.topic(), destination);
    write((StoreAccount) account, "PUT", PATH + "/" + present.id(), body);
  }

  @Override
  public void remove(Account account, Subscription present) {
    StoreAccount store = (StoreAccount) account;
    Ask deletion =
        new Ask(
            "DELETE",
            PATH + "/" + present.id(),
            Map.of("force", "true"),
            Optional.empty(),
            Urgency.STOCK);
    try {
      api.ask(store, deletion);
    } catch (PlatformException e) {
      if (e.failure() != Failure.REPLAN) {
        throw e;
      }
    }
  }

  private static ObjectNode body(String topic, Destination destination) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("name", "Storebridge " + topic).put("topic", topic).put("status", "active");
    body.put("delivery_url", destination.url().toString());
    destination.secret().ifPresent(secret -> body.put("secret", secret.reveal()));
    return body;
  }

  private JsonNode write(StoreAccount store, String verb, String path, ObjectNode body) {
    return api.ask(store, new Ask(verb, path, Map.of(), Optional.of(body), Urgency.STOCK)).body();
  }
}
