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

/** One request to the API: key, permissions, body, then the route. */
final class RestEndpoint {

  private static final ObjectMapper JSON = new ObjectMapper();

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
    Optional<Key> key =
        authentication.identify(
            visit.request(),
            query,
            new Authentication.Circumstances(
                visit.address(),
                visit.now(),
                https,
                switches.strikes(Fault.KEY_REVOKED, visit.label())));
    String method = visit.request().method();
    key.ifPresent(
        found ->
            Authentication.permit(
                found, method, switches.strikes(Fault.KEY_READ_ONLY, visit.label())));
    if (key.isEmpty() && api.knows(method, visit.route())) {
      throw stranger(method, visit.route());
    }
    boolean repeats = switches.strikes(Fault.REPEATED_PAGE, visit.label());
    return api.answer(new Ask(method, visit.route(), query, body(visit.request()), repeats));
  }

  /** Who shows no key that is known may do nothing. */
  private static RestError stranger(String method, String route) {
    String action =
        switch (method) {
          case "GET", "HEAD" -> "view";
          case "DELETE" -> "delete";
          case "POST" -> route.matches(".*/\\d+") ? "edit" : "create";
          default -> "edit";
        };
    String message =
        action.equals("view")
            ? route.matches(".*/\\d+")
                ? "Sorry, you cannot view this resource."
                : "Sorry, you cannot list resources."
            : "Sorry, you are not allowed to " + action + " resources.";
    return new RestError(401, "woocommerce_rest_cannot_" + action, message);
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
