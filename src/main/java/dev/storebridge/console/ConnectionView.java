package dev.storebridge.console;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A connection as the API shows it.
 *
 * @param live true after the first import or apply
 */
@RegisterForReflection
record ConnectionView(
    String id, String tenant, boolean paused, boolean live, Store store, Shop shop, Counts counts) {

  /** The store's side; state is connected, unauthorised, needs-reauthorisation, suspended... */
  @RegisterForReflection
  record Store(String id, String platform, String url, String state) {}

  /** The channel's side. */
  @RegisterForReflection
  record Shop(String id, String name, String region, String state, Instant tokenExpiresAt) {}

  /** How its products stand; due counts what is marked and not settled. */
  @RegisterForReflection
  record Counts(int products, int listed, long due, int parked) {}
}
