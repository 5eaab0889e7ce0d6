package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The format for editors: JSON schema 2020-12. What spans several keys only the loader checks. */
public final class TenantSchema {

  private TenantSchema() {}

  /** The schema, ready to be saved. */
  public static String json() {
    ObjectNode schema =
        JsonNodeFactory.instance
            .objectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", "Storebridge tenant file");
    schema.setAll(TenantFormat.FILE.schema());
    return schema.toPrettyString() + "\n";
  }
}
