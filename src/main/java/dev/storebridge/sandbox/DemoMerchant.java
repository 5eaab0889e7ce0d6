package dev.storebridge.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Does what a merchant does, through the service's public API and the platforms' consent pages:
 * connects the demo shops and imports the demo catalogues. Then says where to look.
 */
final class DemoMerchant {

  /**
   * A connection of a demo tenant.
   *
   * @param shop the TikTok shop's id
   */
  record Connection(String id, String shop) {}

  static final Connection HOMEWARES = new Connection("demo-uk", "7495000000000000001");
  static final Connection GARDEN = new Connection("demo-woo-uk", "7495000000000000002");

  private static final Logger LOG = Logger.getLogger("dev.storebridge.demo");
  private static final String TOKEN = "dev-operator";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String page;

  private DemoMerchant(String page) {
    this.page = page;
  }

  /** Starts in the background and waits for the service by itself. */
  static void goShopping(String page) {
    Thread.ofVirtual().name("demo-merchant").start(new DemoMerchant(page)::shop);
  }

  private void shop() {
    try {
      awaitService();
      list(HOMEWARES);
      list(GARDEN);
      sayWhereToLook();
    } catch (IOException e) {
      LOG.warnf("The demo import was not started: %s", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each stands alone: what goes wrong with one does not keep the other from its import. */
  private void list(Connection connection) throws InterruptedException {
    try {
      connect(connection);
      call("POST", connection, "/import");
    } catch (IOException e) {
      LOG.warnf("%s is not imported: %s", connection.id(), e.getMessage());
    }
  }

  private void awaitService() throws InterruptedException, IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ready()) {
      if (System.nanoTime() > end) {
        throw new IOException("the service is not ready after " + PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      return browser
              .send(
                  request("/q/health/ready").GET().build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Opens the connect link and agrees on the consent page, unless the shop is connected. */
  private void connect(Connection connection) throws IOException, InterruptedException {
    if (connected(connection)) {
      return;
    }
    String link = call("POST", connection, "/connect-links").path("tiktok").asText();
    HttpResponse<String> consent =
        browser.send(
            HttpRequest.newBuilder(URI.create(link)).timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.ofString());
    URI decision = URI.create(consent.uri() + "&decision=approve&shops=" + connection.shop());
    HttpResponse<String> end =
        browser.send(
            HttpRequest.newBuilder(decision).timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (!connected(connection)) {
      throw new IOException(
          "the consent ended with " + end.statusCode() + " at " + end.uri().getPath());
    }
  }

  private boolean connected(Connection connection) throws IOException, InterruptedException {
    return call("GET", connection, "").path("shop").path("state").asText().equals("connected");
  }

  private JsonNode call(String method, Connection connection, String tail)
      throws IOException, InterruptedException {
    String path = "/api/connections/" + connection.id() + tail;
    HttpResponse<String> answer =
        browser.send(
            request(path)
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + " answers " + answer.statusCode());
    }
    return json.readTree(answer.body());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(Ports.service() + path))
        .timeout(Duration.ofSeconds(20));
  }

  private void sayWhereToLook() {
    LOG.infof(
        """

        ----------------------------------------------------------------------------
        The demo catalogues are being listed.
          Console    %s/#token=%s
          Sandbox    %s   (all sides, edits, faults)
          API        %s/q/swagger-ui
          Tenants    config/tenants/demo.yaml, demo-woo.yaml   (edit them, they are reloaded)
        ----------------------------------------------------------------------------""",
        Ports.service(), TOKEN, page, Ports.service());
  }
}
