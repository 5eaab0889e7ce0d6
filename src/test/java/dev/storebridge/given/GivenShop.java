package dev.storebridge.given;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.platform.Brand;
import dev.storebridge.platform.Category;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.CategoryRules.CategoryAttribute;
import dev.storebridge.platform.Market;
import dev.storebridge.platform.Warehouse;
import dev.storebridge.sync.listing.compose.ShopKnowledge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shop in Britain, to be changed where a test needs it. */
public final class GivenShop {

  private GivenShop() {}

  public static Market market() {
    return market("GB", "GBP", false);
  }

  public static Market market(String region, String currency, boolean listPrice) {
    return new Market(
        region, new CurrencyCode(currency), 1, 255, 10_000, 300, 9, 3, 20, 50, listPrice);
  }

  public static CategoryAttribute attribute(String name, boolean required, boolean custom) {
    return new CategoryAttribute(
        "a-" + name,
        name,
        required,
        false,
        custom,
        List.of(
            new CategoryAttribute.Value("v1", "Ceramic"),
            new CategoryAttribute.Value("v2", "Glass")));
  }

  public static ShopMaker shop() {
    return new ShopMaker();
  }

  public static final class ShopMaker {
    private Market market = GivenShop.market();
    private CurrencyCode storeCurrency = new CurrencyCode("GBP");
    private boolean taxIncluded = true;
    private CategoryRules categoryRules =
        new CategoryRules("600", List.of(), List.of(), false, false);
    private final List<Brand> brands = new ArrayList<>();
    private List<Warehouse> warehouses =
        List.of(
            new Warehouse("W1", "Main", true, true, true),
            new Warehouse("W2", "North", true, true, false),
            new Warehouse("R1", "Returns", false, true, false));

    public ShopMaker market(Market value) {
      market = value;
      return this;
    }

    public ShopMaker storeCurrency(String code) {
      storeCurrency = new CurrencyCode(code);
      return this;
    }

    public ShopMaker withoutTax() {
      taxIncluded = false;
      return this;
    }

    public ShopMaker categoryRules(CategoryRules value) {
      categoryRules = value;
      return this;
    }

    public ShopMaker attributes(CategoryAttribute... values) {
      categoryRules = new CategoryRules("600", List.of(values), List.of(), false, false);
      return this;
    }

    public ShopMaker brand(Brand brand) {
      brands.add(brand);
      return this;
    }

    public ShopMaker warehouses(Warehouse... values) {
      warehouses = List.of(values);
      return this;
    }

    public ShopKnowledge make() {
      Map<String, Brand> byName = new HashMap<>();
      brands.forEach(brand -> byName.put(ShopKnowledge.brandKey(brand.name()), brand));
      return new ShopKnowledge(
          market,
          storeCurrency,
          taxIncluded,
          Map.of(
              "500", new Category("500", "0", "Kitchen", false, true),
              "600", new Category("600", "500", "Mugs", true, true),
              "700", new Category("700", "500", "Knives", true, false)),
          Map.of("600", categoryRules),
          byName,
          warehouses);
    }
  }
}
