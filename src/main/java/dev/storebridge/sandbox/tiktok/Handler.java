package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;

/** What an endpoint does once the gateway let a call through; returns the data of the envelope. */
@FunctionalInterface
interface Handler {
  JsonNode handle(ApiCall call);
}
