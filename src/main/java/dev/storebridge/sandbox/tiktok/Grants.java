package dev.storebridge.sandbox.tiktok;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Authorisation codes and tokens: who holds which, and until when. */
final class Grants {

  /** The scopes a fresh authorisation carries. */
  static final Set<String> ALL_SCOPES =
      Set.of(
          "seller.authorization.info",
          "seller.shop.info",
          "seller.product.basic",
          "seller.product.write",
          "seller.product.delete",
          "seller.logistics.info",
          "seller.order.info",
          "Write External Order References",
          "Read External Order References",
          "seller.fulfillment.basic",
          "seller.return_refund.basic",
          "seller.fulfillment.package.write",
          "seller.delivery.status.write");

  /** A token and its end; {@code until} of a replaced refresh token is the end of its grace. */
  private record Held(Grant grant, Instant until) {}

  /** A fresh pair of tokens. */
  record Issued(Grant grant, String access, Instant accessUntil, String refresh, Instant until) {}

  private final TokenLife life;
  private final Clock clock;
  private final Map<String, Held> codes = new ConcurrentHashMap<>();
  private final Map<String, Held> access = new ConcurrentHashMap<>();
  private final Map<String, Held> refresh = new ConcurrentHashMap<>();
  private final List<Grant> all = new CopyOnWriteArrayList<>();

  Grants(TokenLife life, Clock clock) {
    this.life = life;
    this.clock = clock;
  }

  /** What the consent page does when the merchant approves. */
  String codeFor(TikTokApp app, List<Shop> shops) {
    String code = "ROW_" + Ids.token(24);
    codes.put(code, new Held(new Grant(app, shops, ALL_SCOPES), clock.instant().plus(life.code())));
    return code;
  }

  Issued exchange(TikTokApp app, String code) {
    Held held = codes.get(code);
    boolean usable = held != null && held.grant().app.equals(app) && alive(held);
    if (!usable || !codes.remove(code, held)) {
      throw new Refusal(Code.AUTH_CODE_WRONG);
    }
    all.add(held.grant());
    return issue(held.grant());
  }

  Issued authorise(TikTokApp app, List<Shop> shops) {
    Grant grant = new Grant(app, shops, ALL_SCOPES);
    all.add(grant);
    return issue(grant);
  }

  Issued refresh(TikTokApp app, String token) {
    Held held = refresh.get(token);
    if (held == null || !held.grant().app.equals(app) || held.grant().revoked()) {
      throw new Refusal(Code.NO_AUTHORISATION);
    }
    Refusal.when(!alive(held), Code.REFRESH_EXPIRED);
    if (!life.rotate()) {
      return keep(held, token);
    }
    Instant graceEnd = clock.instant().plus(life.oldTokenGrace());
    Instant end = graceEnd.isBefore(held.until()) ? graceEnd : held.until();
    if (life.oldTokenGrace().isZero()) {
      refresh.remove(token);
    } else {
      refresh.put(token, new Held(held.grant(), end));
    }
    return issue(held.grant());
  }

  private Issued keep(Held held, String token) {
    Issued fresh = issueAccess(held.grant());
    return new Issued(held.grant(), fresh.access(), fresh.accessUntil(), token, held.until());
  }

  private Issued issue(Grant grant) {
    Issued fresh = issueAccess(grant);
    String token = "ROW_r" + Ids.token(40);
    Instant until = clock.instant().plus(life.refresh());
    refresh.put(token, new Held(grant, until));
    return new Issued(grant, fresh.access(), fresh.accessUntil(), token, until);
  }

  private Issued issueAccess(Grant grant) {
    String token = "ROW_a" + Ids.token(40);
    Instant until = clock.instant().plus(life.access());
    access.put(token, new Held(grant, until));
    return new Issued(grant, token, until, "", until);
  }

  /** Refuses what is unknown, revoked, expired or another app's. */
  Grant holder(TikTokApp app, String token) {
    Held held = access.get(token);
    if (held == null || held.grant().revoked() || !held.grant().app.equals(app)) {
      throw new Refusal(Code.PARAMETER, "the x-tts-access-token header is invalid");
    }
    Refusal.when(!alive(held), Code.TOKEN_EXPIRED);
    return held.grant();
  }

  private boolean alive(Held held) {
    return clock.instant().isBefore(held.until());
  }

  void expireAccessTokens() {
    access.replaceAll((token, held) -> new Held(held.grant(), Instant.EPOCH));
  }

  void expireRefreshTokens() {
    refresh.replaceAll((token, held) -> new Held(held.grant(), Instant.EPOCH));
  }

  void revoke(Predicate<Grant> which) {
    all.stream().filter(which).forEach(Grant::revoke);
  }

  void removeScope(Predicate<Grant> which, String scope) {
    all.stream().filter(which).forEach(grant -> grant.scopes.remove(scope));
  }

  List<Grant> all() {
    return all;
  }

  void clear() {
    codes.clear();
    access.clear();
    refresh.clear();
    all.clear();
  }
}
