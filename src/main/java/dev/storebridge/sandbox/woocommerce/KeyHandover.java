package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.woocommerce.auth.Key;
import dev.storebridge.sandbox.woocommerce.auth.Keys;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The page where a merchant hands a key to an app. {@code decision=approve} or {@code
 * decision=deny} answers for the merchant. The shop posts the key by itself and deletes it again
 * unless that is answered with exactly 200; only then does the browser go back.
 */
final class KeyHandover {

  static final String PATH = "/wc-auth/v1/authorize";

  private static final List<String> REQUIRED =
      List.of("app_name", "scope", "user_id", "return_url", "callback_url");
  private static final List<String> SCOPES = List.of("read", "write", "read_write");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Keys keys;
  private final boolean privateAddresses;
  private final AtomicLong lastId = new AtomicLong();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  KeyHandover(Keys keys, boolean privateAddresses) {
    this.keys = keys;
    this.privateAddresses = privateAddresses;
  }

  Reply handle(Incoming request) {
    Map<String, String> asked = request.parameters();
    for (String name : REQUIRED) {
      if (asked.getOrDefault(name, "").isBlank()) {
        return error("Missing parameter " + name);
      }
    }
    if (!SCOPES.contains(asked.get("scope"))) {
      return error("Invalid scope " + asked.get("scope"));
    }
    if (!Addresses.mayBeCalled(asked.get("callback_url"), true, privateAddresses)) {
      return error("The callback_url needs to be over SSL");
    }
    return switch (asked.getOrDefault("decision", "")) {
      case "approve" -> approve(asked);
      case "deny" -> back(asked, "0");
      default -> page(asked);
    };
  }

  private Reply approve(Map<String, String> asked) {
    Key key = keys.mint(asked.get("scope"));
    if (!delivered(key, asked)) {
      keys.revoke(key.consumerKey());
      return error("An error occurred in the request and at the time were unable to send the data");
    }
    return back(asked, "1");
  }

  private boolean delivered(Key key, Map<String, String> asked) {
    ObjectNode body = JSON.createObjectNode();
    body.put("key_id", lastId.incrementAndGet()).put("user_id", asked.get("user_id"));
    body.put("consumer_key", key.consumerKey()).put("consumer_secret", key.consumerSecret());
    body.put("key_permissions", key.permissions());
    try {
      HttpRequest post =
          HttpRequest.newBuilder(URI.create(asked.get("callback_url")))
              .timeout(Duration.ofSeconds(60))
              .header("Content-Type", "application/json;charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build();
      return client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Reply back(Map<String, String> asked, String success) {
    String url = asked.get("return_url");
    String user = URLEncoder.encode(asked.get("user_id"), StandardCharsets.UTF_8);
    String address =
        url + (url.contains("?") ? "&" : "?") + "success=" + success + "&user_id=" + user;
    return Reply.html(302, "").with("Location", address);
  }

  private static Reply page(Map<String, String> asked) {
    StringBuilder fields = new StringBuilder();
    for (String name : REQUIRED) {
      fields.append(
          "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
              .formatted(name, plain(asked.get(name))));
    }
    return Reply.html(
        200,
        """
        <!doctype html><html lang="en"><title>Authorise</title><link rel="icon" href="data:,">
        <h1>%s would like to connect to your store</h1>
        <p>This gives it %s access.</p>
        <form>%s
        <button name="decision" value="approve">Approve</button>
        <button name="decision" value="deny">Deny</button></form></html>
        """
            .formatted(plain(asked.get("app_name")), plain(asked.get("scope")), fields));
  }

  private static Reply error(String message) {
    return Reply.html(
        401, "<!doctype html><html lang=\"en\"><p>Error: " + plain(message) + "</p></html>");
  }

  private static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
