package dev.storebridge.given;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Both platforms as a person sees and changes them, by their control pages. */
public final class Platforms {

  private final Merchant merchant;
  private final String tiktok;
  private final String store;

  /**
   * @param store where the control pages of the simulated store begin
   */
  public Platforms(Merchant merchant, String tiktok, String store) {
    this.merchant = merchant;
    this.tiktok = tiktok;
    this.store = store;
  }

  public void heal() {
    merchant.control("DELETE", tiktok + "/sandbox/switches", "");
    merchant.control("POST", store + "/sandbox/switches", "{\"clear\":true}");
  }

  public void troubleTikTok(String fault) {
    merchant.control("POST", tiktok + "/sandbox/switches", fault);
  }

  public void troubleStore(String fault) {
    merchant.control("POST", store + "/sandbox/switches", fault);
  }

  /** Adds a sound product to the store. */
  public JsonNode add(String title, String sku) {
    String body = "{\"title\":\"%s\",\"sku\":\"%s\"}".formatted(title, sku);
    return merchant.control("POST", store + "/sandbox/products", body);
  }

  /** Adds the products with one fault each, by their titles. */
  public Map<String, JsonNode> addTroubled() {
    Map<String, JsonNode> added =
        list(merchant.control("POST", store + "/sandbox/trouble", "").path("items")).stream()
            .collect(Collectors.toMap(item -> item.path("title").asText(), item -> item));
    return added;
  }

  public void edit(JsonNode product, String edit) {
    merchant.control("POST", store + "/sandbox/products/" + id(product), edit);
  }

  /** Sets the units of a variant at a location of the store. */
  public void stock(JsonNode variant, String location, int units) {
    merchant.control(
        "POST",
        store + "/sandbox/stock",
        "{\"variantId\":\"%s\",\"locationId\":\"%s\",\"available\":%d}"
            .formatted(variant.path("id").asText(), location, units));
  }

  public List<JsonNode> storeProducts() {
    return list(merchant.control("GET", store + "/sandbox/products?limit=250", "").path("items"));
  }

  public List<JsonNode> shopProducts() {
    return list(merchant.control("GET", tiktok + "/sandbox/products", "").path("products"));
  }

  /** The one listing that the shop has of a product. */
  public JsonNode shopProduct(JsonNode product) {
    List<JsonNode> found =
        shopProducts().stream()
            .filter(there -> there.path("external_product_id").asText().equals(id(product)))
            .toList();
    assertThat(found).as("listings of %s", product.path("title")).hasSize(1);
    return found.getFirst();
  }

  /** Each product that one of several shops shows. */
  public List<JsonNode> shopProducts(String shop) {
    return list(
        merchant.control("GET", tiktok + "/sandbox/products?shop=" + shop, "").path("products"));
  }

  /** How many calls both platforms have answered. */
  public long calls() {
    long shop =
        merchant.control("GET", tiktok + "/sandbox/calls?limit=0", "").path("total").asLong();
    JsonNode counts = merchant.control("GET", store + "/sandbox/state", "").path("calls");
    long asked = 0;
    for (JsonNode count : counts) {
      asked += count.asLong();
    }
    return shop + asked;
  }

  /**
   * Waits until every product of the store is live, once, without a problem; what was deleted in
   * the store is off. Problems of orders are not of the catalogue.
   */
  public void awaitAllLiveOnce() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              assertThat(merchant.problems())
                  .allMatch(problem -> problem.path("kind").asText().equals("order"));
              assertThat(merchant.listings("&state=live"))
                  .extracting(listing -> listing.path("productId").asText())
                  .containsExactlyInAnyOrderElementsOf(
                      storeProducts().stream().map(Platforms::id).toList());
            });
    assertThat(shopProducts())
        .extracting(product -> product.path("external_product_id").asText())
        .doesNotHaveDuplicates()
        .containsAll(storeProducts().stream().map(Platforms::id).toList());
  }

  /** Waits for a problem and returns it. */
  public JsonNode awaitProblem(String kind, String code) {
    List<JsonNode> found = new ArrayList<>();
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              List<JsonNode> problems = merchant.problems();
              assertThat(problems).anyMatch(problem -> is(problem, kind, code));
              found.addAll(problems);
            });
    return found.stream().filter(problem -> is(problem, kind, code)).findFirst().orElseThrow();
  }

  private static boolean is(JsonNode problem, String kind, String code) {
    return problem.path("kind").asText().equals(kind) && problem.path("code").asText().equals(code);
  }

  public static String id(JsonNode product) {
    return product.path("id").asText();
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }
}
