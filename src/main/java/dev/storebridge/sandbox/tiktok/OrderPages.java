package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@link Buyers} as JSON over HTTP: {@code /sandbox/orders} and {@code /sandbox/order-acts}. */
final class OrderPages {

  private final World world;
  private final Buyers buyers;
  private final AftersaleActs aftersales;

  OrderPages(World world, Buyers buyers, AftersaleActs aftersales) {
    this.aftersales = aftersales;
    this.world = world;
    this.buyers = buyers;
  }

  /** Empty for a page of somebody else's. */
  Optional<Answer> answer(Request request) throws IOException {
    return switch (request.method() + " " + request.path()) {
      case "GET /sandbox/orders" -> Optional.of(Answer.json(200, list(request.query("shop"))));
      case "POST /sandbox/orders" -> Optional.of(bought(Json.parse(request.body())));
      case "POST /sandbox/order-acts" -> Optional.of(acted(Json.parse(request.body())));
      default -> Optional.empty();
    };
  }

  private ObjectNode list(String shopId) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("orders");
    ArrayNode cases = data.putArray("cases");
    for (Shop shop : world.shops().all()) {
      if (shopId.isEmpty() || shop.facts.id().equals(shopId)) {
        synchronized (shop) {
          buyers.settle(shop);
          shop.orders
              .values()
              .forEach(
                  order -> list.add(OrderView.of(order, shop).put("shop_id", shop.facts.id())));
          shop.cases.values().forEach(one -> cases.add(AftersaleView.of(one)));
        }
      }
    }
    return data;
  }

  /**
   * Body: shop, units by SKU id, how (unpaid, paid, sample; default paid), shipping (tiktok: with a
   * label of TikTok's).
   */
  private Answer bought(JsonNode body) {
    Map<String, Integer> units = new LinkedHashMap<>();
    body.path("units").properties().forEach(e -> units.put(e.getKey(), e.getValue().asInt()));
    if (units.isEmpty() || units.values().stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("units: {\"<sku id>\": <at least 1>}");
    }
    String how = body.path("how").asText("paid").toUpperCase(Locale.ROOT);
    String shop = body.path("shop").asText();
    boolean label = body.path("shipping").asText().equals("tiktok");
    String id =
        label
            ? buyers.buyWithLabel(shop, units, Buyers.How.valueOf(how))
            : buyers.buy(shop, units, Buyers.How.valueOf(how));
    return Answer.json(200, Json.object().put("order", id));
  }

  /**
   * Body: shop, order, act (pay, release, ship, next, cancel, ask-to-cancel, ask-for-refund,
   * send-back, move, hurry, next-of-case, end-case), lines (ids; none for all), amount, street,
   * minutes, case.
   */
  private Answer acted(JsonNode body) {
    String shop = body.path("shop").asText();
    String order = body.path("order").asText();
    List<String> lines = Json.stream(body.path("lines")).map(JsonNode::asText).toList();
    String made = "";
    switch (body.path("act").asText()) {
      case "pay" -> buyers.pay(shop, order);
      case "release" -> buyers.release(shop, order);
      case "ship" -> buyers.ship(shop, order, lines);
      case "next" -> buyers.next(shop, order);
      case "cancel" -> buyers.cancel(shop, order, lines);
      case "ask-to-cancel" -> aftersales.askToCancel(shop, order);
      case "ask-for-refund" ->
          made = aftersales.askForRefund(shop, order, lines, false, amount(body));
      case "send-back" -> made = aftersales.askForRefund(shop, order, lines, true, amount(body));
      case "hurry" -> buyers.hurry(shop, order, body.path("minutes").asInt(60));
      case "move" -> buyers.move(shop, order, body.path("street").asText("2 Example Street"));
      case "next-of-case" -> aftersales.next(shop, body.path("case").asText());
      case "end-case" -> aftersales.end(shop, body.path("case").asText());
      default ->
          throw new IllegalArgumentException(
              "act: pay, release, ship, next, cancel, ask-to-cancel, ask-for-refund, send-back,"
                  + " move, hurry, next-of-case or end-case");
    }
    return Answer.json(200, Json.object().put("done", true).put("case", made));
  }

  private static Optional<BigDecimal> amount(JsonNode body) {
    String text = body.path("amount").asText();
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }
}
