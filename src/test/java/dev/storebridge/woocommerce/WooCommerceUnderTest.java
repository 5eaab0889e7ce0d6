package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.OrderDraft.Item;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.StoreUnderTest;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.platform.StoreOrders;
import dev.storebridge.resilience.HttpEgress;
import dev.storebridge.sandbox.woocommerce.Fault;
import dev.storebridge.sandbox.woocommerce.WooCommerceSandbox;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The simulated WooCommerce shop with the adapter in front of it; it adds its own tax to whatever
 * it may.
 */
final class WooCommerceUnderTest implements StoreUnderTest {

  private static final KeyPair KEYS =
      new KeyPair(
          new Secret(WooCommerceSettings.DEMO_KEY.consumerKey()),
          new Secret(WooCommerceSettings.DEMO_KEY.consumerSecret()));

  private final WooCommerceSandbox sandbox =
      WooCommerceSandbox.start(
          WooCommerceSettings.demo().withShop(WooCommerceSettings.demo().shop().withTax(20)));
  private final WooCommerceOrders orders =
      new WooCommerceOrders(
          new HttpEgress(true),
          new OpenGuards(),
          new TokenRing(KEYS),
          Clock.systemUTC(),
          Duration.ofSeconds(120));

  @Override
  public void close() {
    sandbox.close();
  }

  /** The shop itself. */
  WooCommerceSandbox sandbox() {
    return sandbox;
  }

  @Override
  public StoreOrders orders() {
    return orders;
  }

  @Override
  public StoreAccount store() {
    return new StoreAccount(
        "main",
        "acme",
        Platform.WOOCOMMERCE,
        URI.create(sandbox.storeUrl()),
        new StoreAuth.RestKey(KEYS.key(), KEYS.secret()),
        Limits.CHOSEN_BY_US);
  }

  @Override
  public Item item(int number) {
    dev.storebridge.sandbox.woocommerce.store.Item item = stocked().get(number);
    String product = Long.toString(item.isVariation() ? item.parent() : item.id());
    return new Item(product, Long.toString(item.id()));
  }

  @Override
  public int available(Item item) {
    return sandbox
        .shelf()
        .find(Long.parseLong(item.variantId()))
        .orElseThrow()
        .get("stock_quantity")
        .asInt();
  }

  @Override
  public boolean held(String orderId) {
    return sandbox.show(Long.parseLong(orderId)).path("status").asText().equals("on-hold");
  }

  @Override
  public void ship(String orderId) {
    ObjectNode done = new ObjectMapper().createObjectNode().put("status", "completed");
    done.putArray("meta_data")
        .addObject()
        .put("key", "_wc_shipment_tracking_items")
        .putArray("value")
        .addObject()
        .put("tracking_provider", "Royal Mail")
        .put("tracking_number", "RM123456785GB");
    sandbox.changeOrder(Long.parseLong(orderId), done);
  }

  @Override
  public void loseTheNextAnswer() {
    sandbox.switches().arm(Fault.DONE_BUT_SERVER_ERROR, 1, "POST /orders");
  }

  @Override
  public void failTheNextCreate() {
    sandbox.switches().arm(Fault.SERVER_ERROR, 1, "POST /orders");
  }

  @Override
  public void loseTheNextRefund() {
    sandbox.switches().arm(Fault.DONE_BUT_SERVER_ERROR, 1, "POST /orders/{id}/refunds");
  }

  @Override
  public void callOff(String orderId) {
    ObjectNode off = new ObjectMapper().createObjectNode().put("status", "cancelled");
    sandbox.changeOrder(Long.parseLong(orderId), off);
  }

  @Override
  public String street(String orderId) {
    return sandbox.show(Long.parseLong(orderId)).path("shipping").path("address_1").asText();
  }

  private List<dev.storebridge.sandbox.woocommerce.store.Item> stocked() {
    return Stream.concat(
            sandbox.shelf().products().stream().filter(item -> !item.isVariable()),
            sandbox.shelf().variations().stream())
        .filter(item -> item.is("manage_stock"))
        .filter(item -> item.get("stock_quantity").asInt() > 5)
        .toList();
  }
}
