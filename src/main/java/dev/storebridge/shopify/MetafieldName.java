package dev.storebridge.shopify;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metafield that a tenant's rules ask for. Its parts end up in a query's text, so nothing but the
 * characters of a name gets through.
 */
record MetafieldName(String namespace, String key) {

  private static final String PREFIX = "metafield:";
  private static final Pattern WELL_FORMED =
      Pattern.compile("([A-Za-z0-9_$:-]{2,255})\\.([A-Za-z0-9_-]{2,64})");

  /** The metafields among the fields of a tenant file, in a stable order. */
  static List<MetafieldName> of(AccountId account, Collection<String> fields) {
    return fields.stream()
        .filter(field -> field.startsWith(PREFIX))
        .sorted()
        .distinct()
        .map(field -> parse(account, field))
        .toList();
  }

  private static MetafieldName parse(AccountId account, String field) {
    Matcher name = WELL_FORMED.matcher(field.substring(PREFIX.length()));
    if (!name.matches()) {
      throw PlatformException.of(
          Failure.MERCHANT_FIX,
          account,
          Explanation.of(
              "metafield-name",
              "\"" + field + "\" is not the name of a Shopify metafield.",
              field,
              "Write it as metafield:namespace.key, for example metafield:custom.material."));
    }
    return new MetafieldName(name.group(1), name.group(2));
  }

  /** The selection that reads it under an alias. */
  String selection(String alias) {
    return "%s: metafield(namespace: \"%s\", key: \"%s\") { type value }"
        .formatted(alias, namespace, key);
  }

  /** The name that tenant files use. */
  String field() {
    return PREFIX + namespace + "." + key;
  }
}
