package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;

/** Things that can be written one by one, and so in a batch. */
interface Collection {

  /** What came to be, as it is shown. */
  JsonNode create(JsonNode body);

  JsonNode update(long id, JsonNode body);

  /** What was there, as it was shown before. */
  JsonNode delete(long id, boolean force);
}
