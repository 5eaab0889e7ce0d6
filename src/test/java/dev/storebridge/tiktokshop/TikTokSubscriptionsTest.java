package dev.storebridge.tiktokshop;

import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.SubscriptionsContractTest;
import dev.storebridge.platform.Account;
import dev.storebridge.platform.Subscriptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** TikTok Shop's event addresses keep every promise. */
class TikTokSubscriptionsTest extends SubscriptionsContractTest {

  private SandboxShop shop;

  @BeforeEach
  void start() {
    shop = new SandboxShop(new OpenGuards());
  }

  @AfterEach
  void stop() {
    shop.close();
  }

  @Override
  protected Subscriptions subscriptions() {
    return shop.subscriptions();
  }

  @Override
  protected Account account() {
    return SandboxShop.SHOP;
  }

  @Override
  protected List<String> expectedTopics() {
    return List.of(
        "ORDER_STATUS_CHANGE",
        "RECIPIENT_ADDRESS_UPDATE",
        "PACKAGE_UPDATE",
        "PRODUCT_STATUS_CHANGE",
        "SELLER_DEAUTHORIZATION",
        "UPCOMING_AUTHORIZATION_EXPIRATION",
        "CANCELLATION_STATUS_CHANGE",
        "RETURN_STATUS_CHANGE",
        "REVERSE_STATUS_UPDATE",
        "PRODUCT_INFORMATION_CHANGE",
        "PRODUCT_CREATION",
        "PRODUCT_CATEGORY_CHANGE",
        "INVOICE_STATUS_CHANGE",
        "PRODUCT_AUDIT_STATUS_CHANGE");
  }

  @Override
  protected void forbid(String topic) {
    shop.sandbox().control().removeScope(SandboxShop.SHOP.id(), "seller.authorization.info");
  }
}
