package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.Account;
import dev.storebridge.platform.Destination;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.Subscription;
import dev.storebridge.platform.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The addresses of a shop's events, one per type and app. Types without a documented name cannot be
 * set and arrive at the app's own address; buyers' messages are left out, since nobody here reads
 * them. Source: TikTok docs, "Update Shop Webhook".
 */
@ApplicationScoped
class TikTokSubscriptions implements Subscriptions {

  private static final List<String> TOPICS =
      List.of(
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

  private final TikTokApi api;

  TikTokSubscriptions(TikTokApi api) {
    this.api = api;
  }

  @Override
  public Platform platform() {
    return Platform.TIKTOK_SHOP;
  }

  @Override
  public List<String> topics() {
    return TOPICS;
  }

  /** An app sees its own alone; a type has one address, so the type is the id. */
  @Override
  public List<Subscription> list(Account account) {
    JsonNode data = api.call((ShopAccount) account, TikTokRequest.to(TikTokEndpoint.WEBHOOKS));
    return TikTokJson.each(data, "webhooks").map(TikTokSubscriptions::subscription).toList();
  }

  private static Subscription subscription(JsonNode node) {
    String type = TikTokJson.text(node, "event_type");
    return new Subscription(type, type, TikTokJson.text(node, "address"), true);
  }

  @Override
  public String create(Account account, String topic, Destination destination) {
    set((ShopAccount) account, topic, destination);
    return topic;
  }

  @Override
  public void change(Account account, Subscription present, Destination destination) {
    set((ShopAccount) account, present.topic(), destination);
  }

  private void set(ShopAccount shop, String topic, Destination destination) {
    api.call(
        shop,
        TikTokRequest.to(TikTokEndpoint.SET_WEBHOOK)
            .json(
                TikTokJson.object()
                    .put("address", destination.url().toString())
                    .put("event_type", topic)));
  }

  @Override
  public void remove(Account account, Subscription present) {
    api.call(
        (ShopAccount) account,
        TikTokRequest.to(TikTokEndpoint.DROP_WEBHOOK)
            .json(TikTokJson.object().put("event_type", present.topic())));
  }
}
