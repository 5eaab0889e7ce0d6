package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.http.CallLog;
import dev.storebridge.sandbox.http.ControlFace;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.http.Switches;
import dev.storebridge.sandbox.woocommerce.rest.Links;
import dev.storebridge.sandbox.woocommerce.rest.PhpQuery;
import dev.storebridge.sandbox.woocommerce.rest.RestApi;
import dev.storebridge.sandbox.woocommerce.rest.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Leads each request to its part of the site. The control face and pictures answer without latency
 * and know no bad days.
 */
final class Gate {

  private static final String API = "/wp-json";
  private static final String FRONT_PAGE = "GET /";
  private static final Duration AHEAD = Duration.ofMinutes(20);

  /** The parts of the site beside the API. */
  record Parts(UploadEndpoint uploads, KeyHandover handover, ControlEndpoint control) {}

  private final WooCommerceSettings.Site site;
  private final Clock clock;
  private final Links links;
  private final RestApi api;
  private final RestEndpoint endpoint;
  private final Switches<Fault> switches;
  private final BadDays badDays;
  private final CallLog<Call> calls;
  private final Parts parts;
  private volatile Duration latency = Duration.ZERO;

  Gate(
      WooCommerceSettings settings,
      Links links,
      RestApi api,
      RestEndpoint endpoint,
      Switches<Fault> switches,
      CallLog<Call> calls,
      Parts parts) {
    this.site = settings.site();
    this.clock = settings.clock();
    this.links = links;
    this.api = api;
    this.endpoint = endpoint;
    this.switches = switches;
    this.badDays = new BadDays(switches);
    this.calls = calls;
    this.parts = parts;
  }

  void latency(Duration wait) {
    latency = wait;
  }

  Reply handle(Incoming request) {
    if (request.path().startsWith(ControlFace.PREFIX)) {
      return parts.control().handle(request);
    }
    if (!request.path().startsWith(site.path() + "/")) {
      return notFound();
    }
    String path = request.path().substring(site.path().length());
    if (path.startsWith(UploadEndpoint.PREFIX)) {
      return parts.uploads().picture(path);
    }
    if (path.equals(KeyHandover.PATH)) {
      return parts.handover().handle(request);
    }
    Optional<String> route = route(path, request);
    if (route.isEmpty() && !path.equals("/")) {
      return notFound();
    }
    String label = route.map(wanted -> api.label(request.method(), wanted)).orElse(FRONT_PAGE);
    return pass(request, path, route, label);
  }

  /** The route that is asked for, nothing for a page of the shop. */
  private Optional<String> route(String path, Incoming request) {
    String asked =
        path.equals("/")
            ? PhpQuery.parse(request.query()).get("rest_route")
            : site.prettyPermalinks() && (path + "/").startsWith(API + "/")
                ? path.substring(API.length())
                : null;
    return Optional.ofNullable(asked).map(Gate::bare);
  }

  private static String bare(String route) {
    String start = route.startsWith("/") ? route : "/" + route;
    return start.length() > 1 && start.endsWith("/")
        ? start.substring(0, start.length() - 1)
        : start;
  }

  private Reply pass(Incoming request, String path, Optional<String> route, String label) {
    Instant arrived = clock.instant();
    boolean ahead = switches.strikes(Fault.WRONG_CLOCK, label);
    Instant now = ahead ? arrived.plus(AHEAD) : arrived;
    Optional<BadDays.Struck> struck = badDays.instead(label, request.path());
    if (struck.isPresent()) {
      Reply reply = struck.get().reply();
      calls.add(new Call(arrived, label, reply.status(), struck.get().fault().name()));
      return dated(reply, now).after(latency);
    }
    if (route.isEmpty()) {
      calls.add(new Call(arrived, label, 200, "ok"));
      return dated(frontPage(), now).after(latency);
    }
    Result result =
        endpoint.answer(
            new RestEndpoint.Visit(request, route.get(), links.home() + path, label, now));
    calls.add(new Call(arrived, label, result.status(), outcome(result)));
    Reply reply = withLink(result.reply());
    return badDays.after(label, dated(reply, now)).after(latency);
  }

  private static String outcome(Result result) {
    JsonNode code = result.body().path("code");
    return result.status() < 400 ? "ok" : code.asText("error");
  }

  private Reply withLink(Reply reply) {
    Reply api =
        reply
            .with("X-Robots-Tag", "noindex")
            .with("Cache-Control", "no-cache, must-revalidate, max-age=0, no-store, private");
    return reply.headers().containsKey("Link") ? api : api.with("Link", rootLink());
  }

  private Reply frontPage() {
    return Reply.html(200, "<!DOCTYPE html><html><head><title>Shop</title></head></html>")
        .with("Link", rootLink());
  }

  private String rootLink() {
    return "<" + links.root() + ">; rel=\"https://api.w.org/\"";
  }

  private static Reply dated(Reply reply, Instant now) {
    return reply.with(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC)));
  }

  private static Reply notFound() {
    return Reply.html(404, "<!DOCTYPE html><html><body>Page not found</body></html>");
  }
}
