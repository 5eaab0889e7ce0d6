package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** Addresses as WordPress builds them, from its own home and not from the request. */
public final class Links {

  private static final List<String> ALL = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Supplier<String> home;
  private final boolean pretty;

  /**
   * @param home without a slash at its end
   * @param pretty false where the API is reached through {@code ?rest_route=}
   */
  public Links(Supplier<String> home, boolean pretty) {
    this.home = home;
    this.pretty = pretty;
  }

  /** WordPress' own address. */
  public String home() {
    return home.get();
  }

  /** The root of the API, as the Link header names it. */
  public String root() {
    return pretty ? home() + "/wp-json/" : home() + "/?rest_route=/";
  }

  /** A route such as {@code /wc/v3/products}. */
  public String route(String path) {
    return root() + path.substring(1);
  }

  String upload(String file) {
    return home() + "/wp-content/uploads/2026/11/" + file;
  }

  String product(String slug) {
    return home() + "/product/" + slug + "/";
  }

  /** The member {@code _links} of an object and its collection; {@code up} may be null. */
  ObjectNode of(String self, String collection, String up) {
    ObjectNode links = JsonNodeFactory.instance.objectNode();
    ObjectNode one = links.putArray("self").addObject();
    one.put("href", route(self));
    ALL.forEach(one.putObject("targetHints").putArray("allow")::add);
    links.putArray("collection").addObject().put("href", route(collection));
    if (up != null) {
      links.putArray("up").addObject().put("href", route(up));
    }
    return links;
  }
}
