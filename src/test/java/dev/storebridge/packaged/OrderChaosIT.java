package dev.storebridge.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Market;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.PackagedService;
import dev.storebridge.given.Standstill;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Orders at many shops of stores of both kinds, told badly, answered badly, while the service is
 * killed again and again: in the end every order of TikTok Shop is one order of its store, to the
 * cent, what was called off is called off at both sides or told to a person, what was sent is sent,
 * what went back went back once, and no unit is lost. {@code -Pchaos} has thousands of them.
 */
class OrderChaosIT {

  private static final int STORES = Integer.getInteger("chaos.stores", 4);
  private static final int SHOPS_EACH = Integer.getInteger("chaos.shops-each", 2);
  private static final int ORDERS = Integer.getInteger("chaos.orders", 200);
  private static final int PER_SECOND = Integer.getInteger("chaos.orders-per-second", 10);
  private static final int KILLS = Integer.getInteger("chaos.order-kills", 2);
  private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());

  private final TestDatabase database = new TestDatabase();
  private Market market;
  private Map<String, String> settings;
  private PackagedService service;

  @BeforeEach
  void start() {
    market = new Market(STORES, SHOPS_EACH);
    settings = market.settings();
    settings.putAll(database.start());
    service = PackagedService.start(market.port(), settings);
    market.open();
    calmly(Duration.ofMinutes(3), () -> assertThat(skus()).hasSize(STORES * SHOPS_EACH));
  }

  @AfterEach
  void stop() {
    service.close();
    market.close();
    database.stop();
  }

  /** What every shop has on sale, by the shop's id; shops whose listings are not all live lack. */
  private Map<String, List<String>> skus() {
    Map<String, List<String>> skus = new TreeMap<>();
    for (Market.Store store : market.stores()) {
      int products = store.products().size();
      for (String shop : store.shopIds()) {
        List<String> live = new ArrayList<>();
        for (JsonNode product :
            market.atTikTok("GET", "products?shop=" + shop, "").path("products")) {
          if (product.path("status").asText().equals("ACTIVATE")) {
            live.add(product.path("skus").path(0).path("id").asText());
          }
        }
        if (live.size() == products) {
          skus.put(shop, live);
        }
      }
    }
    return skus;
  }

  @Test
  void everyOrderIsOneOrderOfItsStoreInTheEnd() {
    Map<String, Integer> before = new HashMap<>();
    market.stores().forEach(store -> stock(store).forEach(before::put));
    try (Trade trade = new Trade(market, skus(), SEED)) {
      trade.begin(ORDERS, PER_SECOND);
      for (int blow = 1; blow <= KILLS; blow++) {
        int due = ORDERS * blow / (KILLS + 1);
        Awaitility.await()
            .atMost(Duration.ofMinutes(30))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> trade.bought() >= due);
        service.kill();
        service = PackagedService.start(market.port(), settings);
      }
      Awaitility.await()
          .atMost(Duration.ofMinutes(30))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> trade.bought() >= ORDERS);
      calmly(Duration.ofMinutes(4), () -> assertThat(unplaced()).isZero());
      trade.settle();
      trade.deliver();
      service.kill();
      service = PackagedService.start(market.port(), settings);
      System.out.println("Order chaos, seed " + SEED + ": " + trade.words());
    }
    market.stores().forEach(store -> store.trouble("{\"clear\":true}"));
    calmly(
        Duration.ofMinutes(4),
        () -> {
          List<String> faults = new ArrayList<>();
          market.stores().forEach(store -> faults.addAll(faults(store, before)));
          assertThat(faults).isEmpty();
        });
    assertThat(market.books().path("unsound").asInt()).as("%s", market.books()).isZero();
  }

  /** How many orders are neither cancelled nor in their stores, give or take. */
  private int unplaced() {
    int placed = 0;
    int wanted = 0;
    for (Market.Store store : market.stores()) {
      placed += store.orders().size();
    }
    for (JsonNode order : market.atTikTok("GET", "orders", "").path("orders")) {
      wanted += order.path("status").asText().equals("CANCELLED") ? 0 : 1;
    }
    return Math.max(0, wanted - placed);
  }

  private List<String> faults(Market.Store store, Map<String, Integer> before) {
    List<String> faults = new ArrayList<>();
    Map<String, List<JsonNode>> copies = new HashMap<>();
    for (JsonNode order : store.orders()) {
      String origin = order.path("sourceIdentifier").asText("");
      if (!origin.isEmpty() && !origin.equals("null")) {
        copies.computeIfAbsent(origin, id -> new ArrayList<>()).add(order);
      }
    }
    Set<String> told = new HashSet<>();
    store
        .connections()
        .forEach(
            connection ->
                new Merchant(market.service(), connection)
                    .problems()
                    .forEach(problem -> told.add(problem.path("ref").asText())));
    Map<String, Integer> sold = new HashMap<>();
    for (String shop : store.shopIds()) {
      JsonNode page = market.atTikTok("GET", "orders?shop=" + shop, "");
      Map<String, Integer> refunds = new HashMap<>();
      page.path("cases")
          .forEach(
              one -> {
                if (one.path("return_status").asText().endsWith("COMPLETE")) {
                  refunds.merge(one.path("order_id").asText(), 1, Integer::sum);
                }
              });
      for (JsonNode order : page.path("orders")) {
        String id = order.path("id").asText();
        OrderPair pair =
            new OrderPair(
                order,
                copies.getOrDefault(id, List.of()),
                refunds.getOrDefault(id, 0),
                told.contains(id));
        faults.addAll(pair.faults());
        pair.units().forEach((sku, units) -> sold.merge(sku, units, Integer::sum));
      }
    }
    stock(store)
        .forEach(
            (variant, units) -> {
              int left = before.get(variant) - sold.getOrDefault(sku(variant), 0);
              if (left != units) {
                faults.add("%s: %d in stock instead of %d".formatted(variant, units, left));
              }
            });
    return faults;
  }

  /** What a store has available of each variant, by the store's number and SKU. */
  private static Map<String, Integer> stock(Market.Store store) {
    Map<String, Integer> stock = new TreeMap<>();
    for (JsonNode product : store.products()) {
      JsonNode variant = product.path("variants").path(0);
      int units = 0;
      for (JsonNode place : variant.path("stock")) {
        units += place.asInt();
      }
      stock.put(store.connections().getFirst() + " " + variant.path("sku").asText(), units);
    }
    return stock;
  }

  private static String sku(String key) {
    return key.substring(key.indexOf(' ') + 1);
  }

  /** An order of TikTok Shop, and what its store has of it. */
  private record OrderPair(JsonNode order, List<JsonNode> copies, int refunds, boolean problem) {

    List<String> faults() {
      List<String> faults = new ArrayList<>();
      String id = order.path("id").asText();
      List<JsonNode> live =
          copies.stream().filter(copy -> !copy.path("cancelled").asBoolean()).toList();
      if (copies.size() > 1) {
        faults.add(id + " was placed " + copies.size() + " times");
      }
      if (cancelled()) {
        live.stream()
            .filter(copy -> !crossed(copy))
            .forEach(copy -> faults.add(id + " is cancelled and " + copy.path("id") + " is not"));
        return faults;
      }
      if (live.size() != 1) {
        faults.add(id + " " + order.path("status").asText() + " has " + live.size() + " orders");
        return faults;
      }
      JsonNode copy = live.getFirst();
      BigDecimal paid = new BigDecimal(order.at("/payment/total_amount").asText());
      if (new BigDecimal(copy.path("total").asText()).compareTo(paid) != 0) {
        faults.add(id + " comes to " + copy.path("total") + " instead of " + paid);
      }
      if (copy.path("refunds").size() != refunds) {
        faults.add(id + " has " + copy.path("refunds").size() + " refunds instead of " + refunds);
      }
      boolean sent = sent(copy);
      boolean told =
          order.path("line_items").path(0).path("tracking_number").asText("").length() > 0;
      if (sent != told) {
        faults.add(id + (sent ? " was sent, and TikTok does not know" : " was never sent"));
      }
      return faults;
    }

    /** The merchant sent it before the buyer's cancellation came: a person was told. */
    private boolean crossed(JsonNode copy) {
      return sent(copy) && problem;
    }

    private static boolean sent(JsonNode copy) {
      String status = copy.path("status").asText();
      return !copy.path("parcels").isEmpty()
          || status.equals("completed")
          || status.equals("refunded");
    }

    private boolean cancelled() {
      return order.path("status").asText().equals("CANCELLED");
    }

    /** The units that left the store's stock, by seller SKU. */
    Map<String, Integer> units() {
      Map<String, Integer> units = new HashMap<>();
      boolean left = copies.stream().anyMatch(this::crossed);
      if (!cancelled() || left) {
        order
            .path("line_items")
            .forEach(line -> units.merge(line.path("seller_sku").asText(), 1, Integer::sum));
      }
      return units;
    }
  }

  private void calmly(Duration most, org.awaitility.core.ThrowingRunnable end) {
    try {
      Awaitility.await().atMost(most).pollInterval(Duration.ofSeconds(1)).untilAsserted(end);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(e.getMessage() + "\n" + Standstill.of(service, settings), e);
    }
  }
}
