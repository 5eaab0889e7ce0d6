package dev.storebridge.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.tiktok.Buyers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Buyers buy, change their minds and send back, merchants send and call off, at every shop of a
 * market; the platforms tell of it badly, and answer badly now and then.
 */
public final class Trade implements AutoCloseable {

  private static final Duration MERCHANT_LOOKS = Duration.ofSeconds(2);

  /** How late a late answer comes. */
  private static final Duration LATE = Duration.ofSeconds(60);

  private final Market market;
  private final Random random;
  private final Map<String, List<String>> skus;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger bought = new AtomicInteger();
  private final AtomicInteger shipments = new AtomicInteger();
  private final AtomicInteger troubles = new AtomicInteger();
  private final Set<String> seen = new HashSet<>();
  private volatile boolean over;

  /**
   * @param skus what every shop sells, by the shop's id
   */
  public Trade(Market market, Map<String, List<String>> skus, long seed) {
    this.market = market;
    this.skus = skus;
    this.random = new Random(seed);
  }

  /** Begins; {@link #bought} tells how far it is. */
  public void begin(int orders, int perSecond) {
    threads.execute(() -> buy(orders, perSecond));
    threads.execute(
        () -> {
          while (!over) {
            workEverywhere();
            LockSupport.parkNanos(MERCHANT_LOOKS.toNanos());
          }
        });
  }

  public int bought() {
    return bought.get();
  }

  private void buy(int orders, int perSecond) {
    List<String> shops = List.copyOf(skus.keySet());
    long start = System.nanoTime();
    long apart = Duration.ofSeconds(1).toNanos() / perSecond;
    for (int number = 0; number < orders && !over; number++) {
      tellBadly();
      if (number % 100 == 50) {
        answerBadly();
      }
      String shop = shops.get(random.nextInt(shops.size()));
      List<String> offers = skus.get(shop);
      String offer = offers.get(random.nextInt(offers.size()));
      String order = buyers().buy(shop, Map.of(offer, 1 + random.nextInt(3)), Buyers.How.PAID);
      int fate = random.nextInt(100);
      long later = random.nextInt(1_500) * 1_000_000L;
      threads.execute(() -> live(shop, order, fate, later));
      bought.incrementAndGet();
      LockSupport.parkNanos(start + (number + 1) * apart - System.nanoTime());
    }
  }

  private Buyers buyers() {
    return market.tiktok().buyers();
  }

  /** One in ten is lost, one in five comes twice, some come after the next. */
  private void tellBadly() {
    int luck = random.nextInt(100);
    if (luck < 10) {
      mishap("lose");
    } else if (luck < 30) {
      mishap("duplicate");
    } else if (luck < 50) {
      mishap("reorder");
    }
  }

  private void mishap(String kind) {
    String body = "{\"fault\":\"%s\",\"times\":1}".formatted(kind);
    market.atTikTok("POST", "deliveries", body);
    if (random.nextInt(4) == 0) {
      market.stores().get(random.nextInt(market.stores().size())).deliveries(body);
    }
  }

  /** One create in a hundred is carried out and answered with a fault, or a minute late. */
  private void answerBadly() {
    Market.Store store = market.stores().get(random.nextInt(market.stores().size()));
    String operation = store.shopify() ? "OrderCreate" : "POST /orders";
    boolean late = troubles.getAndIncrement() % 2 == 1;
    store.trouble(
        "{\"fault\":\"%s\",\"times\":1,\"operation\":\"%s\",\"millis\":%d}"
            .formatted(late ? "slow" : "done_but_server_error", operation, LATE.toMillis()));
  }

  private void live(String shop, String order, int fate, long later) {
    LockSupport.parkNanos(later);
    if (fate < 8) {
      buyers().cancel(shop, order, List.of());
      return;
    }
    buyers().release(shop, order);
    if (fate < 14) {
      LockSupport.parkNanos(later);
      attempt(() -> buyers().cancel(shop, order, List.of()));
    }
  }

  /** What is refused because somebody else was faster is no matter. */
  private static void attempt(Runnable act) {
    try {
      act.run();
    } catch (IllegalArgumentException | IllegalStateException tooLate) {
      // The order went another way meanwhile, as orders do.
    }
  }

  private synchronized void workEverywhere() {
    market.stores().forEach(this::work);
  }

  /** Every third order is sent, every thirtieth called off, and the post brings what was sent. */
  private void work(Market.Store store) {
    for (JsonNode order : store.orders()) {
      String id = order.path("id").asText();
      if (order.path("cancelled").asBoolean()
          || held(order)
          || !seen.add(store.connections().getFirst() + id)) {
        continue;
      }
      int fate = random.nextInt(30);
      if (fate == 0) {
        attempt(() -> store.cancel(order));
      } else if (fate <= 10) {
        attempt(() -> store.ship(order, "RM" + "%09d".formatted(shipments.incrementAndGet())));
      }
    }
  }

  private static boolean held(JsonNode order) {
    return order.path("status").asText().equals("on-hold");
  }

  /** Merchants do what is left to do; ends the buying. */
  public void settle() {
    workEverywhere();
    over = true;
  }

  /** Buyers get what was sent; some of them send it back, and get their money. */
  public void deliver() {
    List<JsonNode> orders = new ArrayList<>();
    market.atTikTok("GET", "orders", "").path("orders").forEach(orders::add);
    for (JsonNode order : orders) {
      if (order.path("status").asText().equals("AWAITING_COLLECTION")) {
        String shop = order.path("shop_id").asText();
        String id = order.path("id").asText();
        buyers().next(shop, id);
        buyers().next(shop, id);
        if (random.nextInt(4) == 0) {
          List<String> line = List.of(order.path("line_items").path(0).path("id").asText());
          String back =
              market.tiktok().aftersales().askForRefund(shop, id, line, false, Optional.empty());
          market.tiktok().aftersales().next(shop, back);
        }
      }
    }
  }

  /** What happened so far. */
  public String words() {
    return "%d orders, %d shipments, %d bad answers"
        .formatted(bought.get(), shipments.get(), troubles.get());
  }

  /** Ends it; returns once everybody has done what they began. */
  @Override
  public void close() {
    over = true;
    threads.close();
  }
}
