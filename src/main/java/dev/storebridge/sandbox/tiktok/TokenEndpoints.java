package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/** The unsigned token endpoints of the authorisation host. */
final class TokenEndpoints {

  static final String GET = "/api/v2/token/get";
  static final String REFRESH = "/api/v2/token/refresh";

  private final World world;

  TokenEndpoints(World world) {
    this.world = world;
  }

  Gateway.Outcome answer(Request request) {
    String requestId = Ids.request(world.clock.instant());
    try {
      Grants.Issued issued = issue(request);
      String shop = issued.grant().shops.get(0).facts.id();
      return new Gateway.Outcome(
          Answer.envelope(200, 0, "success", describe(issued), requestId), shop, 0);
    } catch (Refusal refusal) {
      int number = refusal.code.number;
      int status = world.settings.httpStatuses().getOrDefault(number, refusal.code.status);
      return new Gateway.Outcome(
          Answer.envelope(status, number, refusal.getMessage(), null, requestId), "", number);
    }
  }

  private Grants.Issued issue(Request request) {
    Refusal.when(!request.method().equals("GET"), Code.NO_SUCH_METHOD);
    TikTokApp app =
        world
            .app(request.query("app_key"))
            .orElseThrow(() -> new Refusal(Code.PARAMETER, "app_key is invalid"));
    if (!Signature.same(app.secret(), request.query("app_secret"))) {
      throw new Refusal(Code.PARAMETER, "app_secret is invalid");
    }
    if (request.path().equals(GET)) {
      grantType(request, "authorized_code");
      return world.grants.exchange(app, required(request, "auth_code"));
    }
    grantType(request, "refresh_token");
    return world.grants.refresh(app, required(request, "refresh_token"));
  }

  private static void grantType(Request request, String literal) {
    if (!request.query("grant_type").equals(literal)) {
      throw new Refusal(Code.PARAMETER, "grant_type must be " + literal);
    }
  }

  private static String required(Request request, String name) {
    String value = request.query(name);
    if (value.isEmpty()) {
      throw new Refusal(Code.PARAMETER, "missing query parameter: " + name);
    }
    return value;
  }

  /** Both expiry fields are absolute unix seconds, in spite of their names. */
  private static ObjectNode describe(Grants.Issued issued) {
    Grant grant = issued.grant();
    ObjectNode data = Json.object();
    data.put("access_token", issued.access());
    data.put("access_token_expire_in", issued.accessUntil().getEpochSecond());
    data.put("refresh_token", issued.refresh());
    data.put("refresh_token_expire_in", issued.until().getEpochSecond());
    data.put("open_id", "open_" + Integer.toHexString(grant.seller().hashCode()));
    data.put("seller_name", grant.seller());
    data.put("seller_base_region", grant.shops.get(0).facts.region());
    data.put("user_type", 0);
    ArrayNode scopes = data.putArray("granted_scopes");
    new TreeSet<>(grant.scopes).forEach(scopes::add);
    return data;
  }
}
