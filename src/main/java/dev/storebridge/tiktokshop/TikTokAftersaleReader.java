package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.AftersaleCase;
import dev.storebridge.commerce.AftersaleCase.Kind;
import dev.storebridge.commerce.AftersaleCase.Line;
import dev.storebridge.commerce.AftersaleCase.State;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Understands TikTok's cancellations and returns. A cancellation holds from the moment it is agreed
 * upon; a return is done once the money went. Source: TikTok docs, Search Cancellations and Search
 * Returns.
 */
final class TikTokAftersaleReader {

  private final TikTokClock clock;

  TikTokAftersaleReader(TikTokClock clock) {
    this.clock = clock;
  }

  AftersaleCase cancellation(JsonNode node) {
    State state =
        switch (TikTokJson.text(node, "cancel_status")) {
          case "CANCELLATION_REQUEST_PENDING" -> State.ASKED;
          case "CANCELLATION_REQUEST_SUCCESS", "CANCELLATION_REQUEST_COMPLETE" -> State.DONE;
          case "CANCELLATION_REQUEST_CANCEL", "CANCELLATION_REQUEST_CANCELLED" -> State.ENDED;
          default -> State.UNKNOWN;
        };
    boolean restock = node.path("should_replenish_stock").asBoolean(true);
    return of(node, "cancel", Kind.CANCELLATION, state, restock);
  }

  AftersaleCase returned(JsonNode node) {
    Kind kind =
        switch (TikTokJson.text(node, "return_type")) {
          case "RETURN_AND_REFUND" -> Kind.RETURN;
          case "REPLACEMENT" -> Kind.REPLACEMENT;
          default -> Kind.REFUND;
        };
    return of(node, "return", kind, returnState(TikTokJson.text(node, "return_status")), false);
  }

  private static State returnState(String status) {
    return switch (status) {
      case "RETURN_OR_REFUND_REQUEST_PENDING", "REPLACEMENT_REQUEST_PENDING" -> State.ASKED;
      case "AWAITING_BUYER_SHIP",
          "BUYER_SHIPPED_ITEM",
          "REJECT_RECEIVE_PACKAGE",
          "AWAITING_BUYER_RESPONSE",
          "RETURN_OR_REFUND_REQUEST_SUCCESS" ->
          State.RUNNING;
      case "RETURN_OR_REFUND_REQUEST_COMPLETE",
          "REPLACEMENT_REQUEST_REFUND_SUCCESS",
          "REPLACEMENT_REQUEST_COMPLETE" ->
          State.DONE;
      case "REFUND_OR_RETURN_REQUEST_REJECT",
          "RETURN_OR_REFUND_REQUEST_CANCEL",
          "REPLACEMENT_REQUEST_REJECT",
          "REPLACEMENT_REQUEST_CANCEL" ->
          State.ENDED;
      default -> State.UNKNOWN;
    };
  }

  private AftersaleCase of(JsonNode node, String word, Kind kind, State state, boolean restock) {
    JsonNode amount = node.path("refund_amount");
    CurrencyCode currency = CurrencyCode.read(TikTokJson.text(amount, "currency"));
    List<Line> lines =
        TikTokJson.each(node, word + "_line_items")
            .map(
                line ->
                    new Line(
                        TikTokJson.text(line, "order_line_item_id"),
                        money(line.path("refund_amount"), "refund_subtotal", currency)))
            .toList();
    return new AftersaleCase(
        TikTokJson.text(node, word + "_id"),
        TikTokJson.text(node, "order_id"),
        kind,
        state,
        TikTokJson.text(node, "role").equals("SELLER"),
        answerBy(node),
        lines,
        money(amount, "refund_shipping_fee", currency),
        money(amount, "refund_tax", currency),
        restock);
  }

  private Optional<Instant> answerBy(JsonNode node) {
    return TikTokJson.each(node, "seller_next_action_response")
        .map(next -> next.path("deadline").asLong())
        .filter(deadline -> deadline > 0)
        .min(Comparator.naturalOrder())
        .map(seconds -> clock.ours(Instant.ofEpochSecond(seconds)));
  }

  private static Money money(JsonNode node, String field, CurrencyCode currency) {
    return new Money(TikTokJson.amount(node, field), currency).rounded();
  }
}
