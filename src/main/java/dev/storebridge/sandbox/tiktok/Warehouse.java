package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A warehouse; every shop of the sandbox has the same four. */
record Warehouse(String id, String name, String type, String effect, boolean isDefault) {

  static final List<Warehouse> ALL =
      List.of(
          new Warehouse("7000000000000000021", "Main", "SALES_WAREHOUSE", "ENABLED", true),
          new Warehouse("7000000000000000022", "Second", "SALES_WAREHOUSE", "ENABLED", false),
          new Warehouse("7000000000000000023", "Returns", "RETURN_WAREHOUSE", "ENABLED", true),
          new Warehouse("7000000000000000024", "Closed", "SALES_WAREHOUSE", "DISABLED", false));

  static Optional<Warehouse> withId(String id) {
    return ALL.stream().filter(each -> each.id.equals(id)).findFirst();
  }

  /** What forbids stock of a SKU here; empty when nothing does. */
  static Optional<Code> objection(String id) {
    Optional<Warehouse> found = withId(id);
    if (found.isEmpty()) {
      return Optional.of(Code.WAREHOUSE_UNKNOWN);
    }
    if (!found.get().type.equals("SALES_WAREHOUSE")) {
      return Optional.of(Code.WAREHOUSE_NOT_FOR_SALES);
    }
    return found.get().effect.equals("ENABLED")
        ? Optional.empty()
        : Optional.of(Code.WAREHOUSE_DISABLED);
  }

  ObjectNode describe(String region) {
    ObjectNode node = Json.object();
    node.put("id", id).put("entity_id", "9" + id.substring(1)).put("name", name);
    node.put("effect_status", effect).put("type", type);
    node.put("sub_type", "DOMESTIC_WAREHOUSE").put("is_default", isDefault);
    ObjectNode address = node.putObject("address");
    address.put("region", region).put("state", "Exampleshire").put("city", "Exampletown");
    address.put("distict", "").put("town", "").put("contact_person", "Example Keeper");
    address.put("postal_code", "AB1 2CD").put("region_code", region);
    address.put("full_address", "1 Example Road, Exampletown").put("phone_number", "");
    address.put("address_line1", "1 Example Road").put("address_line2", "");
    return node;
  }
}
