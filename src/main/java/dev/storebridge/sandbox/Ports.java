package dev.storebridge.sandbox;

/** Where development mode listens, on loopback. */
final class Ports {

  static final int PAGE = 8090;
  static final int TIKTOK = 8091;
  static final int SHOPIFY = 8092;
  static final int WOOCOMMERCE = 8093;

  private Ports() {}

  static String service() {
    return "http://localhost:" + System.getProperty("quarkus.http.port", "8080");
  }
}
