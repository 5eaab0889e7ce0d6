package dev.storebridge.ingress;

import dev.storebridge.platform.Platform;
import dev.storebridge.platform.WebhookEvent.Subject;
import dev.storebridge.platform.WebhookRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * The addresses that platforms send to. Straight on the web server, without the machinery of the
 * API: the bytes are collected on its loop, everything else is done on a virtual thread.
 */
@ApplicationScoped
class WebhookAddresses {

  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final Intake intake;
  private final IntakeMetrics metrics;

  WebhookAddresses(Intake intake, IntakeMetrics metrics) {
    this.intake = intake;
    this.metrics = metrics;
  }

  void add(@Observes Router router) {
    router.post("/webhooks/tiktok").handler(at -> collect(at, Platform.TIKTOK_SHOP));
    router.post("/webhooks/shopify").handler(at -> collect(at, Platform.SHOPIFY));
    router.post("/webhooks/woocommerce/:store").handler(at -> collect(at, Platform.WOOCOMMERCE));
  }

  private void collect(RoutingContext at, Platform platform) {
    HttpServerRequest request = at.request();
    Optional<String> place = Optional.ofNullable(at.pathParam("store"));
    Buffer body = Buffer.buffer();
    request.handler(part -> take(part, body));
    request.endHandler(end -> hand(request, platform, place, body));
    request.resume();
  }

  /** What is beyond the limit is read and dropped: a client that still sends hears no answer. */
  private static void take(Buffer part, Buffer body) {
    if (body.length() <= MOST_BYTES) {
      body.appendBuffer(part);
    }
  }

  private void hand(
      HttpServerRequest request, Platform platform, Optional<String> place, Buffer body) {
    if (body.length() > MOST_BYTES) {
      metrics.received(platform, Subject.OTHER, Verdict.TOO_LARGE);
      answer(request.response(), Verdict.TOO_LARGE);
      return;
    }
    long began = System.nanoTime();
    Context loop = Vertx.currentContext();
    WebhookRequest webhook = new WebhookRequest(request::getHeader, body.getBytes());
    Thread.startVirtualThread(
        () -> {
          Verdict verdict = intake.receive(platform, place, webhook);
          metrics.answered(platform, System.nanoTime() - began);
          loop.runOnContext(back -> answer(request.response(), verdict));
        });
  }

  private static void answer(HttpServerResponse response, Verdict verdict) {
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(verdict.status()).end();
    }
  }
}
