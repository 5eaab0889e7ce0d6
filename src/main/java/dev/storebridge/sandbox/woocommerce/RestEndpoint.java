package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Switches;
import dev.storebridge.sandbox.woocommerce.auth.Authentication;
import dev.storebridge.sandbox.woocommerce.auth.Key;
import dev.storebridge.sandbox.woocommerce.rest.Ask;
import dev.storebridge.sandbox.woocommerce.rest.PhpQuery;
import dev.storebridge.sandbox.woocommerce.rest.RestApi;
import dev.storebridge.sandbox.woocommerce.rest.RestError;
import dev.storebridge.sandbox.woocommerce.rest.Result;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request to the API: key, permissions, body, then the route. */
final class RestEndpoint {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final String CANNOT = "woocommerce_rest_cannot_";

  /**
   * A request to a route.
   *
   * @param address what OAuth signs: WordPress' home and the request's path
   */
  record Visit(Incoming request, String route, String address, String label, Instant now) {}

  private final RestApi api;
  private final Authentication authentication;
  private final Switches<Fault> switches;
  private final boolean https;

  RestEndpoint(
      RestApi api, Authentication authentication, Switches<Fault> switches, boolean https) {
    this.api = api;
    this.authentication = authentication;
    this.switches = switches;
    this.https = https;
  }

  Result answer(Visit visit) {
    try {
      return result(visit);
    } catch (RestError error) {
      return Result.of(error);
    }
  }

  private Result result(Visit visit) {
    boolean active = !switches.strikes(Fault.PLUGIN_INACTIVE, visit.label());
    Map<String, String> query = PhpQuery.parse(visit.request().query());
    if (visit.route().equals("/")) {
      return api.root(new Ask("GET", "/", query, JSON.createObjectNode(), false), active);
    }
    if (!active) {
      throw RestError.noRoute();
    }
    Optional<Key> key = key(visit, query);
    String method = visit.request().method();
    if (key.isEmpty() && api.knows(method, visit.route())) {
      throw stranger(method, visit.route());
    }
    boolean repeats = switches.strikes(Fault.REPEATED_PAGE, visit.label());
    return api.answer(new Ask(method, visit.route(), query, body(visit.request()), repeats));
  }

  /** The key that was shown and that allows what is asked, nothing when none was. */
  private Optional<Key> key(Visit visit, Map<String, String> query) {
    boolean revoked = switches.strikes(Fault.KEY_REVOKED, visit.label());
    Authentication.Circumstances about =
        new Authentication.Circumstances(visit.address(), visit.now(), https, revoked);
    Optional<Key> key = authentication.identify(asSeen(visit), query, about);
    if (key.isPresent()) {
      boolean writes = !READS.contains(visit.request().method());
      boolean readOnly = writes && switches.strikes(Fault.KEY_READ_ONLY, visit.label());
      Authentication.permit(key.get(), visit.request().method(), readOnly);
    }
    return key;
  }

  /** Some hosts keep the Authorization header from PHP. */
  private Incoming asSeen(Visit visit) {
    Incoming sent = visit.request();
    return switches.strikes(Fault.AUTHORISATION_DROPPED, visit.label())
        ? new Incoming(
            sent.method(),
            sent.path(),
            sent.query(),
            name -> name.equals("Authorization") ? null : sent.header(name),
            sent.body())
        : sent;
  }

  /** Who shows no key that is known may do nothing. */
  private static RestError stranger(String method, String route) {
    boolean one = route.matches(".*/\\d+");
    if (READS.contains(method)) {
      String what = one ? "view this resource" : "list resources";
      return new RestError(401, CANNOT + "view", "Sorry, you cannot " + what + ".");
    }
    String action = method.equals("DELETE") ? "delete" : one ? "edit" : "create";
    return new RestError(
        401, CANNOT + action, "Sorry, you are not allowed to " + action + " resources.");
  }

  private static JsonNode body(Incoming request) {
    String type = request.header("Content-Type");
    ObjectNode none = JSON.createObjectNode();
    if (request.body().length == 0 || type == null) {
      return none;
    }
    if (type.startsWith("application/x-www-form-urlencoded")) {
      request.form().forEach(none::put);
      return none;
    }
    if (!type.startsWith("application/json")) {
      return none;
    }
    try {
      JsonNode body = JSON.readTree(request.body());
      return body.isObject() ? body : none;
    } catch (IOException e) {
      throw new RestError(400, "rest_invalid_json", "Invalid JSON body passed.");
    }
  }
}
