package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The state of one shop. Whoever reads or changes it holds its monitor. */
final class Shop {

  /** An event address set through the API. */
  record Webhook(TikTokApp app, String address, long createTime, long updateTime) {}

  /** What a create with an idempotency key answered. */
  record Remembered(String body, JsonNode answer) {}

  private static final int KEYS = 10_000;

  final TikTokShop facts;
  final Market market;
  final Map<String, Product> products = new LinkedHashMap<>();
  final Map<String, Product> bySku = new HashMap<>();
  final Map<String, Set<Product>> bySellerSku = new HashMap<>();
  final Map<String, String> externalIds = new HashMap<>();
  final Map<String, String> salesAttributeIds = new HashMap<>();
  final Map<String, Order> orders = new LinkedHashMap<>();

  /** Cancellations and returns. */
  final Map<String, AftersaleCase> cases = new LinkedHashMap<>();

  final Map<String, Webhook> webhooks = new TreeMap<>();
  final Deque<Product> inReview = new ArrayDeque<>();
  final Map<String, Remembered> byIdempotencyKey =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > KEYS;
        }
      };
  final RateWindow rate;
  private volatile boolean active = true;
  private LocalDate day = LocalDate.EPOCH;
  private int listedToday;

  Shop(TikTokShop facts, Pace pace) {
    this.facts = facts;
    this.market = Market.of(facts.region());
    this.rate = new RateWindow(pace);
  }

  boolean active() {
    return active;
  }

  void activate(boolean value) {
    active = value;
  }

  void add(Product product) {
    products.put(product.id, product);
    index(product);
  }

  /** Makes a product findable by its SKUs; stale entries are left and re-checked by the search. */
  void index(Product product) {
    for (Sku sku : product.skus.values()) {
      bySku.put(sku.id, product);
      if (!sku.sellerSku.isEmpty()) {
        bySellerSku.computeIfAbsent(sku.sellerSku, key -> new LinkedHashSet<>()).add(product);
      }
    }
  }

  /** Counts a new listing against the day's limit; 0 means no limit. */
  void countListing(int limit, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (!today.equals(day)) {
      day = today;
      listedToday = 0;
    }
    Refusal.when(limit > 0 && listedToday >= limit, Code.LISTING_LIMIT);
    listedToday++;
  }

  void review(Product product, Instant now, Duration delay) {
    product.reviewEnds = now.plus(delay);
    inReview.remove(product);
    inReview.addLast(product);
  }
}
