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
 * connects the demo shop and imports the demo catalogue. Then says where to look.
 */
final class DemoMerchant {

  private static final Logger LOG = Logger.getLogger("dev.storebridge.demo");
  private static final String CONNECTION = "demo-uk";
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
      connect();
      call("POST", "/api/connections/" + CONNECTION + "/import");
      sayWhereToLook();
    } catch (IOException e) {
      LOG.warnf("The demo import was not started: %s", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
  private void connect() throws IOException, InterruptedException {
    JsonNode connection = call("GET", "/api/connections/" + CONNECTION);
    if (connection.path("shop").path("state").asText().equals("connected")) {
      return;
    }
    String link =
        call("POST", "/api/connections/" + CONNECTION + "/connect-links").path("tiktok").asText();
    HttpResponse<String> consent =
        browser.send(
            HttpRequest.newBuilder(URI.create(link)).timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.ofString());
    URI decision = URI.create(consent.uri() + "&decision=approve");
    HttpResponse<String> end =
        browser.send(
            HttpRequest.newBuilder(decision).timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofString());
    connection = call("GET", "/api/connections/" + CONNECTION);
    if (!connection.path("shop").path("state").asText().equals("connected")) {
      throw new IOException(
          "the consent ended with " + end.statusCode() + " at " + end.uri().getPath());
    }
  }

  private JsonNode call(String method, String path) throws IOException, InterruptedException {
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
        The demo catalogue is being listed.
          Console    %s/#token=%s
          Sandbox    %s   (both sides, edits, faults)
          API        %s/q/swagger-ui
          Tenant     config/tenants/demo.yaml   (edit it, it is reloaded)
        ----------------------------------------------------------------------------""",
        Ports.service(), TOKEN, page, Ports.service());
  }
}
