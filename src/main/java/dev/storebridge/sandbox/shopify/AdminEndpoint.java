package dev.storebridge.sandbox.shopify;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.http.CallLog;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.http.Switches;
import dev.storebridge.sandbox.shopify.graphql.AdminApi;
import dev.storebridge.sandbox.shopify.graphql.Caller;
import dev.storebridge.sandbox.shopify.graphql.GraphRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /admin/api/{version}/graphql.json}: version, token, body, faults, then the API. */
final class AdminEndpoint {

  static final Pattern PATH = Pattern.compile("/admin/api/([^/]+)/graphql\\.json");

  private static final List<String> SUPPORTED =
      List.of("2026-01", "2026-04", "2026-07", "2026-10", "2027-01", "unstable");
  private static final Pattern VERSION = Pattern.compile("unstable|20\\d\\d-(01|04|07|10)");
  private static final String UNKNOWN_TOKEN =
      "[API] Invalid API key or access token (unrecognized login or wrong password)";

  private final AdminApi api;
  private final Tokens tokens;
  private final Switches<Fault> switches;
  private final CallLog<Call> log;
  private final Clock clock;

  AdminEndpoint(
      AdminApi api, Tokens tokens, Switches<Fault> switches, CallLog<Call> log, Clock clock) {
    this.api = api;
    this.tokens = tokens;
    this.switches = switches;
    this.log = log;
    this.clock = clock;
  }

  Reply handle(Incoming request) {
    Instant arrived = clock.instant();
    Matcher path = PATH.matcher(request.path());
    if (!path.matches() || !VERSION.matcher(path.group(1)).matches()) {
      return noted(arrived, "unknown", Reply.json(404, Map.of("errors", "Not Found")));
    }
    if (!request.method().equals("POST")) {
      return noted(arrived, "unknown", Reply.html(405, "<html>Method Not Allowed</html>"));
    }
    Optional<Tokens.Grant> grant = tokens.find(request.header("X-Shopify-Access-Token"));
    if (grant.isEmpty() || switches.strikes(Fault.TOKEN_REVOKED, "")) {
      return noted(arrived, "unauthorised", Reply.json(401, Map.of("errors", UNKNOWN_TOKEN)));
    }
    Optional<GraphRequest> body = body(request);
    if (body.isEmpty()) {
      Reply refused =
          Reply.json(
              400, Map.of("errors", Map.of("query", "Required parameter missing or invalid")));
      return noted(arrived, "unknown", refused);
    }
    return answer(body.get(), grant.get(), arrived)
        .with("X-Shopify-API-Version", version(path.group(1)))
        .with("X-Request-Id", UUID.randomUUID().toString());
  }

  /** A version that is not supported any more falls forward to the oldest that is. */
  private static String version(String wanted) {
    return SUPPORTED.contains(wanted) || wanted.compareTo("2027-01") > 0
        ? wanted
        : SUPPORTED.getFirst();
  }

  private static Optional<GraphRequest> body(Incoming request) {
    String type = request.header("Content-Type");
    if (type == null || !type.startsWith("application/json")) {
      return Optional.empty();
    }
    try {
      JsonNode json = Reply.JSON.readTree(request.body());
      if (!json.path("query").isTextual()) {
        return Optional.empty();
      }
      Map<String, Object> variables =
          Reply.JSON.convertValue(
              json.path("variables"), new TypeReference<Map<String, Object>>() {});
      String name = json.path("operationName").asText(null);
      return Optional.of(new GraphRequest(json.path("query").asText(), name, variables));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Reply answer(GraphRequest request, Tokens.Grant grant, Instant arrived) {
    String title = api.title(request);
    Optional<Reply> early = instead(title);
    if (early.isPresent()) {
      return noted(arrived, title, early.get());
    }
    Caller caller =
        new Caller(
            grant.app(),
            grant.scopes(),
            tokens.bucket(grant.app()),
            switches.strikes(Fault.REPEATED_PAGE, title),
            switches.strikes(Fault.THROTTLED, title));
    Map<String, Object> answer = api.answer(request, caller);
    Reply reply = Reply.json(200, answer);
    if (switches.strikes(Fault.DONE_BUT_SERVER_ERROR, title)) {
      return noted(arrived, title, serverError());
    }
    log.add(call(arrived, title, answer));
    Reply whole = switches.strikes(Fault.TRUNCATED_BODY, title) ? reply.cut() : reply;
    return switches.strikes(Fault.SLOW, title) ? whole.after(switches.slowness()) : whole;
  }

  private Optional<Reply> instead(String title) {
    if (switches.strikes(Fault.CONNECTION_RESET, title)) {
      return Optional.of(Reply.closed());
    }
    if (switches.strikes(Fault.SERVER_ERROR, title)) {
      return Optional.of(serverError());
    }
    if (switches.strikes(Fault.TOO_MANY_REQUESTS, title)) {
      Reply refusal = Reply.json(429, Map.of("errors", "Too many requests"));
      return Optional.of(refusal.with("Retry-After", "1"));
    }
    if (switches.strikes(Fault.HTML_PAGE, title)) {
      return Optional.of(Reply.html(200, "<!DOCTYPE html><html><body>We'll be back</body></html>"));
    }
    return Optional.empty();
  }

  private static Reply serverError() {
    return Reply.html(
        503, "<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>");
  }

  private Reply noted(Instant arrived, String title, Reply reply) {
    log.add(new Call(arrived, title, reply.status(), "http " + reply.status(), null, null));
    return reply;
  }

  private static Call call(Instant arrived, String title, Map<String, Object> answer) {
    JsonNode json = Reply.JSON.valueToTree(answer.get("errors"));
    String outcome =
        json == null || json.isEmpty()
            ? "ok"
            : json.path(0).path("extensions").path("code").asText("error");
    JsonNode cost = Reply.JSON.valueToTree(answer.get("extensions"));
    JsonNode costs = cost == null ? Reply.JSON.createObjectNode() : cost.path("cost");
    return new Call(
        arrived,
        title,
        200,
        outcome,
        number(costs.path("requestedQueryCost")),
        number(costs.path("actualQueryCost")));
  }

  private static Integer number(JsonNode node) {
    return node.isNumber() ? node.asInt() : null;
  }
}
