package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.Tenant.Alerts;
import dev.storebridge.tenant.file.ScalarShape.BadValue;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The whole format of a tenant file: the one place that names its keys. */
final class TenantFormat {

  static final String TENANT_ID = "[a-z0-9-]{1,40}";

  private static final String TOKEN_WORDS = "`sha256:` and 64 hexadecimal digits";

  private static final Field<String> TENANT =
      Field.required(
          "tenant",
          Shapes.text(TENANT_ID, "the file's name without .yaml: lower-case letters, digits, `-`"),
          "equals the file's name");
  private static final Field<String> NAME =
      Field.required("name", Shapes.some(100), "what people call the merchant");
  private static final Field<List<String>> API_TOKENS =
      Field.of(
          "api-tokens",
          new ListShape<>(
              new ScalarShape<>(
                  TOKEN_WORDS, scalar -> true, TenantFormat::tokenHash, TenantFormat::tokenSchema)),
          "[]",
          "hashes of the tokens that open this tenant's API; `token hash` makes them");
  private static final Field<URI> ALERT_URL =
      Field.required("url", new UrlShape(), "receives a POST for each problem");
  private static final Field<Secret> ALERT_SECRET =
      Field.required("secret", new SecretShape(), "signs the body (HMAC-SHA256)");
  private static final Field<Alerts> ALERTS =
      Field.optional(
          "alerts",
          new Section<>(
              "a mapping with `url` and `secret`",
              List.of(ALERT_URL, ALERT_SECRET),
              values -> new Alerts(values.get(ALERT_URL).toString(), values.get(ALERT_SECRET))),
          "where problems are announced");
  private static final Field<List<StoreAccount>> STORES =
      Field.of("stores", new ListShape<>(StoreFormat.STORE), "[]", "the merchant's stores");
  private static final Field<List<ConnectionRules>> CONNECTIONS =
      Field.of(
          "connections",
          new ListShape<>(ConnectionFormat.CONNECTION),
          "[]",
          "which store fills which TikTok shop, and by which rules");

  static final Section<Tenant> FILE =
      new Section<>(
          "a mapping with `tenant`, `name`, `stores` and `connections`",
          List.of(TENANT, NAME, API_TOKENS, ALERTS, STORES, CONNECTIONS),
          values ->
              new Tenant(
                  values.get(TENANT),
                  values.get(NAME),
                  values.get(API_TOKENS),
                  values.find(ALERTS),
                  values.get(STORES),
                  values.get(CONNECTIONS)));

  private TenantFormat() {}

  private static String tokenHash(String text) {
    if (!text.matches("sha256:[0-9a-fA-F]{64}")) {
      throw new BadValue("is not " + TOKEN_WORDS, "make it with the command `token hash`");
    }
    return text.substring("sha256:".length()).toLowerCase(Locale.ROOT);
  }

  private static ObjectNode tokenSchema() {
    return Shapes.json("string").put("pattern", "^sha256:[0-9a-fA-F]{64}$");
  }
}
