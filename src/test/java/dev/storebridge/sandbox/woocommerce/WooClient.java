package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storebridge.sandbox.woocommerce.auth.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A plain client of a sandbox that sees https, so that the tests see what goes over the wire. */
final class WooClient {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final WooCommerceSandbox sandbox;
  private final String authorisation;

  private WooClient(WooCommerceSandbox sandbox, String authorisation) {
    this.sandbox = sandbox;
    this.authorisation = authorisation;
  }

  /** With the demo's key, by Basic. */
  static WooClient of(WooCommerceSandbox sandbox) {
    return with(sandbox, WooCommerceSettings.DEMO_KEY);
  }

  static WooClient with(WooCommerceSandbox sandbox, Key key) {
    return basic(sandbox, key.consumerKey(), key.consumerSecret());
  }

  static WooClient basic(WooCommerceSandbox sandbox, String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new WooClient(sandbox, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  static WooClient stranger(WooCommerceSandbox sandbox) {
    return new WooClient(sandbox, null);
  }

  /** A client with another Authorization header. */
  static WooClient saying(WooCommerceSandbox sandbox, String authorisation) {
    return new WooClient(sandbox, authorisation);
  }

  HttpResponse<String> get(String route) {
    return send("GET", address(route), null);
  }

  JsonNode json(String route) {
    return json(get(route));
  }

  HttpResponse<String> post(String route, String body) {
    return send("POST", address(route), body);
  }

  HttpResponse<String> put(String route, String body) {
    return send("PUT", address(route), body);
  }

  HttpResponse<String> delete(String route) {
    return send("DELETE", address(route), null);
  }

  JsonNode control(String method, String path, String body) {
    return json(send(method, "http://127.0.0.1:" + sandbox.port() + "/sandbox/" + path, body));
  }

  private String address(String route) {
    return route.startsWith("/products") || route.matches("/[a-z_]+([/?].*)?")
        ? sandbox.storeUrl() + "/wp-json/wc/v3" + route
        : route;
  }

  HttpResponse<String> send(String method, String url, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (authorisation != null) {
      request.header("Authorization", authorisation);
    }
    return exchange(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static byte[] bytes(String url) {
    return exchange(
            HttpRequest.newBuilder(URI.create(url)).build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> HttpResponse<T> exchange(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return HTTP.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
