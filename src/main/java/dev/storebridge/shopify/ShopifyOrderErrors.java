package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.time.Duration;
import java.util.Locale;

/**
 * Decides what Shopify's refusals of orders mean. Source: Shopify docs, orderCreate and
 * orderCancel; for the limit of five orders a minute on development stores its developer forum.
 * Pure.
 */
final class ShopifyOrderErrors {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final String BY_HAND = "Place the order in Shopify by hand, or mend it and retry.";

  private ShopifyOrderErrors() {}

  /** Throws when an order was refused. */
  static void checkCreation(AccountId account, JsonNode payload) {
    JsonNode errors = payload.path("userErrors");
    if (errors.isEmpty()) {
      return;
    }
    String message = errors.path(0).path("message").asText();
    String code = errors.path(0).path("code").asText("");
    if (message.toLowerCase(Locale.ROOT).contains("too many attempts")) {
      throw PlatformException.of(
              Failure.SLOW_DOWN,
              account,
              new Explanation(
                  "too-many-orders",
                  "Shopify takes no more orders in this minute, as it does with development stores.",
                  "",
                  "Nothing to do: it is tried again by itself.",
                  message))
          .retryAfter(A_MINUTE);
    }
    if (message.contains("Line items is invalid")) {
      throw refused(
          account,
          "unknown-variant",
          "A variant that the order holds is gone from the Shopify store.",
          "Restore the product, or take the listing off sale and place the order by hand.",
          message);
    }
    if (code.equals("SHOP_DORMANT")) {
      throw PlatformException.of(
          Failure.PAUSE_CONNECTION,
          account,
          new Explanation(
              code,
              "The store is not active.",
              "",
              "Reactivate it in the Shopify admin.",
              message));
    }
    throw refused(
        account,
        code.isEmpty() ? "order-refused" : code,
        "Shopify does not take the order: " + message,
        BY_HAND,
        message);
  }

  /** Throws when a cancellation was refused; an order that is cancelled already is none. */
  static void checkCancellation(AccountId account, JsonNode payload) {
    JsonNode errors = payload.path("orderCancelUserErrors");
    if (errors.isEmpty()) {
      return;
    }
    String message = errors.path(0).path("message").asText();
    if (message.contains("already been canceled")) {
      return;
    }
    throw refused(
        account,
        "cancellation-refused",
        "Shopify does not cancel the order: " + message,
        "Stop the parcel, cancel its fulfilment in Shopify and retry.",
        message);
  }

  /** Throws when a refund was refused. */
  static void checkRefund(AccountId account, JsonNode payload) {
    String message = message(payload);
    if (!message.isEmpty()) {
      throw refused(
          account,
          "refund-refused",
          "TikTok Shop gave money back, and Shopify does not take the refund: " + message,
          "Write the refund into the order in Shopify by hand.",
          message);
    }
  }

  /** Throws when an address was refused. */
  static void checkReaddressing(AccountId account, JsonNode payload) {
    String message = message(payload);
    if (!message.isEmpty()) {
      throw refused(
          account,
          "address-refused",
          "The buyer corrected the address, and Shopify does not take it: " + message,
          "Correct the address of the order in Shopify by hand.",
          message);
    }
  }

  /** Throws when a fulfilment was refused. */
  static void checkFulfilment(AccountId account, JsonNode payload) {
    String message = message(payload);
    if (!message.isEmpty()) {
      throw refused(
          account,
          "fulfilment-refused",
          "TikTok Shop sent the goods, and Shopify does not take the fulfilment: " + message,
          "Fulfil the order in Shopify by hand.",
          message);
    }
  }

  private static String message(JsonNode payload) {
    return payload.path("userErrors").path(0).path("message").asText("");
  }

  static PlatformException stillCancelling(AccountId account) {
    return PlatformException.of(
        Failure.RETRY_LATER,
        account,
        Explanation.of(
            "cancellation-runs",
            "Shopify is still cancelling the order.",
            "",
            "Nothing to do: it is looked at again."));
  }

  static PlatformException tooLong(AccountId account, int most) {
    return refused(
        account,
        "order-too-long",
        "The order has more than " + most + " different lines, which is what Shopify takes.",
        "Place the order in Shopify by hand.",
        "");
  }

  private static PlatformException refused(
      AccountId account, String code, String cause, String fix, String message) {
    return PlatformException.of(
        Failure.MERCHANT_FIX, account, new Explanation(code, cause, "", fix, message));
  }
}
