package dev.storebridge.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A merchant in front of the service: connects, imports, looks, all through public addresses. */
public final class Merchant {

  public static final String TOKEN = "test-operator-token";
  public static final String STORE = "testco-store";
  public static final String CONNECTION = "testco-uk";

  /** The other tenant's token and connection, which has no shop. */
  public static final String OTHER_TOKEN = "otherco-token";

  public static final String OTHER_CONNECTION = "otherco-uk";

  /**
   * The tenant file; the arguments are the store's address, the shop's rate and the package rules.
   */
  static final String FILE =
      """
      tenant: testco
      name: Test Company
      stores:
        - id: testco-store
          platform: shopify
          url: %s
          auth: { token: "file:token", webhook-secret: "file:hook" }
      connections:
        - id: testco-uk
          store: testco-store
          shop: { id: "7495000000000000001", region: GB, limits: { requests-per-second: %d, concurrent: 16 } }
          listings:
            select: { tags: [tiktok] }
            category: { default: "601226" }
            brand: { from: none }
            package: %s
          prices: { percent: "10" }
          inventory: { locations: { "66633": "7000000000000000021", "66634": "7000000000000000022" }, buffer: 2 }
          orders: { since: "2020-01-01T00:00:00Z" }
      """;

  /** A second shop that the same store feeds, by rules of its own; goes behind the file. */
  public static final String SECOND_CONNECTION = "testco-second";

  public static final String SECOND_SHOP = "7495000000000000002";

  static final String SECOND =
      """
        - id: testco-second
          store: testco-store
          shop: { id: "7495000000000000002", region: GB, limits: { requests-per-second: 500, concurrent: 16 } }
          listings:
            select: { tags: [tiktok] }
            category: { default: "601226" }
            brand: { from: none }
            package: { default-weight: 0.5 kg, dimensions: 20x15x10 cm }
      """;

  static final String OTHER_FILE =
      """
      tenant: otherco
      name: Other Company
      api-tokens: ["sha256:77693e35d778e29aaee8f72d607dfeb4a3bc97b77dd81a9de17866a79d4e3604"]
      stores:
        - id: otherco-store
          platform: shopify
          url: %s
          auth: { token: "file:token", webhook-secret: "file:hook" }
        - id: otherco-woo
          platform: woocommerce
          url: http://127.0.0.1:9
          auth: { key: "file:token", secret: "file:hook" }
      connections:
        - id: otherco-uk
          store: otherco-store
          shop: { region: GB }
          listings:
            category: { default: "601226" }
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String service;
  private final String connection;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  public Merchant(String service) {
    this(service, CONNECTION);
  }

  /** The merchant's view on one connection. */
  public Merchant(String service, String connection) {
    this.service = service;
    this.connection = connection;
  }

  /** Goes through consent as in a browser, unless the shop is connected already. */
  public void connect() {
    connect("");
  }

  /** The same for chosen shops of one seller, their ids joined by commas. */
  public void connect(String shops) {
    if (state().equals("connected")) {
      return;
    }
    String link = post("/api/connections/" + connection + "/connect-links").path("tiktok").asText();
    HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(link)).GET());
    String chosen = shops.isEmpty() ? "" : "&shops=" + shops;
    send(HttpRequest.newBuilder(URI.create(page.uri() + chosen + "&decision=approve")).GET());
    if (!state().equals("connected")) {
      throw new IllegalStateException("not connected after consent");
    }
  }

  private String state() {
    return get("/api/connections/" + connection).path("shop").path("state").asText();
  }

  /** Starts an import and waits for its end. */
  public JsonNode importAll() {
    post("/api/connections/" + connection + "/import");
    return awaitImport();
  }

  /** Waits for the end of the import that runs. */
  public JsonNode awaitImport() {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(
            () -> get("/api/connections/" + connection + "/import"),
            progress -> progress.path("finished").asBoolean());
  }

  public List<JsonNode> listings(String filter) {
    return items("/api/connections/" + connection + "/listings?limit=200" + filter);
  }

  public List<JsonNode> problems() {
    return items("/api/connections/" + connection + "/problems?limit=200");
  }

  /** What the operator's audit finds wrong with the merchant's store, in words. */
  public List<String> unsound() {
    List<String> findings = new ArrayList<>();
    for (JsonNode store : get("/api/books").path("stores")) {
      if (store.path("store").asText().equals(STORE)) {
        store.path("findings").forEach(finding -> findings.add(finding.asText()));
      }
    }
    return findings;
  }

  public JsonNode listing(String productId) {
    return get("/api/connections/" + connection + "/listings/" + productId);
  }

  /** The orders of the shop as the service shows them. */
  public List<JsonNode> orders() {
    return items("/api/connections/" + connection + "/orders?limit=200");
  }

  public JsonNode order(String id) {
    return get("/api/connections/" + connection + "/orders/" + id);
  }

  private List<JsonNode> items(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.path("items").forEach(items::add);
      cursor = page.path("next").asText("");
      if (page.path("next").isNull()) {
        cursor = "";
      }
    } while (!cursor.isEmpty());
    return items;
  }

  public JsonNode get(String path) {
    return json(send(request(path).GET()));
  }

  public JsonNode post(String path) {
    return json(send(request(path).POST(HttpRequest.BodyPublishers.noBody())));
  }

  /** Asks another address, such as a sandbox's control page. */
  public JsonNode control(String method, String url, String body) {
    return json(
        send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service + path))
        .header("Authorization", "Bearer " + TOKEN);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          answer.uri().getPath() + " answers " + answer.statusCode() + ": " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
