package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.catalogue.CatalogueProduct;
import dev.storebridge.sandbox.http.CallLog;
import dev.storebridge.sandbox.http.HttpFace;
import dev.storebridge.sandbox.http.Switches;
import dev.storebridge.sandbox.woocommerce.auth.Authentication;
import dev.storebridge.sandbox.woocommerce.auth.Key;
import dev.storebridge.sandbox.woocommerce.auth.Keys;
import dev.storebridge.sandbox.woocommerce.rest.Links;
import dev.storebridge.sandbox.woocommerce.rest.PhpJson;
import dev.storebridge.sandbox.woocommerce.rest.RestApi;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.OrderBook;
import dev.storebridge.sandbox.woocommerce.store.Photos;
import dev.storebridge.sandbox.woocommerce.store.SavedOrder;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import dev.storebridge.sandbox.woocommerce.webhook.Courier;
import dev.storebridge.sandbox.woocommerce.webhook.Webhooks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A running WooCommerce shop of one's own: its address, its switches and a merchant's hands on its
 * wares.
 */
public final class WooCommerceSandbox implements AutoCloseable {

  private static final Set<String> STATUSES =
      Set.of("publish", "draft", "pending", "private", "trash");

  private final WooCommerceSettings settings;
  private final Webhooks webhooks;
  private final Shelf shelf;
  private final OrderBook orders;
  private final Photos photos;
  private final Terms terms;
  private final Stocker stocker;
  private final RestApi api;
  private final Keys keys = new Keys();
  private final Switches<Fault> switches = new Switches<>(Fault.class);
  private final CallLog<Call> calls = new CallLog<>();
  private final Gate gate;
  private final HttpFace http;
  private final int port;
  private volatile String home;

  private WooCommerceSandbox(WooCommerceSettings settings) {
    this.settings = settings;
    this.home = settings.site().home();
    this.webhooks = new Webhooks(courier(settings));
    this.shelf = new Shelf(settings.clock()::instant, webhooks::happened);
    this.orders = new OrderBook(shelf, settings.clock()::instant, webhooks::happened);
    this.photos = new Photos(shelf::nextId, settings.clock()::instant);
    this.terms = new Terms(shelf);
    this.stocker = new Stocker(shelf, photos, terms, settings.shop().weightUnit());
    Links links = new Links(this::home, settings.site().prettyPermalinks());
    this.api =
        new RestApi(
            shelf,
            photos,
            settings.shop(),
            links,
            abilities(settings),
            new RestApi.Desks(webhooks, orders),
            settings.clock());
    this.gate = gate(links);
    refill();
    this.http = new HttpFace(gate::handle);
    this.port = http.listen(settings.port());
  }

  private Courier courier(WooCommerceSettings settings) {
    boolean anywhere = settings.site().privateAddresses();
    return new Courier(
        new Courier.Shop(
            this::home,
            id -> PhpJson.bytes(show(id)),
            url -> Addresses.mayBeCalled(url, false, anywhere)),
        settings.pace().webhookDelay());
  }

  private static RestApi.Abilities abilities(WooCommerceSettings settings) {
    Set<WooCommerceSettings.Quirk> quirks = settings.quirks();
    return new RestApi.Abilities(
        !quirks.contains(WooCommerceSettings.Quirk.NO_SHOP_WIDE_VARIATIONS),
        quirks.contains(WooCommerceSettings.Quirk.STOCK_AS_TEXT),
        quirks.contains(WooCommerceSettings.Quirk.STOCK_WITH_DECIMALS));
  }

  private Gate gate(Links links) {
    RestEndpoint endpoint =
        new RestEndpoint(api, new Authentication(keys), switches, settings.site().https());
    Gate.Parts parts =
        new Gate.Parts(
            new UploadEndpoint(photos),
            new KeyHandover(keys, settings.site().privateAddresses()),
            new ControlEndpoint(this));
    return new Gate(settings, links, api, endpoint, switches, calls, parts);
  }

  /** Starts a shop that is ready when this returns. */
  public static WooCommerceSandbox start(WooCommerceSettings settings) {
    return new WooCommerceSandbox(settings);
  }

  public int port() {
    return port;
  }

  /** The address to which {@code /wp-json/wc/v3} is added. */
  public String storeUrl() {
    return "http://127.0.0.1:" + port + settings.site().path();
  }

  /** WordPress' own idea of its address: links are made of it and signatures checked against it. */
  public String home() {
    return home.isEmpty() ? storeUrl() : home;
  }

  /** Changes WordPress' idea of its address, as for a shop behind a proxy. */
  public void home(String address) {
    home = address;
  }

  public WooCommerceSettings settings() {
    return settings;
  }

  /** What the shop holds. */
  public Shelf shelf() {
    return shelf;
  }

