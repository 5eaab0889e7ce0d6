package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;

/**
 * The gateway's checks in the platform's order: path, app key, time, signature, token, cipher,
 * pace, body. The first broken rule answers.
 */
final class Gateway {

  /** An answer, and what the log wants to know of it. */
  record Outcome(Answer answer, String shop, int code) {}

  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());
  private static final long OLDEST = 300;
  private static final long AHEAD = 30;

  private final World world;
  private final Endpoints endpoints;
  private final Map<String, Handler> handlers;

  Gateway(World world, Endpoints endpoints, Map<String, Handler> handlers) {
    this.world = world;
    this.endpoints = endpoints;
    this.handlers = handlers;
  }

  Outcome answer(Request request) {
    String requestId = Ids.request(world.clock.instant());
    String[] shop = {""};
    try {
      ApiCall call = admit(request, shop);
      JsonNode data = handlers.get(call.endpoint().label()).handle(call);
      return new Outcome(Answer.envelope(200, 0, "Success", data, requestId), shop[0], 0);
    } catch (Refusal refusal) {
      return refused(refusal, requestId, shop[0]);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The sandbox failed on " + request.method() + " " + request.path(), e);
      return refused(new Refusal(Code.INTERNAL), requestId, shop[0]);
    }
  }

  private Outcome refused(Refusal refusal, String requestId, String shop) {
    int number = refusal.code.number;
    Answer answer =
        Answer.envelope(status(refusal.code), number, refusal.getMessage(), null, requestId);
    int retryAfter = world.settings.pace().retryAfterSeconds();
    if (refusal.code == Code.TOO_MANY_REQUESTS && retryAfter > 0) {
      answer = answer.withHeader("Retry-After", Integer.toString(retryAfter));
    }
    return new Outcome(answer, shop, number);
  }

  private int status(Code code) {
    return world.settings.httpStatuses().getOrDefault(code.number, code.status);
  }

  private ApiCall admit(Request request, String[] shopId) {
    Endpoints.Match match = endpoints.match(request.method(), request.path());
    Endpoint endpoint = match.endpoint();
    TikTokApp app =
        world
            .app(request.query("app_key"))
            .orElseThrow(() -> new Refusal(Code.PARAMETER, "app_key is invalid"));
    checkTime(request.query("timestamp"));
    checkSign(app, request);
    Grant grant = world.grants.holder(app, request.token());
    Refusal.when(!grant.scopes.contains(endpoint.scope()), Code.SCOPE_MISSING, endpoint.scope());
    Shop shop = shopOf(endpoint, request, grant);
    shopId[0] = shop.facts.id();
    Refusal.when(!shop.active(), Code.SHOP_INACTIVE);
    shop.rate.take(request.arrivedNanos(), world.now());
    BodyCheck.query(endpoint, request);
    ObjectNode body = endpoint.multipart() ? Json.object() : BodyCheck.json(endpoint, request);
    return new ApiCall(request, endpoint, match.parameters(), grant, shop, body);
  }

  private void checkTime(String timestamp) {
    if (!timestamp.matches("\\d{10}")) {
      throw new Refusal(Code.PARAMETER, "timestamp is missing or not unix seconds");
    }
    Instant now = world.clock.instant();
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (sent.isBefore(now.minusSeconds(OLDEST)) || sent.isAfter(now.plusSeconds(AHEAD))) {
      throw new Refusal(Code.PARAMETER, "timestamp is expired or ahead of time");
    }
  }

  private static void checkSign(TikTokApp app, Request request) {
    String given = request.query("sign");
    if (given.isEmpty()) {
      throw new Refusal(Code.PARAMETER, "sign is missing");
    }
    String expected =
        Signature.of(app.secret(), request.path(), request.query(), request.signedBody());
    Refusal.when(!Signature.same(expected, given), Code.SIGN_WRONG);
  }

  private Shop shopOf(Endpoint endpoint, Request request, Grant grant) {
    boolean sent = request.query().containsKey("shop_cipher");
    if (!endpoint.cipher()) {
      if (sent) {
        throw new Refusal(Code.PARAMETER, "unexpected identifier: shop_cipher");
      }
      return grant.shops.get(0);
    }
    Refusal.when(request.query("shop_cipher").isEmpty(), Code.CIPHER_MISSING);
    return world
        .shops()
        .withCipher(request.query("shop_cipher"))
        .filter(grant::covers)
        .orElseThrow(() -> new Refusal(Code.TOKEN_AND_CIPHER_DIFFER));
  }
}
