package dev.storebridge.tenant.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Texts of tenant files for tests, and loaders that read them. */
public final class TenantText {

  /** The environment that {@link #minimal} and the complete file refer to. */
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "TENANT_ACME_KEY", "acme-key",
          "TENANT_ACME_UK_KEY", "acme-uk-key",
          "TENANT_COMPLETE_ALERTS", "alerts-secret",
          "TENANT_COMPLETE_SHOPIFY", "shopify-token");

  private TenantText() {}

  /** What has to stand in a file at least; the store is on Shopify. */
  public static String minimal(String tenant) {
    return """
        tenant: %1$s
        name: Acme
        stores:
          - id: %1$s-main
            platform: shopify
            url: https://acme.myshopify.com
            auth: { oauth: true }
        connections:
          - id: %1$s-uk
            store: %1$s-main
            shop: { region: GB }
            listings:
              category: { default: "601226" }
        """
        .formatted(tenant);
  }

  static String complete() {
    try (InputStream in = TenantText.class.getResourceAsStream("/tenants/complete.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LoadedTenant load(String fileName, String text) {
    Secrets secrets = new Secrets(Path.of("target/no-secrets"), ENVIRONMENT);
    return TenantLoader.withoutSecrets(secrets)
        .load(fileName, text.getBytes(StandardCharsets.UTF_8), Set.of());
  }
}
