package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.AftersaleCase;
import dev.storebridge.commerce.Money;
import dev.storebridge.platform.Aftersales;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Cancellations, returns and refunds at TikTok Shop. Which reasons a seller may give depends on the
 * market and on where the order stands, so they are asked for before each use. Source: TikTok docs,
 * Return and Refund API overview.
 */
@ApplicationScoped
public class TikTokAftersales implements Aftersales {

  private static final String PAGE_SIZE = "50";
  private static final String OUT_OF_STOCK = "out_of_stock";

  private final TikTokApi api;
  private final TikTokClock clock;
  private final TikTokAftersaleReader reader;
  private final Duration writeHorizon;

  TikTokAftersales(TikTokApi api, TikTokClock clock, TikTokConfig config) {
    this.writeHorizon = config.writeHorizon();
    this.api = api;
    this.clock = clock;
    this.reader = new TikTokAftersaleReader(clock);
  }

  @Override
  public Duration writeHorizon() {
    return writeHorizon;
  }

  @Override
  public List<AftersaleCase> of(ShopAccount shop, String orderId) {
    ObjectNode filter = TikTokJson.object();
    filter.putArray("order_ids").add(orderId);
    List<AftersaleCase> cases = new ArrayList<>();
    walk(shop, TikTokEndpoint.CANCELLATIONS, filter, "cancellations", "cancel_id").stream()
        .map(reader::cancellation)
        .forEach(cases::add);
    walk(shop, TikTokEndpoint.RETURNS, filter, "return_orders", "return_id").stream()
        .map(reader::returned)
        .forEach(cases::add);
    return cases;
  }

  @Override
  public void changedSince(ShopAccount shop, Instant since, Consumer<Set<String>> orderIds) {
    ObjectNode filter =
        TikTokJson.object().put("update_time_ge", clock.theirs(since).getEpochSecond());
    Set<String> found = new HashSet<>();
    walk(shop, TikTokEndpoint.CANCELLATIONS, filter, "cancellations", "cancel_id")
        .forEach(node -> found.add(TikTokJson.text(node, "order_id")));
    walk(shop, TikTokEndpoint.RETURNS, filter, "return_orders", "return_id")
        .forEach(node -> found.add(TikTokJson.text(node, "order_id")));
    if (!found.isEmpty()) {
      orderIds.accept(found);
    }
  }

  /** Oldest change first, so that what changes meanwhile moves to the end and not out of sight. */
  private List<JsonNode> walk(
      ShopAccount shop, TikTokEndpoint endpoint, ObjectNode filter, String list, String id) {
    TikTokRequest search =
        TikTokRequest.to(endpoint)
            .with("page_size", PAGE_SIZE)
            .with("sort_field", "update_time")
            .with("sort_order", "ASC")
            .json(filter);
    Pages pages = new Pages(shop.account(), list, id);
    List<JsonNode> found = new ArrayList<>();
    do {
      found.addAll(pages.fresh(api.call(shop, search.with("page_token", pages.token()))));
    } while (pages.more());
    return found;
  }

  @Override
  public void cancel(ShopAccount shop, String orderId) {
    cancelLines(shop, orderId, List.of());
  }

  @Override
  public String cancelLines(ShopAccount shop, String orderId, Collection<String> lineIds) {
    Allowed allowed = allowed(shop, orderId, "CANCEL");
    ObjectNode body = TikTokJson.object().put("order_id", orderId);
    body.put("cancel_reason", allowed.reason());
    if (!lineIds.isEmpty()) {
      ArrayNode lines = body.putArray("order_line_item_ids");
      lineIds.stream().sorted().forEach(lines::add);
    }
    JsonNode data = api.call(shop, TikTokRequest.to(TikTokEndpoint.CANCEL).json(body));
    return TikTokJson.text(data, "cancel_id");
  }

  @Override
  public void agree(ShopAccount shop, String caseId) {
    TikTokRequest request =
        TikTokRequest.to(TikTokEndpoint.AGREE_TO_CANCEL, caseId)
            .with("idempotency_key", "agree-" + caseId);
    try {
      api.call(shop, request);
    } catch (PlatformException fault) {
      if (fault.failure() != Failure.ALREADY_DONE) {
        throw fault;
      }
    }
  }

  @Override
  public String refund(
      ShopAccount shop, String orderId, Collection<String> lineIds, Money amount, String key) {
    Allowed allowed = allowed(shop, orderId, "REFUND");
    ObjectNode body = TikTokJson.object().put("order_id", orderId);
    body.put("return_type", "REFUND").put("return_reason", allowed.reason());
    body.put("refund_total", amount.text()).put("currency", amount.currency().value());
    ArrayNode lines = body.putArray("order_line_item_ids");
    lineIds.stream().sorted().forEach(lines::add);
    JsonNode data =
        api.call(
            shop,
            TikTokRequest.to(TikTokEndpoint.CREATE_RETURN).with("idempotency_key", key).json(body));
    return TikTokJson.text(data, "return_id");
  }

  /** A reason that the seller may give. */
  private record Allowed(String reason) {}

  private Allowed allowed(ShopAccount shop, String orderId, String type) {
    JsonNode data =
        api.call(
            shop,
            TikTokRequest.to(TikTokEndpoint.ELIGIBILITY, orderId)
                .with("initiate_aftersale_user", "SELLER"));
    List<JsonNode> entries =
        TikTokJson.each(data, "sku_eligibility")
            .flatMap(sku -> TikTokJson.each(sku, "line_item_eligibility"))
            .filter(entry -> TikTokJson.text(entry, "request_type").equals(type))
            .toList();
    List<String> reasons =
        entries.stream()
            .filter(entry -> entry.path("eligible").asBoolean())
            .flatMap(entry -> TikTokJson.texts(entry, "available_reason_names").stream())
            .toList();
    return reasons.stream()
        .filter(reason -> reason.contains(OUT_OF_STOCK))
        .findFirst()
        .or(() -> reasons.stream().findFirst())
        .map(Allowed::new)
        .orElseThrow(() -> refused(shop, type, entries));
  }

  private static PlatformException refused(ShopAccount shop, String type, List<JsonNode> entries) {
    String why =
        entries.stream()
            .map(entry -> TikTokJson.text(entry, "ineligible_reason"))
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(" "));
    boolean cancel = type.equals("CANCEL");
    return PlatformException.of(
        Failure.MERCHANT_FIX,
        shop.account(),
        new Explanation(
            cancel ? "cancellation-not-allowed" : "refund-not-allowed",
            cancel
                ? "The order was cancelled in the store, but TikTok Shop does not let the seller cancel it now."
                : "Money was given back in the store, but TikTok Shop does not let the seller do so now.",
            "aftersale",
            cancel
                ? "Settle it with the buyer in Seller Center."
                : "Refund the buyer in Seller Center.",
            why));
  }
}
