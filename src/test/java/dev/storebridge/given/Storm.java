package dev.storebridge.given;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A store where stock and prices change all the time, and a platform that tells of it badly: late,
 * out of order, one in five twice, and again and again until it is taken.
 */
public final class Storm implements AutoCloseable {

  private static final long BETWEEN_CHANGES = 30_000_000L;
  private static final long BEFORE_AGAIN = 400_000_000L;
  private static final int OK = 200;

  private final Platforms platforms;
  private final WebhookSender sender;
  private final List<JsonNode> products;
  private final Random random;
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger deliveries = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean over;

  public Storm(Platforms platforms, String service, long seed) {
    this.platforms = platforms;
    this.sender = new WebhookSender(service);
    this.products = platforms.storeProducts();
    this.random = new Random(seed);
  }

  /** Begins; goes on until {@link #close}. */
  public void begin() {
    threads.execute(
        () -> {
          while (!over) {
            change(products.get(random.nextInt(products.size())));
            LockSupport.parkNanos(BETWEEN_CHANGES);
          }
        });
  }

  private void change(JsonNode product) {
    changes.incrementAndGet();
    if (random.nextInt(4) == 0) {
      platforms.edit(product, "{\"price\":\"%d.00\"}".formatted(10 + random.nextInt(90)));
      tell("products/update", "{\"id\":" + Platforms.id(product) + "}");
    } else {
      JsonNode variants = product.path("variants");
      JsonNode variant = variants.path(random.nextInt(variants.size()));
      List<String> locations = List.of("66633", "66634");
      String location = locations.get(random.nextInt(2));
      platforms.stock(variant, location, random.nextInt(60));
      tell(
          "inventory_levels/update",
          "{\"inventory_item_id\":%s,\"location_id\":%s}"
              .formatted(variant.path("itemId").asText(), location));
    }
  }

  private void tell(String topic, String body) {
    String delivery = UUID.randomUUID().toString();
    int copies = random.nextInt(5) == 0 ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      long late = random.nextInt(800) * 1_000_000L;
      threads.execute(
          () -> {
            LockSupport.parkNanos(late);
            deliver(topic, body, delivery);
          });
    }
  }

  private void deliver(String topic, String body, String delivery) {
    while (!taken(topic, body, delivery)) {
      LockSupport.parkNanos(BEFORE_AGAIN);
    }
    deliveries.incrementAndGet();
  }

  private boolean taken(String topic, String body, String delivery) {
    try {
      return sender.shopify(topic, body, delivery) == OK;
    } catch (UncheckedIOException nobodyThere) {
      return false;
    }
  }

  /** How much changed and was told so far. */
  public String words() {
    return "%d changes, %d deliveries taken".formatted(changes.get(), deliveries.get());
  }

  /** Ends it; returns once everything was told. */
  @Override
  public void close() {
    over = true;
    threads.close();
  }
}
