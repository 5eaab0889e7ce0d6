package dev.storebridge.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.CatalogueProduct;
import dev.storebridge.sandbox.http.CallLog;
import dev.storebridge.sandbox.http.HttpFace;
import dev.storebridge.sandbox.http.Switches;
import dev.storebridge.sandbox.post.Post;
import dev.storebridge.sandbox.shopify.bulk.BulkFiles;
import dev.storebridge.sandbox.shopify.bulk.BulkOperations;
import dev.storebridge.sandbox.shopify.graphql.AdminApi;
import dev.storebridge.sandbox.shopify.graphql.ShopFacts;
import dev.storebridge.sandbox.shopify.order.OrderDesk;
import dev.storebridge.sandbox.shopify.store.ProductEdit;
import dev.storebridge.sandbox.shopify.store.SearchIndex;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import dev.storebridge.sandbox.shopify.store.VariantEdit;
import dev.storebridge.sandbox.shopify.webhook.Mailroom;
import dev.storebridge.sandbox.shopify.webhook.Subscriptions;
import dev.storebridge.sandbox.shopify.webhook.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A running Shopify of one's own: its address, its switches and a merchant's hands on its wares.
 */
public final class ShopifySandbox implements AutoCloseable {

  private final ShopifySettings settings;
  private final Shelf shelf;
  private final OrderDesk orders;
  private final SearchIndex index;
  private final Switches<Fault> switches = new Switches<>(Fault.class);
  private final CallLog<Call> calls = new CallLog<>();
  private final Tokens tokens;
  private final BulkOperations bulk;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Mailroom mailroom;
  private final HttpFace http;
  private final Gate gate;
  private final int port;

  private ShopifySandbox(ShopifySettings settings) {
    this.settings = settings;
    this.shelf = new Shelf(settings.clock());
    this.index = new SearchIndex(shelf, settings.clock(), settings.pace().searchLag());
    this.tokens = new Tokens(settings);
    BulkFiles files = new BulkFiles(this::storeUrl);
    this.bulk =
        new BulkOperations(
            files,
            settings.clock(),
            settings.pace().bulkDelay(),
            () -> switches.strikes(Fault.BULK_FAILS, ""));
    ShopifySettings.Shop shop = settings.shop();
    ShopFacts facts = new ShopFacts(shop.name(), shop.domain(), shop.currency(), this::storeUrl);
    AdminApi.Hooks hooks = new AdminApi.Hooks(subscriptions, settings.apps().privateAddresses());
    this.orders = new OrderDesk(shelf);
    AdminApi.Desks desks = new AdminApi.Desks(bulk, orders);
    AdminApi api = new AdminApi(shelf, index, facts, desks, hooks, settings.clock());
    this.mailroom =
        new Mailroom(
            subscriptions,
            shelf,
            new Mailroom.Sender(shop.domain(), settings.apps().clientSecret()),
            settings.clock());
    shelf.listen(mailroom::happened);
    orders.listen(new OrderLetters(mailroom));
    bulk.use(api);
    this.gate =
        new Gate(
            new AdminEndpoint(api, tokens, switches, calls, settings.clock()),
            new FileEndpoint(shelf, files),
            new OauthEndpoint(settings, tokens),
            new ControlEndpoint(this));
    gate.latency(settings.pace().latency());
    shelf.refill(settings.catalogue());
    this.http = new HttpFace(gate::handle);
    this.port = http.listen(settings.port());
  }

  /** Starts a store that is ready when this returns. */
  public static ShopifySandbox start(ShopifySettings settings) {
    return new ShopifySandbox(settings);
  }

  public int port() {
    return port;
  }

  /** The address that stands in for {@code https://{shop}.myshopify.com}. */
  public String storeUrl() {
    return "http://127.0.0.1:" + port;
  }

  public ShopifySettings settings() {
    return settings;
  }

  /** What the store holds. */
  public Shelf shelf() {
    return shelf;
  }

  /** The store's orders. */
  public OrderDesk orders() {
    return orders;
  }

  public Switches<Fault> switches() {
    return switches;
  }

  public CallLog<Call> calls() {
    return calls;
  }

