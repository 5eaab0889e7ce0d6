package dev.storebridge.bench;

import dev.storebridge.given.WebhookSender;
import dev.storebridge.sandbox.tiktok.Pace;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Webhooks of a Shopify store, each with a signature and a delivery id of its own, taken in as fast
 * as it goes, at an even pace, and with large bodies; before it, the same requests at a server that
 * only keeps them.
 */
class IntakeBench {

  private static final int REQUESTS = Integer.getInteger("bench.webhooks", 40_000);
  private static final int RUNS = Integer.getInteger("bench.runs", 3);
  private static final String STORE = "testco-store";
  private static final int PRODUCTS = 500;
  private static final int CONNECTIONS = 64;
  private static final int SMALL = 1_500;
  private static final int LARGE = 200_000;

  private final Report report =
      new Report(
          "5-intake", "Intake of webhooks of %,d bytes, verified and durable".formatted(SMALL));

  @Test
  void takesWebhooksIn() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      try (Rig rig = Rig.start(10, Pace.none(), 1_000)) {
        double bare = bare(rig);
        rig.gauge.holdLane(STORE);
        Volley volley = new Volley(rig.port(), CONNECTIONS);
        List<Template> small = templates(SMALL);
        volley.flatOut(REQUESTS / 2, at -> small.get(at % PRODUCTS).request());
        Volley.Outcome most = volley.flatOut(REQUESTS, at -> small.get(at % PRODUCTS).request());
        report.measured("webhooks per second, as fast as it goes", "", ">= 4000", most.perSecond());
        report.measured("the same at a bare server", "", "", bare);
        report.measured("share of the bare server's", "%", ">= 40", 100 * most.perSecond() / bare);
        report.measured("not accepted", "", "0", (double) most.refused());
        Volley.Outcome even =
            volley.openLoop(500 * 20, 500, at -> small.get(at % PRODUCTS).request());
        report.measured(
            "answer at 500 per second, p50", "ms", "", even.latencies().percentile(0.5));
        report.measured(
            "answer at 500 per second, p99", "ms", "<= 20", even.latencies().percentile(0.99));
        List<Template> large = templates(LARGE);
        Volley.Outcome heavy =
            volley.openLoop(50 * 10, 50, at -> large.get(at % PRODUCTS).request());
        report.measured(
            "answer with 200 KB at 50 per second, p50",
            "ms",
            "",
            heavy.latencies().percentile(0.5));
        report.measured(
            "answer with 200 KB at 50 per second, p99",
            "ms",
            "",
            heavy.latencies().percentile(0.99));
        rig.gauge.releaseLane(STORE);
        Volley.Outcome beside = volley.flatOut(REQUESTS, at -> small.get(at % PRODUCTS).request());
        report.measured(
            "webhooks per second while the marks are worked on", "", "", beside.perSecond());
        report.measured("resident memory of the service", "MB", "", rig.memory());
      }
    }
    report.publish();
  }

  private static double bare(Rig rig) throws Exception {
    try (BareServer server = new BareServer(rig.database())) {
      Volley volley = new Volley(server.port(), CONNECTIONS);
      List<Template> small = templates(SMALL);
      volley.flatOut(REQUESTS / 2, at -> small.get(at % PRODUCTS).request());
      return volley.flatOut(REQUESTS, at -> small.get(at % PRODUCTS).request()).perSecond();
    }
  }

  /** A signed body; each request made of it has a delivery id of its own. */
  private record Template(String signature, String body) {

    byte[] request() {
      return Volley.post(
          "/webhooks/shopify",
          "X-Shopify-Topic: products/update\r\nX-Shopify-Shop-Domain: "
              + WebhookSender.SHOPIFY_DOMAIN
              + "\r\nX-Shopify-Webhook-Id: "
              + UUID.randomUUID()
              + "\r\nX-Shopify-Triggered-At: 2026-11-22T10:00:00.123456Z\r\nX-Shopify-Hmac-Sha256: "
              + signature
              + "\r\n",
          body);
    }
  }

  private static List<Template> templates(int bytes) {
    return IntStream.range(0, PRODUCTS)
        .mapToObj(
            i -> {
              String head =
                  "{\"id\":" + (9_000_000_000L + i) + ",\"title\":\"Piece\",\"body_html\":\"";
              String body = head + "x".repeat(bytes - head.length() - 2) + "\"}";
              return new Template(WebhookSender.shopifySignature(body), body);
            })
        .toList();
  }
}
