package dev.storebridge.sync.listing;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.ProductOption;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.commerce.Variant;
import dev.storebridge.commerce.Weight;
import dev.storebridge.platform.Brand;
import dev.storebridge.platform.Category;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.CategoryRules.CategoryAttribute;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Market;
import dev.storebridge.platform.Warehouse;
import dev.storebridge.tenant.AftersaleRules;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.FulfilmentRules;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.ListingRules.AdoptBy;
import dev.storebridge.tenant.ListingRules.AttributeRule;
import dev.storebridge.tenant.ListingRules.BrandRule;
import dev.storebridge.tenant.ListingRules.BrandSource;
import dev.storebridge.tenant.ListingRules.CategoryRule;
import dev.storebridge.tenant.ListingRules.Compliance;
import dev.storebridge.tenant.ListingRules.OnAdopt;
import dev.storebridge.tenant.ListingRules.OnDelete;
import dev.storebridge.tenant.ListingRules.OwnedField;
import dev.storebridge.tenant.ListingRules.PackageRule;
import dev.storebridge.tenant.ListingRules.Publish;
import dev.storebridge.tenant.ListingRules.Select;
import dev.storebridge.tenant.OrderRules;
import dev.storebridge.tenant.PriceRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mug, a shop in Britain and a merchant's rules, to be changed where a test needs it. */
final class Given {

  static final Image RED = new Image("https://shop.example/red.png", "A red mug");
  static final Image BLUE = new Image("https://shop.example/blue.png", "");

  private Given() {}

  static Market market() {
    return market("GB", "GBP", false);
  }

  static Market market(String region, String currency, boolean listPrice) {
    return new Market(
        region, new CurrencyCode(currency), 1, 255, 10_000, 300, 9, 3, 20, 50, listPrice);
  }