  /** Who is told of changes. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** The way that webhooks take, and what may happen to them. */
  public Post post() {
    return mailroom.post();
  }

  /** Tells of something that this store does not do by itself, such as an order. */
  public void announce(Topic topic, JsonNode body) {
    mailroom.announce(topic, body);
  }

  /** The merchant removes the app of a token: it hears of it once, then never again. */
  public void uninstall(String token) {
    String app =
        tokens
            .find(token)
            .orElseThrow(() -> new IllegalArgumentException("This token is not good"))
            .app();
    tokens.revokeAll(app);
    mailroom.farewell(app, settings.shop().name());
  }

  /** Puts everything back to how it was at the start: wares, switches, tokens, calls. */
  public void reset() {
    switches.clear();
    calls.clear();
    subscriptions.clear();
    mailroom.post().reset();
    tokens.reset();
    bulk.reset();
    orders.clear();
    gate.latency(settings.pace().latency());
    bulk.delay(settings.pace().bulkDelay());
    index.lag(settings.pace().searchLag());
    shelf.refill(settings.catalogue());
  }

  /** How long every answer takes from now on. */
  public void latency(Duration latency) {
    gate.latency(latency);
  }

  /** How long bulk operations take from now on. */
  public void bulkDelay(Duration delay) {
    bulk.delay(delay);
  }

  /** How far the search is behind the store from now on. */
  public void searchLag(Duration lag) {
    index.lag(lag);
  }

  /** Makes a token good, with these scopes, as an app of its own. */
  public void addToken(String token, Set<String> scopes) {
    tokens.add(token, "added-" + Integer.toHexString(token.hashCode()), scopes);
  }

  /** Ends a token at once. */
  public void revokeToken(String token) {
    tokens.revoke(token);
  }

  public StoredProduct addProduct(CatalogueProduct product) {
    return shelf.add(product);
  }

  public boolean removeProduct(long productId) {
    return shelf.remove(productId);
  }

  public void changeTitle(long productId, String title) {
    edit(productId, ProductEdit.title(title));
  }

  public void changeDescription(long productId, String html) {
    edit(productId, ProductEdit.description(html));
  }

  /** Active, draft, archived or unlisted, in any case. */
  public void changeStatus(long productId, String status) {
    String upper = status.toUpperCase(Locale.ROOT);
    if (!Set.of("ACTIVE", "DRAFT", "ARCHIVED", "UNLISTED").contains(upper)) {
      throw new IllegalArgumentException("There is no status " + status);
    }
    edit(productId, ProductEdit.status(upper));
  }

  public void changeTags(long productId, List<String> tags) {
    edit(productId, ProductEdit.tags(tags));
  }

  /** Gives an option of a product another name. */
  public void renameOption(long productId, String from, String to) {
    shelf.edit(productId, product -> product.withOptionRenamed(from, to, shelf.now()));
  }

  public void changePrice(long variantId, BigDecimal price) {
    edit(variant(variantId), VariantEdit.price(price));
  }

  public void changeSku(long variantId, String sku) {
    edit(variant(variantId), VariantEdit.sku(sku));
  }

  /** Sets what is available of a variant at a location; does not date the product anew. */
  public void changeStock(long variantId, long locationId, int available) {
    boolean stocked =
        shelf.setAvailable(variant(variantId).itemId(), locationId, available).isPresent();
    if (!stocked) {
      throw new IllegalArgumentException("There is no location " + locationId);
    }
  }

  @Override
  public void close() {
    http.close();
    bulk.close();
    mailroom.close();
  }

  private StoredVariant variant(long id) {
    return shelf
        .variant(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no variant " + id));
  }

  private void edit(long productId, ProductEdit edit) {
    if (shelf.edit(productId, product -> product.with(edit, shelf.now())).isEmpty()) {
      throw new IllegalArgumentException("There is no product " + productId);
    }
  }

  private void edit(StoredVariant variant, VariantEdit edit) {
    Instant now = shelf.now();
    shelf.edit(
        variant.productId(),
        product ->
            product.with(
                product.variants().stream()
                    .map(v -> v.id() == variant.id() ? v.with(edit, now) : v)
                    .toList(),
                now));
  }
}
