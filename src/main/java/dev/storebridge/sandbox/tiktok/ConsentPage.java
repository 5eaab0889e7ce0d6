package dev.storebridge.sandbox.tiktok;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The page where a merchant lets an app in. {@code decision=approve} or {@code decision=refuse}
 * answers for the merchant; {@code shops} names the shops (comma-joined ids), all of the first
 * seller where it is left out.
 */
final class ConsentPage {

  static final String PATH = "/open/authorize";

  private final World world;

  ConsentPage(World world) {
    this.world = world;
  }

  Answer answer(Request request) {
    Optional<TikTokApp> app =
        world.settings.apps().stream()
            .filter(each -> each.serviceId().equals(request.query("service_id")))
            .findFirst();
    if (app.isEmpty()) {
      return Answer.html(404, "<h1>This service does not exist</h1>");
    }
    return switch (request.query("decision")) {
      case "approve" -> approve(app.get(), request);
      case "refuse" -> Answer.redirect(back(app.get(), "code=null&error=auth_denied", request));
      default -> page(app.get(), request);
    };
  }

  private Answer approve(TikTokApp app, Request request) {
    List<Shop> shops;
    try {
      shops = chosen(request.query("shops"));
    } catch (IllegalArgumentException e) {
      return Answer.html(400, "<h1>No such shop</h1>");
    }
    if (shops.stream().map(shop -> shop.facts.seller()).distinct().count() != 1) {
      return Answer.html(400, "<h1>Choose shops of one seller</h1>");
    }
    String code = world.grants.codeFor(app, shops);
    String region = shops.get(0).facts.region();
    String answer =
        "app_key=%s&code=%s&locale=en-GB&shop_region=%s".formatted(app.key(), escape(code), region);
    return Answer.redirect(back(app, answer, request));
  }

  private List<Shop> chosen(String ids) {
    if (ids.isEmpty()) {
      return world.shops().ofSeller(world.settings.shops().get(0).seller());
    }
    return Arrays.stream(ids.split(",")).map(world.shops()::withId).toList();
  }

  /** Installs that start in the app store come back without a state. */
  private static String back(TikTokApp app, String answer, Request request) {
    String state = request.query("state");
    String joint = app.redirectUrl().contains("?") ? "&" : "?";
    String tail = state.isEmpty() ? "" : "&state=" + escape(state);
    return app.redirectUrl() + joint + answer + tail;
  }

  private Answer page(TikTokApp app, Request request) {
    StringBuilder choices = new StringBuilder();
    String first = world.settings.shops().get(0).seller();
    for (Shop shop : world.shops().all()) {
      String checked = shop.facts.seller().equals(first) ? " checked" : "";
      choices.append(
          "<p><label><input type=\"checkbox\" name=\"shops\" value=\"%s\"%s> %s (%s)</label></p>"
              .formatted(shop.facts.id(), checked, plain(shop.facts.name()), shop.facts.region()));
    }
    return Answer.html(
        200,
        """
        <!doctype html><html lang="en"><title>Authorise</title><link rel="icon" href="data:,">
        <h1>Let this app manage your TikTok Shop?</h1>
        <form action="%s"><input type="hidden" name="service_id" value="%s">
        <input type="hidden" name="state" value="%s">%s
        <button name="decision" value="approve">Approve</button>
        <button name="decision" value="refuse">Refuse</button></form></html>
        """
            .formatted(PATH, plain(app.serviceId()), plain(request.query("state")), choices));
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
