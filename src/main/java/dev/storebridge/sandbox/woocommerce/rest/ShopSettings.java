package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Shop;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /settings}, {@code /data/currencies/current} and {@code /system_status}, read only. */
final class ShopSettings {

  static final String VERSION = "11.0.1";

  private final Shop shop;
  private final Links links;
  private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();

  ShopSettings(Shop shop, Links links) {
    this.shop = shop;
    this.links = links;
    groups.put(
        "general",
        Map.of(
            "woocommerce_default_country",
            shop.country(),
            "woocommerce_currency",
            shop.currency(),
            "woocommerce_calc_taxes",
            "no",
            "woocommerce_price_num_decimals",
            "2"));
    groups.put(
        "products",
        Map.of(
            "woocommerce_weight_unit", shop.weightUnit(),
            "woocommerce_dimension_unit", shop.dimensionUnit(),
            "woocommerce_manage_stock", "yes"));
    groups.put(
        "tax", Map.of("woocommerce_prices_include_tax", shop.pricesIncludeTax() ? "yes" : "no"));
  }

  JsonNode groups() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (String group : groups.keySet()) {
      ObjectNode one = all.addObject().put("id", group).put("label", group);
      one.put("description", "").put("parent_id", "").putArray("sub_groups");
    }
    return all;
  }

  /**
   * @throws RestError when there is no such group
   */
  JsonNode group(String group) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    known(group).keySet().stream().sorted().forEach(id -> all.add(setting(group, id)));
    return all;
  }

  /**
   * @throws RestError when there is no such setting
   */
  JsonNode setting(String group, String id) {
    String value = known(group).get(id);
    if (value == null) {
      throw new RestError(404, "rest_setting_setting_invalid", "Invalid setting.");
    }
    ObjectNode setting = JsonNodeFactory.instance.objectNode();
    setting.put("id", id).put("label", id).put("description", "").put("type", "text");
    setting.put("default", "").put("tip", "").put("value", value).put("group_id", group);
    String collection = "/wc/v3/settings/" + group;
    setting.set("_links", links.of(collection + "/" + id, collection, null));
    return setting;
  }

  private Map<String, String> known(String group) {
    Map<String, String> settings = groups.get(group);
    if (settings == null) {
      throw new RestError(404, "rest_setting_setting_group_invalid", "Invalid setting group.");
    }
    return settings;
  }

  JsonNode currency() {
    ObjectNode currency = JsonNodeFactory.instance.objectNode();
    currency.put("code", shop.currency()).put("name", shop.currency());
    return currency.put("symbol", shop.currencySymbol());
  }

  JsonNode systemStatus() {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    ObjectNode environment = status.putObject("environment");
    environment.put("home_url", links.home()).put("site_url", links.home());
    environment.put("version", VERSION).put("wp_version", "7.0.4").put("php_version", "8.2.36");
    environment.put("default_timezone", "UTC");
    status.putArray("active_plugins");
    ObjectNode settings = status.putObject("settings");
    settings.put("api_enabled", false).put("currency", shop.currency());
    settings.put("currency_symbol", shop.currencySymbol()).put("number_of_decimals", 2);
    settings.put("weight_unit", shop.weightUnit()).put("dimension_unit", shop.dimensionUnit());
    settings.put("HPOS_enabled", true);
    return status;
  }
}
