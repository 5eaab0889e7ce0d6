package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.post.Post;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hand of a test on the simulated platform. The same is there as JSON under /sandbox. */
public final class TikTokControl {

  /** Tokens as the authorisation host would have handed them out. */
  public record Tokens(String access, String refresh) {}

  private final World world;
  private final Reviews reviews;

  TikTokControl(World world, Reviews reviews) {
    this.world = world;
    this.reviews = reviews;
  }

  /** Authorises shops for an app without the consent page. */
  public Tokens authorise(TikTokApp app, String... shopIds) {
    List<Shop> shops = Arrays.stream(shopIds).map(world.shops()::withId).toList();
    Grants.Issued issued = world.grants.authorise(app, shops);
    return new Tokens(issued.access(), issued.refresh());
  }

  /** Every access token handed out so far answers 105002 from now on. */
  public void expireAccessTokens() {
    world.grants.expireAccessTokens();
  }

  /** Every refresh token handed out so far answers 36004001 from now on. */
  public void expireRefreshTokens() {
    world.grants.expireRefreshTokens();
  }

  /** The merchant removes every app from a shop. */
  public void revoke(String shopId) {
    Shop shop = world.shops().withId(shopId);
    world.grants.revoke(grant -> grant.covers(shop));
  }

  /** Tokens of a shop lose a scope such as {@code seller.product.write}. */
  public void removeScope(String shopId, String scope) {
    Shop shop = world.shops().withId(shopId);
    world.grants.removeScope(grant -> grant.covers(shop), scope);
  }

  /** An inactive shop answers 401 with 36009043. */
  public void setActive(String shopId, boolean active) {
    world.shops().withId(shopId).activate(active);
  }

  /** Switches a fault on. */
  public void switchOn(Fault fault) {
    world.switches.on(fault);
  }

  /** Switches every fault off. */
  public void clearSwitches() {
    world.switches.clear();
  }

  /** Moves units from available to committed, as an order does. */
  public void commitStock(String shopId, String skuId, String warehouse, long units) {
    Shop shop = world.shops().withId(shopId);
    synchronized (shop) {
      Sku sku = shop.bySku.get(skuId).skus.get(skuId);
      sku.stock.get(warehouse).commit(units);
    }
  }

  /** Locks the price of a SKU, as a running promotion does. */
  public void lockPrice(String shopId, String skuId, boolean locked) {
    Shop shop = world.shops().withId(shopId);
    synchronized (shop) {
      shop.bySku.get(skuId).skus.get(skuId).priceLocked = locked;
    }
  }

  /** Puts a product into a state such as FREEZE or PLATFORM_DEACTIVATED, as the platform does. */
  public void setStatus(String shopId, String productId, String status) {
    Shop shop = world.shops().withId(shopId);
    synchronized (shop) {
      reviews.settle(shop);
      Product product = shop.products.get(productId);
      product.is(ProductStatus.valueOf(status), product.audit, world.now());
      new ProductNews(world).changed(shop, product);
    }
  }

  /** Every product of a shop in the long form of Get Product, oldest first. */
  public List<JsonNode> products(String shopId) {
    Shop shop = world.shops().withId(shopId);
    ProductView view = new ProductView(world);
    synchronized (shop) {
      reviews.settle(shop);
      return shop.products.values().stream()
          .map(product -> (JsonNode) view.full(product, product.shown()))
          .toList();
    }
  }

  /** The event addresses of a shop, by event type. */
  public Map<String, String> webhooks(String shopId) {
    Shop shop = world.shops().withId(shopId);
    Map<String, String> addresses = new TreeMap<>();
    synchronized (shop) {
      shop.webhooks.forEach((event, hook) -> addresses.put(event, hook.address()));
    }
    return addresses;
  }

  /** Sets or, with an empty one, removes the app's own address, as Partner Center does. */
  public void defaultWebhook(TikTokApp app, String address) {
    world.herald.address(app, address);
  }

  /** Sets back the address of one event type, as the platform does at times. */
  public void dropWebhook(String shopId, String event) {
    Shop shop = world.shops().withId(shopId);
    synchronized (shop) {
      shop.webhooks.remove(event);
    }
  }

  /** Tells of something in a shop, by the number of the webhook's type. */
  public void tell(String shopId, int type, ObjectNode data) {
    world.herald.tell(world.shops().withId(shopId), type, data);
  }

  /** The way that webhooks take, and what may happen to them. */
  public Post post() {
    return world.herald.post();
  }

  /** The last calls, oldest first; how many is a setting. */
  public List<Call> calls() {
    return world.log.last(call -> true);
  }

  /** The last calls of one endpoint, by its label. */
  public List<Call> calls(String endpoint) {
    return world.log.last(call -> call.endpoint().equals(endpoint));
  }

  /** How many calls each endpoint got since start or reset. */
  public Map<String, Long> callCounts() {
    return world.log.byEndpoint();
  }

  /** Forgets everything but the settings. */
  public void reset() {
    world.reset();
  }

  void close() {
    world.herald.close();
  }

  /** Shops, grants and switches at a glance. */
  public JsonNode state() {
    ObjectNode state = Json.object();
    state.put("calls", world.log.total());
    state.put("images", world.images().count());
    state.put("grants", world.grants.all().stream().filter(g -> !g.revoked()).count());
    ArrayNode shops = state.putArray("shops");
    world.shops().all().forEach(shop -> shops.add(state(shop)));
    ArrayNode switches = state.putArray("switches");
    world.switches.active().forEach(fault -> switches.add(fault.toString()));
    return state;
  }

  private ObjectNode state(Shop shop) {
    ObjectNode node = Json.object().put("id", shop.facts.id()).put("region", shop.facts.region());
    node.put("cipher", shop.facts.cipher()).put("active", shop.active());
    ObjectNode statuses = node.putObject("products");
    synchronized (shop) {
      reviews.settle(shop);
      for (Product product : shop.products.values()) {
        String status = product.status.name();
        statuses.put(status, statuses.path(status).asInt() + 1);
      }
      node.put("webhooks", shop.webhooks.size());
    }
    return node;
  }
}
