package dev.storebridge.bench;

import dev.storebridge.given.PackagedService;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WebhookSender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Starts on an existing schema with many tenant files, and comes back after a kill. */
class StartBench {

  private static final int RUNS = Integer.getInteger("bench.runs", 3);
  private static final long ATTEMPT_APART = Duration.ofMillis(20).toNanos();
  private static final int TENANTS = Integer.getInteger("bench.tenants", 1_000);

  private final Report report =
      new Report("8-start", "Start with %,d tenant files on an existing schema".formatted(TENANTS));

  private final TestDatabase database = new TestDatabase();
  private final SandboxPlatforms platforms = new SandboxPlatforms();

  @Test
  void startsAndComesBack() throws IOException {
    Map<String, String> settings = new HashMap<>(platforms.start());
    settings.putAll(database.start());
    settings.put("storebridge.encryption-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    int port = Integer.parseInt(settings.remove("quarkus.http.test-port"));
    multiply(settings);
    try {
      try (PackagedService first = PackagedService.start(port, settings)) {
        report.measured("resident memory", "MB", "", first.memory());
      }
      for (int run = 0; run < RUNS; run++) {
        long began = System.nanoTime();
        try (PackagedService service = PackagedService.start(port, settings)) {
          report.measured("to ready", "s", "<= 5", secondsSince(began));
          service.kill();
        }
        long killed = System.nanoTime();
        try (PackagedService service = PackagedService.launch(port, settings)) {
          awaitWebhook(port);
          report.measured("kill -9 to first webhook kept", "s", "<= 3", secondsSince(killed));
        }
      }
    } finally {
      platforms.stop();
      database.stop();
    }
    report.publish();
  }

  /**
   * The tenant's file under other names, again and again. Their stores do not answer, so that the
   * one webhook is of one store; what the service does about that goes on beside the start.
   */
  private static void multiply(Map<String, String> settings) throws IOException {
    Path tenants = Path.of(settings.get("storebridge.tenants"));
    Path secrets = Path.of(settings.get("storebridge.secrets"));
    String file =
        Files.readString(tenants.resolve("testco.yaml"))
            .replaceFirst("url: \\S+", "url: http://127.0.0.1:9");
    for (int i = 2; i < TENANTS; i++) {
      String id = "testco" + i;
      Files.writeString(
          tenants.resolve(id + ".yaml"),
          file.replace("testco", id)
              .replace("7495000000000000001", "74950000000001" + (10_000 + i)));
      Path own = Files.createDirectories(secrets.resolve(id));
      for (String secret : new String[] {"token", "hook"}) {
        Files.copy(secrets.resolve("testco").resolve(secret), own.resolve(secret));
      }
    }
  }

  private static void awaitWebhook(int port) {
    String body = "{\"id\":1}";
    for (int attempt = 0; ; attempt++) {
      byte[] webhook =
          Volley.post(
              "/webhooks/shopify",
              "X-Shopify-Topic: products/update\r\nX-Shopify-Shop-Domain: "
                  + WebhookSender.SHOPIFY_DOMAIN
                  + "\r\nX-Shopify-Webhook-Id: start-"
                  + attempt
                  + "\r\nX-Shopify-Hmac-Sha256: "
                  + WebhookSender.shopifySignature(body)
                  + "\r\n",
              body);
      if (listens(port) && new Volley(port, 1).flatOut(1, at -> webhook).accepted() == 1) {
        return;
      }
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      LockSupport.parkNanos(ATTEMPT_APART);
      return false;
    }
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
