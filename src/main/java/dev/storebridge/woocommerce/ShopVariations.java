package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.woocommerce.ProductReader.Reading;
import dev.storebridge.woocommerce.RestApi.Ask;
import dev.storebridge.woocommerce.RestApi.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The variations of all products, read in one list from shops of version 10.3 and later when the
 * first one is needed. Older shops have no such list, and one of very many would not fit into
 * memory: there each product is asked for its own.
 */
final class ShopVariations {

  private static final String PATH = "variations";

  /** Some 40 MB. */
  private static final int MOST = 20_000;

  private final RestApi api;
  private final Reading reading;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Map<String, List<JsonNode>>> byParent;

  ShopVariations(RestApi api, Reading reading) {
    this.api = api;
    this.reading = reading;
  }

  /** Empty when the list does not hold all that the product names. */
  Optional<List<JsonNode>> of(JsonNode product) {
    return all()
        .map(all -> all.getOrDefault(Json.text(product, "id"), List.of()))
        .filter(found -> complete(product, found));
  }

  /** Read by the first who asks; the others wait for it. */
  private Optional<Map<String, List<JsonNode>>> all() {
    lock.lock();
    try {
      if (byParent == null) {
        byParent = read();
      }
      return byParent;
    } finally {
      lock.unlock();
    }
  }

  private static boolean complete(JsonNode product, List<JsonNode> found) {
    Set<String> ids = new HashSet<>();
    found.forEach(variation -> ids.add(Json.text(variation, "id")));
    return Json.entries(product, "variations").allMatch(id -> ids.contains(id.asText()));
  }

  private Optional<Map<String, List<JsonNode>>> read() {
    if (!offered()) {
      return Optional.empty();
    }
    Map<String, List<JsonNode>> found = new HashMap<>();
    Map<String, String> query = Map.of("_fields", WooCommerceTranslator.VARIATION_FIELDS);
    new PageWalk(api, reading.store(), new Ask(PATH, query, reading.urgency()))
        .all(page -> page.forEach(variation -> add(found, variation)));
    return Optional.of(found);
  }

  /** Tries the list with its smallest page, which tells how long it is. */
  private boolean offered() {
    Map<String, String> query = Map.of("_fields", "id", "per_page", "1");
    try {
      Reply reply = api.ask(reading.store(), new Ask(PATH, query, reading.urgency()));
      return reply.total().orElse(0) <= MOST;
    } catch (PlatformException e) {
      if (e.explanation().code().equals(WooCommerceErrors.NO_ROUTE)) {
        return false;
      }
      throw e;
    }
  }

  private static void add(Map<String, List<JsonNode>> found, JsonNode variation) {
    found
        .computeIfAbsent(Json.text(variation, "parent_id"), id -> new ArrayList<>())
        .add(variation);
  }
}