  public Switches<Fault> switches() {
    return switches;
  }

  public CallLog<Call> calls() {
    return calls;
  }

  /** Who is told of changes. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** A product, variation or order in the form of the API. */
  public JsonNode show(long id) {
    return api.thing(id);
  }

  /** The shop's orders, those in the trash too. */
  public List<SavedOrder> orders() {
    synchronized (shelf) {
      return orders.all();
    }
  }

  /** Places an order as a checkout does. */
  public JsonNode placeOrder(JsonNode order) {
    return api.place(order);
  }

  /** Changes an order as the admin pages do. */
  public JsonNode changeOrder(long id, JsonNode change) {
    return api.change(id, change);
  }

  /** Gives money of an order back as the admin pages do. */
  public JsonNode refundOrder(long id, JsonNode refund) {
    return api.refund(id, refund);
  }

  /** Puts everything back to how it was at the start: wares, keys, switches, calls. */
  public void reset() {
    switches.clear();
    calls.clear();
    home = settings.site().home();
    refill();
  }

  private void refill() {
    webhooks.clear();
    synchronized (shelf) {
      shelf.clear();
      orders.clear();
      photos.clear();
      terms.clear();
      keys.reset(settings.keys());
      gate.latency(settings.pace().latency());
      settings.catalogue().forEach(stocker::add);
    }
  }

  /** How long every answer takes from now on. */
  public void latency(Duration latency) {
    gate.latency(latency);
  }

  /** Makes a key good. */
  public void addKey(Key key) {
    keys.add(key);
  }

  /** Ends a key at once. */
  public void revokeKey(String consumerKey) {
    keys.revoke(consumerKey);
  }

  public Item addProduct(CatalogueProduct product) {
    return stocker.add(product);
  }

  /** Adds the products that are difficult in ways of WooCommerce's own. */
  public List<Item> addTrouble() {
    return TroubleItems.addTo(shelf, photos);
  }

  /** Into the trash. */
  public void trashProduct(long id) {
    synchronized (shelf) {
      shelf.trash(item(id));
    }
  }

  /** Gone for good. */
  public void removeProduct(long id) {
    synchronized (shelf) {
      shelf.remove(item(id));
    }
  }

  public void changeTitle(long id, String title) {
    edit(id, facts -> facts.put("name", title));
  }

  public void changeDescription(long id, String html) {
    edit(id, facts -> facts.put("description", html));
  }

  /** Publish, draft, pending, private or trash. */
  public void changeStatus(long id, String status) {
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException("There is no status " + status);
    }
    edit(id, facts -> facts.put("status", status));
  }

  /** Sets the price of a simple product or a variation and ends its sale. */
  public void changePrice(long id, BigDecimal price) {
    edit(id, facts -> facts.put("regular_price", price.toPlainString()).put("sale_price", ""));
  }

  /** Gives a product an attribute of its own in place of another, with the same values. */
  public void renameOption(long id, String from, String to) {
    synchronized (shelf) {
      edit(id, facts -> rename(facts, from, to));
      shelf.variationsOf(id).forEach(one -> edit(one.id(), facts -> rename(facts, from, to)));
    }
  }

  private static void rename(ObjectNode facts, String from, String to) {
    for (JsonNode attribute : facts.path("attributes")) {
      if (attribute.path("name").asText().equals(from)) {
        ((ObjectNode) attribute)
            .put("id", 0)
            .put("name", to)
            .put("slug", to.toLowerCase(Locale.ROOT));
      }
    }
  }

  public void changeSku(long id, String sku) {
    edit(id, facts -> facts.put("sku", sku));
  }

  /** Sets the units of a simple product or a variation, at its product where that keeps them. */
  public void changeStock(long id, BigDecimal units) {
    synchronized (shelf) {
      Item item = item(id);
      Item parent = shelf.product(item.parent()).orElse(item);
      boolean shared = !item.is("manage_stock") && parent.is("manage_stock");
      edit(
          shared ? parent.id() : id,
          facts -> facts.put("manage_stock", true).put("stock_quantity", units));
    }
  }

  /** Writes units past every hook and date, as importers do that know only the database. */
  public void changeStockSilently(long id, BigDecimal units) {
    synchronized (shelf) {
      Item item = item(id);
      shelf.overwrite(item, item.facts().deepCopy().put("stock_quantity", units));
    }
  }

  private void edit(long id, Consumer<ObjectNode> change) {
    synchronized (shelf) {
      Item item = item(id);
      ObjectNode facts = item.facts().deepCopy();
      change.accept(facts);
      shelf.save(item, facts);
    }
  }

  private Item item(long id) {
    return shelf
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no product " + id));
  }

  @Override
  public void close() {
    http.close();
    webhooks.close();
  }
}
