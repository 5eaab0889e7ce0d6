package dev.storebridge.shopify;

import dev.storebridge.commerce.OrderDraft.Item;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.StoreUnderTest;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.platform.Credentials.StoreAccess;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.platform.StoreOrders;
import dev.storebridge.resilience.HttpEgress;
import dev.storebridge.sandbox.shopify.Fault;
import dev.storebridge.sandbox.shopify.ShopifySandbox;
import dev.storebridge.sandbox.shopify.ShopifySettings;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The simulated Shopify store with the adapter in front of it. */
final class ShopifyUnderTest implements StoreUnderTest {

  private static final Secret TOKEN = new Secret("shpat_orders");

  private final ShopifySandbox sandbox =
      ShopifySandbox.start(ShopifySettings.demo().withTokens(TOKEN.reveal()).withoutLimits());
  private final ShopifyOrders orders =
      new ShopifyOrders(
          Quarterly.of("2026-10"),
          new HttpEgress(true),
          new OpenGuards(),
          new TokenRing(new StoreAccess.Token(TOKEN)));

  @Override
  public void close() {
    sandbox.close();
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
        Platform.SHOPIFY,
        URI.create(sandbox.storeUrl()),
        new StoreAuth.PastedToken(TOKEN, new Secret("w")),
        Limits.CHOSEN_BY_US);
  }

  @Override
  public Item item(int number) {
    StoredVariant variant = stocked().get(number);
    return new Item(Long.toString(variant.productId()), Long.toString(variant.id()));
  }

  @Override
  public int available(Item item) {
    long variant = Long.parseLong(item.variantId());
    return sandbox.shelf().available(sandbox.shelf().variant(variant).orElseThrow().itemId());
  }

  @Override
  public boolean held(String orderId) {
    return false;
  }

  @Override
  public void ship(String orderId) {
    sandbox.orders().ship(Long.parseLong(orderId), Map.of(), "Royal Mail", "RM123456785GB", null);
  }

  @Override
  public void loseTheNextAnswer() {
    sandbox.switches().arm(Fault.DONE_BUT_SERVER_ERROR, 1, "OrderCreate");
  }

  @Override
  public void failTheNextCreate() {
    sandbox.switches().arm(Fault.SERVER_ERROR, 1, "OrderCreate");
  }

  @Override
  public void loseTheNextRefund() {
    sandbox.switches().arm(Fault.DONE_BUT_SERVER_ERROR, 1, "RefundCreate");
  }

  @Override
  public void callOff(String orderId) {
    sandbox.orders().cancel(Long.parseLong(orderId), "CUSTOMER", true, true);
  }

  @Override
  public String street(String orderId) {
    return sandbox.orders().find(Long.parseLong(orderId)).orElseThrow().street();
  }

  private List<StoredVariant> stocked() {
    return sandbox.shelf().products().stream()
        .flatMap(product -> product.variants().stream())
        .filter(StoredVariant::tracked)
        .filter(variant -> sandbox.shelf().available(variant.itemId()) > 5)
        .toList();
  }
}
