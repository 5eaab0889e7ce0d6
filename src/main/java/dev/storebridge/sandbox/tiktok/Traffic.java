package dev.storebridge.sandbox.tiktok;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Leads a request to the part that answers it, on its way through latency, faults and the log. */
final class Traffic implements HttpFront.Receiver {

  private static final int LOGGED_BODY = 400;
  private static final Answer BAD_GATEWAY =
      Answer.html(502, "<html><h1>502 Bad Gateway</h1></html>");
  private static final Answer BROKEN = Answer.html(500, "<html><h1>500</h1></html>");
  private static final Answer HTML_PAGE = Answer.html(200, "<html><h1>Please wait</h1></html>");

  private final World world;
  private final Endpoints endpoints;
  private final Gateway gateway;
  private final TokenEndpoints tokens;
  private final ConsentPage consent;
  private final ControlPages control;

  Traffic(World world, Endpoints endpoints, Gateway gateway, ControlPages control) {
    this.world = world;
    this.endpoints = endpoints;
    this.gateway = gateway;
    this.control = control;
    this.tokens = new TokenEndpoints(world);
    this.consent = new ConsentPage(world);
  }

  @Override
  public void receive(Request request, HttpFront.Exchange exchange) {
    String path = request.path();
    if (path.startsWith("/sandbox/")) {
      exchange.answer(control.answer(request));
    } else if (path.equals(ConsentPage.PATH)) {
      exchange.answer(consent.answer(request));
    } else if (path.startsWith(Images.PATH)) {
      exchange.answer(world.images().serve(path));
    } else {
      call(request, exchange);
    }
  }

  private void call(Request request, HttpFront.Exchange exchange) {
    boolean token =
        request.path().equals(TokenEndpoints.GET) || request.path().equals(TokenEndpoints.REFRESH);
    String label =
        token
            ? request.method() + " " + request.path()
            : endpoints.label(request.method(), request.path());
    String shop = shopOf(request);
    long delay = delay(label, shop);
    Runnable work = () -> finish(request, label, shop, token, exchange);
    if (delay == 0) {
      work.run();
    } else {
      exchange.after(delay, work);
    }
  }

  /** The shop a fault is meant for, known from the cipher before anything is checked. */
  private String shopOf(Request request) {
    return world
        .shops()
        .withCipher(request.query("shop_cipher"))
        .map(shop -> shop.facts.id())
        .orElse("");
  }

  private long delay(String label, String shop) {
    long latency = world.settings.latency().toMillis();
    return latency
        + world
            .switches
            .strike(FaultKind.SLOW, label, shop)
            .map(fault -> fault.delay().toMillis())
            .orElse(0L);
  }

  private void finish(
      Request request, String label, String shop, boolean token, HttpFront.Exchange exchange) {
    Optional<Answer> instead = insteadOf(label, shop);
    if (instead.isPresent()) {
      send(request, label, new Gateway.Outcome(instead.get(), shop, -1), exchange);
    } else if (strikes(FaultKind.RESET_BEFORE, label, shop)) {
      reset(request, label, shop, exchange);
    } else {
      Gateway.Outcome outcome = token ? tokens.answer(request) : gateway.answer(request);
      afterwards(request, label, outcome, exchange);
    }
  }

  /** An answer given in place of carrying the request out. */
  private Optional<Answer> insteadOf(String label, String shop) {
    if (strikes(FaultKind.SERVER_ERROR, label, shop)) {
      return Optional.of(BAD_GATEWAY);
    }
    if (strikes(FaultKind.HTML_OK, label, shop)) {
      return Optional.of(HTML_PAGE);
    }
    return world.switches.strike(FaultKind.TOO_MANY_REQUESTS, label, shop).map(this::tooMany);
  }

  private Answer tooMany(Fault fault) {
    Code code = Code.TOO_MANY_REQUESTS;
    String id = Ids.request(world.clock.instant());
    Answer answer = Answer.envelope(429, code.number, code.words, null, id);
    int seconds = fault.retryAfterSeconds();
    return seconds > 0 ? answer.withHeader("Retry-After", Integer.toString(seconds)) : answer;
  }

  /** What befalls an answer after the request was carried out. */
  private void afterwards(
      Request request, String label, Gateway.Outcome outcome, HttpFront.Exchange exchange) {
    String shop = outcome.shop();
    if (strikes(FaultKind.RESET_AFTER, label, shop)) {
      reset(request, label, shop, exchange);
    } else if (strikes(FaultKind.DONE_BUT_500, label, shop)) {
      send(request, label, new Gateway.Outcome(BROKEN, shop, -1), exchange);
    } else if (strikes(FaultKind.TRUNCATED_JSON, label, shop)) {
      Answer half = outcome.answer().cutInHalf();
      send(request, label, new Gateway.Outcome(half, shop, -1), exchange);
    } else {
      send(request, label, outcome, exchange);
    }
  }

  private boolean strikes(FaultKind kind, String label, String shop) {
    return world.switches.strike(kind, label, shop).isPresent();
  }

  private void reset(Request request, String label, String shop, HttpFront.Exchange exchange) {
    log(request, label, shop, 0, -1);
    exchange.reset();
  }

  private void send(
      Request request, String label, Gateway.Outcome outcome, HttpFront.Exchange exchange) {
    log(request, label, outcome.shop(), outcome.answer().status(), outcome.code());
    exchange.answer(outcome.answer());
  }

  private void log(Request request, String label, String shop, int status, int code) {
    boolean text = request.mediaType().equals("application/json");
    int length = text ? Math.min(request.body().length, LOGGED_BODY) : 0;
    String body = new String(request.body(), 0, length, StandardCharsets.UTF_8);
    long took = System.nanoTime() - request.arrivedNanos();
    world.log.add(
        new Call(
            0,
            request.arrivedNanos(),
            request.arrivedEpochNanos(),
            label,
            request.path(),
            shop,
            status,
            code,
            took,
            body));
  }
}
