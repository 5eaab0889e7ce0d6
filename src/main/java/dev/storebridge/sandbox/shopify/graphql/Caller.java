package dev.storebridge.sandbox.shopify.graphql;

import java.util.Set;

/**
 * Who asks: an app with its granted scopes and its bucket.
 *
 * @param repeatsPages a switch: pages come again and again and never end
 * @param throttled a switch: nothing is ever left in the bucket
 */
public record Caller(
    String app, Set<String> scopes, Bucket bucket, boolean repeatsPages, boolean throttled) {

  /** Whether one of the scopes is granted; {@code write_x} includes {@code read_x}. */
  boolean mayAny(Set<String> wanted) {
    return wanted.stream()
        .anyMatch(
            scope ->
                scopes.contains(scope) || scopes.contains(scope.replaceFirst("^read_", "write_")));
  }
}
