package dev.storebridge.tiktokshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Credentials.ShopAccess;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.GuardedCall;
import dev.storebridge.resilience.Guards;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes signed calls behind the guard of a shop and takes the answers out of their envelope. */
@ApplicationScoped
class TikTokApi {

  /** A page of a hundred products with three hundred SKUs each stays below it. */
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private static final byte[] NOTHING = new byte[0];

  private final TikTokConfig config;
  private final Guards guards;
  private final Egress egress;
  private final Credentials credentials;
  private final TikTokErrors errors;
  private final TikTokClock clock;

  TikTokApi(
      TikTokConfig config,
      Guards guards,
      Egress egress,
      Credentials credentials,
      TikTokErrors errors,
      TikTokClock clock) {
    this.config = config;
    this.guards = guards;
    this.egress = egress;
    this.credentials = credentials;
    this.errors = errors;
    this.clock = clock;
  }

  /** The account that calls about an app's own authorisations are guarded as. */
  static AccountId appAccount(AppKeys app) {
    return new AccountId(Platform.TIKTOK_SHOP, "app-" + app.name());
  }

  /**
   * The data of the answer. A refused token is renewed and the call repeated once; when the fresh
   * one is refused as well only consent helps.
   */
  JsonNode call(ShopAccount shop, TikTokRequest request) {
    ShopAccess access = credentials.shop(shop);
    try {
      return guarded(new Caller(shop.account(), shop.limits(), access), request);
    } catch (PlatformException refused) {
      if (refused.failure() != Failure.REFRESH_TOKEN) {
        throw refused;
      }
    }
    credentials.refused(shop.account(), access.token());
    try {
      return guarded(new Caller(shop.account(), shop.limits(), credentials.shop(shop)), request);
    } catch (PlatformException refused) {
      throw refused.failure() == Failure.REFRESH_TOKEN ? needsConsent(refused) : refused;
    }
  }

  private static PlatformException needsConsent(PlatformException refused) {
    return PlatformException.of(Failure.RE_AUTHORISE, refused.account(), refused.explanation())
        .request(refused.requestId())
        .causedBy(refused);
  }

  /** A call of an app with a token that belongs to no shop yet. */
  JsonNode call(AppKeys app, Secret token, TikTokRequest request) {
    ShopAccess access = new ShopAccess(app, token, "");
    return guarded(new Caller(appAccount(app), Limits.CHOSEN_BY_US, access), request);
  }

  private record Caller(AccountId account, Limits limits, ShopAccess access) {}

  private JsonNode guarded(Caller caller, TikTokRequest request) {
    TikTokEndpoint endpoint = request.endpoint();
    return guards.call(
        caller.account(),
        caller.limits(),
        new GuardedCall<>(
            endpoint.group().label(),
            endpoint.urgency(),
            1,
            endpoint.write(),
            endpoint.timeout(),
            () -> attempt(caller, request)));
  }

  private JsonNode attempt(Caller caller, TikTokRequest request) {
    TikTokAnswer answer = send(caller, request);
    if (errors.blamesClock(answer) && answer.date().map(clock::follow).orElse(false)) {
      answer = send(caller, request);
    }
    if (!answer.done()) {
      TikTokEndpoint endpoint = request.endpoint();
      throw errors.exception(
          new TikTokErrors.Call(caller.account(), endpoint.scope(), endpoint.write()), answer);
    }
    answer.date().ifPresent(clock::follow);
    return answer.data();
  }

  private TikTokAnswer send(Caller caller, TikTokRequest request) {
    return TikTokAnswer.of(
        egress.send(caller.account(), signed(caller.access(), request), MOST_BYTES));
  }

  private HttpRequest signed(ShopAccess access, TikTokRequest request) {
    Map<String, String> query = new LinkedHashMap<>(request.query());
    query.put("app_key", access.app().key());
    query.put("timestamp", Long.toString(clock.now().getEpochSecond()));
    if (request.endpoint().takesCipher()) {
      query.put("shop_cipher", access.cipher());
    }
    byte[] bytes = request.body().map(TikTokRequest.Body::bytes).orElse(NOTHING);
    String mediaType = request.body().map(TikTokRequest.Body::mediaType).orElse("");
    TikTokSigner.Message message =
        new TikTokSigner.Message(request.path(), query, mediaType, bytes);
    query.put("sign", TikTokSigner.sign(access.app().secret(), message));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address(config.apiUrl(), request.path(), query))
            .timeout(request.endpoint().timeout())
            .header("x-tts-access-token", access.token().reveal());
    request.body().ifPresent(body -> builder.header("content-type", body.mediaType()));
    return builder
        .method(
            request.endpoint().method(),
            request.body().isPresent()
                ? BodyPublishers.ofByteArray(bytes)
                : BodyPublishers.noBody())
        .build();
  }

  /** A URL whose query decodes to exactly these values. */
  static URI address(URI base, String path, Map<String, String> query) {
    String text =
        query.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    String host = base.toString();
    return URI.create(
        (host.endsWith("/") ? host.substring(0, host.length() - 1) : host) + path + "?" + text);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }
}
