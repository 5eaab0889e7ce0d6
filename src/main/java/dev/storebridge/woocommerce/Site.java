package dev.storebridge.woocommerce;

import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.woocommerce.WooCommerceSigner.Stamp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found out about a store's site: how its API is reached and how it lets us in.
 *
 * @param url of the tenant file, where requests go
 * @param home what the site calls itself; signatures are made over it
 * @param permalinks false where the API's path stands in {@code ?rest_route=}
 * @param entry how the key is shown
 * @param ahead how far the site's clock is ahead of ours, zero when that does not matter
 */
record Site(URI url, URI home, String name, boolean permalinks, Entry entry, Duration ahead) {

  /** How a request shows the key. */
  enum Entry {
    /** HTTP Basic: over https alone, and only where PHP knows that it is https. */
    BASIC,
    /** OAuth 1.0a in the query: everywhere, also where the Authorization header is dropped. */
    SIGNED
  }

  private static final String ROOT = "/wp-json/";
  private static final String VERSION = "wc/v3/";

  Site with(Entry other) {
    return new Site(url, home, name, permalinks, other, ahead);
  }

  Site with(Duration otherAhead) {
    return new Site(url, home, name, permalinks, entry, otherAhead);
  }

  boolean secure() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  /** Where a route of the site's API is: of WooCommerce's, or of WordPress' own index. */
  private String address(URI base, String route) {
    return permalinks ? base + ROOT + route : base + "/";
  }

  private Map<String, String> query(String route, Map<String, String> query) {
    if (permalinks) {
      return query;
    }
    Map<String, String> all = new LinkedHashMap<>();
    all.put("rest_route", "/" + route);
    all.putAll(query);
    return all;
  }

  /** A request for the list of what the site's API offers; it needs no key. */
  HttpRequest.Builder index() {
    return to("", query("", Map.of("_fields", "name,home,namespaces")));
  }

  /** A request for what stands at a path below {@code wc/v3/}. */
  HttpRequest.Builder request(RestApi.Ask ask, KeyPair keys, Stamp stamp) {
    String route = VERSION + ask.path();
    Map<String, String> asked = query(route, ask.query());
    if (entry == Entry.BASIC) {
      return to(route, asked).header("Authorization", basic(keys));
    }
    return to(
        route, WooCommerceSigner.signed(ask.verb(), address(home, route), asked, keys, stamp));
  }

  private HttpRequest.Builder to(String route, Map<String, String> query) {
    String text = query.isEmpty() ? "" : "?" + WooCommerceSigner.text(query);
    return HttpRequest.newBuilder(URI.create(address(url, route) + text));
  }

  private static String basic(KeyPair keys) {
    String both = keys.key().reveal() + ":" + keys.secret().reveal();
    byte[] bytes = both.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
