package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call before it is signed.
 *
 * @param id what the path names, empty where it names nothing
 * @param query decoded values, without the parameters that every call has
 */
record TikTokRequest(
    TikTokEndpoint endpoint, String id, Map<String, String> query, Optional<Body> body) {

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]+");

  TikTokRequest {
    if (endpoint.namesOneThing() && !ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not an id of TikTok Shop: \"" + id + "\"");
    }
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  /** The bytes to be sent, exactly as they are signed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Body(byte[] bytes, String mediaType) {}

  static TikTokRequest to(TikTokEndpoint endpoint) {
    return new TikTokRequest(endpoint, "", Map.of(), Optional.empty());
  }

  static TikTokRequest to(TikTokEndpoint endpoint, String id) {
    return new TikTokRequest(endpoint, id, Map.of(), Optional.empty());
  }

  /** The same call with a query parameter; an empty value is left out, TikTok wants none. */
  TikTokRequest with(String key, String value) {
    if (value.isEmpty()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(key, value);
    return new TikTokRequest(endpoint, id, more, body);
  }

  TikTokRequest json(JsonNode content) {
    return body(new Body(TikTokJson.bytes(content), "application/json"));
  }

  TikTokRequest body(Body content) {
    return new TikTokRequest(endpoint, id, query, Optional.of(content));
  }

  String path() {
    return endpoint.path(id);
  }
}
