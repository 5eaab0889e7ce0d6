package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A small client that signs by its own code, so that the simulator is not checked by itself. */
final class ShopClient {

  /** An HTTP answer; {@code json} is missing when the body is not JSON. */
  record Reply(int status, JsonNode json, HttpResponse<byte[]> raw) {
    int code() {
      return json.path("code").asInt(-1);
    }

    JsonNode data() {
      return json.path("data");
    }

    String message() {
      return json.path("message").asText();
    }
  }

  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final TikTokSandbox sandbox;
  private final TikTokApp app;
  private final Map<String, String> query = new TreeMap<>();
  private String token = "";
  private String contentType = "application/json";
  private String secret;

  ShopClient(TikTokSandbox sandbox, TikTokApp app) {
    this.sandbox = sandbox;
    this.app = app;
    this.secret = app.secret();
  }

  private ShopClient copy() {
    ShopClient copy = new ShopClient(sandbox, app);
    copy.query.putAll(query);
    copy.token = token;
    copy.contentType = contentType;
    copy.secret = secret;
    return copy;
  }

  ShopClient token(String value) {
    ShopClient copy = copy();
    copy.token = value;
    return copy;
  }

  ShopClient with(String name, Object value) {
    ShopClient copy = copy();
    copy.query.put(name, value.toString());
    return copy;
  }

  ShopClient without(String name) {
    ShopClient copy = copy();
    copy.query.remove(name);
    return copy;
  }

  ShopClient cipher(String cipher) {
    return with("shop_cipher", cipher);
  }

  ShopClient secret(String value) {
    ShopClient copy = copy();
    copy.secret = value;
    return copy;
  }

  ShopClient contentType(String value) {
    ShopClient copy = copy();
    copy.contentType = value;
    return copy;
  }

  Reply get(String path) {
    return send("GET", path, "");
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply post(String path, JsonNode body) {
    return send("POST", path, body.toString());
  }

  Reply send(String method, String path, String body) {
    try {
      return exchange(method, path, body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply exchange(String method, String path, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path, body))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (!token.isEmpty()) {
      request.header("x-tts-access-token", token);
    }
    if (body.length > 0) {
      request.header("content-type", contentType);
    }
    try {
      return reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The address of a signed call. */
  URI uri(String path, byte[] body) {
    Map<String, String> signed = new TreeMap<>(query);
    signed.putIfAbsent("app_key", app.key());
    signed.putIfAbsent("timestamp", Long.toString(Instant.now().getEpochSecond()));
    signed.putIfAbsent(
        "sign",
        sign(secret, path, signed, contentType.startsWith("multipart") ? new byte[0] : body));
    String text =
        signed.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return URI.create(sandbox.apiUrl() + path + "?" + text);
  }

  Reply upload(String path, byte[] file, Map<String, String> fields) {
    String boundary = "testboundary";
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            form.writeBytes(
                ("--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    form.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.bin\""
                + "\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(file);
    form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    try {
      return contentType("multipart/form-data; boundary=" + boundary)
          .exchange("POST", path, form.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reply reply(HttpResponse<byte[]> response) {
    try {
      return new Reply(response.statusCode(), Json.parse(response.body()), response);
    } catch (IOException e) {
      return new Reply(response.statusCode(), MissingNode.getInstance(), response);
    }
  }

  static Reply plain(String url) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build();
      return reply(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String sign(String secret, String path, Map<String, String> query, byte[] body) {
    try {
      StringBuilder base = new StringBuilder(secret + path);
      new TreeMap<>(query).forEach((name, value) -> base.append(name).append(value));
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      text.writeBytes(base.toString().getBytes(StandardCharsets.UTF_8));
      text.writeBytes(body);
      text.writeBytes(secret.getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      StringBuilder hex = new StringBuilder();
      for (byte b : mac.doFinal(text.toByteArray())) {
        hex.append(String.format("%02x", b));
      }
      return hex.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
