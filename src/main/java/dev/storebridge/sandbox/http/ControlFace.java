package dev.storebridge.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the control faces of simulated stores have in common, under {@code /sandbox/}. */
public final class ControlFace {

  public static final String PREFIX = "/sandbox/";

  private static final int MOST = 250;

  private ControlFace() {}

  /**
   * A request to a control face.
   *
   * @param path below the prefix
   * @param what method and path, with {@code id} for numbers of products and webhooks
   * @param body an empty object where there is none
   */
  public record Order(String path, String what, Map<String, String> parameters, JsonNode body) {

    /**
     * The number in the path.
     *
     * @throws IllegalArgumentException when there is none
     */
    public long number() {
      return Long.parseLong(path.split("/", -1)[1]);
    }
  }

  /**
   * Answers; what makes no sense is 400, what nobody knows 404.
   *
   * @param pages null for what it does not know
   */
  public static Reply handle(Incoming request, Function<Order, Reply> pages) {
    Reply reply;
    try {
      reply = answer(request, pages);
    } catch (IllegalArgumentException | IOException e) {
      reply = Reply.json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
    return reply
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Allow-Headers", "Content-Type")
        .with("Access-Control-Allow-Methods", "GET, POST, DELETE");
  }

  private static Reply answer(Incoming request, Function<Order, Reply> pages) throws IOException {
    if (request.method().equals("OPTIONS")) {
      return Reply.json(200, Map.of());
    }
    String path = request.path().substring(PREFIX.length());
    String what = request.method() + " " + path.replaceFirst("(products|webhooks)/[0-9]+", "$1/id");
    Reply reply = pages.apply(new Order(path, what, request.parameters(), body(request)));
    return reply != null ? reply : Reply.json(404, Map.of("error", "There is no " + what));
  }

  private static JsonNode body(Incoming request) throws IOException {
    return request.body().length == 0
        ? Reply.JSON.createObjectNode()
        : Reply.JSON.readTree(request.body());
  }

  /** Part of a list: parameters offset and limit; members items and total. */
  public static <T> Reply page(Order order, List<T> all, Function<T, ?> view) {
    int offset = Integer.parseInt(order.parameters().getOrDefault("offset", "0"));
    int limit = Math.min(MOST, Integer.parseInt(order.parameters().getOrDefault("limit", "50")));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", all.stream().skip(offset).limit(limit).map(view).toList());
    page.put("total", all.size());
    return Reply.json(200, page);
  }

  /** The calls so far: parameter last; members counts and last. */
  public static Reply calls(Order order, CallLog<?> log) {
    Map<String, Object> calls = new LinkedHashMap<>();
    calls.put("counts", log.counts());
    calls.put("last", log.last(Integer.parseInt(order.parameters().getOrDefault("last", "100"))));
    return Reply.json(200, calls);
  }

  /** Hands a member on as text if it is there. */
  public static void text(JsonNode node, String member, Consumer<String> change) {
    if (node.hasNonNull(member)) {
      change.accept(node.get(member).asText());
    }
  }

  public static Reply done(boolean done) {
    return Reply.json(200, Map.of("done", done));
  }

  public static Reply done(Runnable deed) {
    deed.run();
    return done(true);
  }
}