  static CategoryAttribute attribute(String name, boolean required, boolean custom) {
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

  static VariantMaker variant(String id) {
    return new VariantMaker(id);
  }

  static final class VariantMaker {
    private final String id;
    private String sku;
    private String barcode = "";
    private List<String> options = List.of();
    private Optional<BigDecimal> price = Optional.of(new BigDecimal("10.00"));
    private Optional<BigDecimal> compareAt = Optional.empty();
    private Optional<Weight> weight =
        Optional.of(Weight.of(new BigDecimal("300"), Weight.Unit.GRAM));
    private Optional<Image> image = Optional.empty();
    private Stock stock = counted("L1", 7);

    private VariantMaker(String id) {
      this.id = id;
      this.sku = "SKU-" + id;
    }

    VariantMaker sku(String value) {
      sku = value;
      return this;
    }

    VariantMaker barcode(String value) {
      barcode = value;
      return this;
    }

    VariantMaker options(String... values) {
      options = List.of(values);
      return this;
    }

    VariantMaker price(String value) {
      price = Optional.ofNullable(value).map(BigDecimal::new);
      return this;
    }

    VariantMaker compareAt(String value) {
      compareAt = Optional.of(new BigDecimal(value));
      return this;
    }

    VariantMaker grams(String value) {
      weight =
          Optional.ofNullable(value).map(text -> Weight.of(new BigDecimal(text), Weight.Unit.GRAM));
      return this;
    }

    VariantMaker image(Image value) {
      image = Optional.of(value);
      return this;
    }

    VariantMaker stock(Stock value) {
      stock = value;
      return this;
    }

    Variant make() {
      return new Variant(id, sku, barcode, options, price, compareAt, weight, image, stock);
    }
  }

  static Stock counted(String location, long units) {
    return new Stock.Counted(List.of(new StockLevel(location, units)));
  }

  static ProductMaker product() {
    return new ProductMaker();
  }

  static final class ProductMaker {
    private String title = "Stoneware mug";
    private String description = "<p>Holds coffee.</p>";
    private Set<String> tags = Set.of();
    private Map<String, String> fields = Map.of();
    private List<ProductOption> options = List.of();
    private List<Image> images = List.of(RED);
    private List<Variant> variants = List.of(variant("11").make());

    ProductMaker title(String value) {
      title = value;
      return this;
    }

    ProductMaker description(String value) {
      description = value;
      return this;
    }

    ProductMaker tags(String... values) {
      tags = Set.of(values);
      return this;
    }

    ProductMaker field(String name, String value) {
      fields = Map.of(name, value);
      return this;
    }

    ProductMaker options(String... names) {
      options = Arrays.stream(names).map(name -> new ProductOption(name, List.of())).toList();
      return this;
    }

    ProductMaker images(Image... values) {
      images = List.of(values);
      return this;
    }

    ProductMaker variants(VariantMaker... makers) {
      variants = Arrays.stream(makers).map(VariantMaker::make).toList();
      return this;
    }

    Product make() {
      return new Product(
          "1",
          title,
          description,
          "Acme",
          "Mugs",
          "active",
          tags,
          options,
          images,
          variants,
          fields,
          Instant.EPOCH);
    }
  }

  static RulesMaker rules() {
    return new RulesMaker();
  }

  static final class RulesMaker {
    private Publish publish = Publish.LIVE;
    private Set<OwnedField> own = EnumSet.allOf(OwnedField.class);
    private OnAdopt onAdopt = OnAdopt.STOCK_AND_PRICE;
    private CategoryRule category = new CategoryRule(Optional.of("600"), List.of(), false);
    private BrandRule brand = new BrandRule(new BrandSource.None(), "");
    private List<AttributeRule> attributes = List.of();
    private Map<String, String> renamed = Map.of();
    private PackageRule packaging = new PackageRule(true, Optional.empty(), Optional.empty());
    private PriceRules prices = Given.prices("0", "0", null, null);
    private InventoryRules inventory = new InventoryRules(Map.of(), 2, 100, 99_999, 100);

    RulesMaker publish(Publish value) {
      publish = value;
      return this;
    }

    RulesMaker own(OwnedField... values) {
      own = Set.of(values);
      return this;
    }

    RulesMaker onAdopt(OnAdopt value) {
      onAdopt = value;
      return this;
    }

    RulesMaker category(CategoryRule value) {
      category = value;
      return this;
    }

    RulesMaker brand(BrandSource from) {
      brand = new BrandRule(from, "");
      return this;
    }

    RulesMaker attributes(AttributeRule... values) {
      attributes = List.of(values);
      return this;
    }

    RulesMaker renamed(String from, String to) {
      renamed = Map.of(from, to);
      return this;
    }

    RulesMaker packaging(String defaultGrams, Dimensions dimensions) {
      packaging =
          new PackageRule(
              true,
              Optional.ofNullable(defaultGrams)
                  .map(grams -> Weight.of(new BigDecimal(grams), Weight.Unit.GRAM)),
              Optional.ofNullable(dimensions));
      return this;
    }

    RulesMaker prices(PriceRules value) {
      prices = value;
      return this;
    }

    RulesMaker inventory(InventoryRules value) {
      inventory = value;
      return this;
    }

    ListingRules listing() {
      return new ListingRules(
          publish,
          new Select(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
          AdoptBy.SKU,
          onAdopt,
          own,
          category,
          brand,
          attributes,
          new Compliance(List.of(), Map.of(), "", ""),
          renamed,
          packaging,
          OnDelete.DEACTIVATE);
    }

    ConnectionRules make() {
      return new ConnectionRules(
          "acme-uk",
          "acme",
          "acme-main",
          true,
          new ConnectionRules.Shop(Optional.of("7495"), "GB", Limits.CHOSEN_BY_US),
          listing(),
          prices,
          inventory,
          new OrderRules(
              true,
              Optional.empty(),
              OrderRules.OnHold.RESERVE,
              OrderRules.UnknownItem.BLOCK,
              OrderRules.Total.OWED,
              List.of(),
              OrderRules.BuyerEmail.RELAY,
              OrderRules.Tax.EXACT),
          new FulfilmentRules(Map.of(), ""),
          new AftersaleRules(AftersaleRules.Direction.BOTH, AftersaleRules.Direction.TO_STORE));
    }
  }

  static PriceRules prices(String percent, String add, String rate, String roundUpTo) {
    return new PriceRules(
        PriceRules.From.PRICE,
        Optional.ofNullable(rate).map(BigDecimal::new),
        new BigDecimal(percent),
        new BigDecimal(add),
        Optional.ofNullable(roundUpTo).map(BigDecimal::new),
        PriceRules.ListPriceFrom.COMPARE_AT);
  }

  static ShopMaker shop() {
    return new ShopMaker();
  }

  static final class ShopMaker {
    private Market market = Given.market();
    private CurrencyCode storeCurrency = new CurrencyCode("GBP");
    private CategoryRules categoryRules =
        new CategoryRules("600", List.of(), List.of(), false, false);
    private final List<Brand> brands = new ArrayList<>();
    private List<Warehouse> warehouses =
        List.of(
            new Warehouse("W1", "Main", true, true, true),
            new Warehouse("W2", "North", true, true, false),
            new Warehouse("R1", "Returns", false, true, false));

    ShopMaker market(Market value) {
      market = value;
      return this;
    }

    ShopMaker storeCurrency(String code) {
      storeCurrency = new CurrencyCode(code);
      return this;
    }

    ShopMaker categoryRules(CategoryRules value) {
      categoryRules = value;
      return this;
    }

    ShopMaker attributes(CategoryAttribute... values) {
      categoryRules = new CategoryRules("600", List.of(values), List.of(), false, false);
      return this;
    }

    ShopMaker brand(Brand brand) {
      brands.add(brand);
      return this;
    }

    ShopMaker warehouses(Warehouse... values) {
      warehouses = List.of(values);
      return this;
    }

    ShopKnowledge make() {
      Map<String, Brand> byName = new HashMap<>();
      brands.forEach(brand -> byName.put(ShopKnowledge.brandKey(brand.name()), brand));
      return new ShopKnowledge(
          market,
          storeCurrency,
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
