package dev.storebridge.sandbox.tiktok;

/**
 * An app as Partner Center knows it.
 *
 * @param serviceId what the consent link carries; not the app key
 * @param redirectUrl where the consent page sends the merchant; fixed per app
 */
public record TikTokApp(String key, String secret, String serviceId, String redirectUrl) {

  /** The app of {@link TikTokSettings#defaults()}. */
  public static TikTokApp sandbox() {
    return new TikTokApp(
        "sandboxappkey",
        "sandbox-app-secret-0123456789abcdef01234",
        "7300000000000000001",
        "http://127.0.0.1:8080/connect/tiktok/callback");
  }

  /** The same app with another redirect URL. */
  public TikTokApp withRedirectUrl(String url) {
    return new TikTokApp(key, secret, serviceId, url);
  }
}
