package dev.storebridge.given;

import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Weight;
import dev.storebridge.platform.Limits;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A merchant's rules, to be changed where a test needs it. */
public final class GivenRules {

  private GivenRules() {}

  public static RulesMaker rules() {
    return new RulesMaker();
  }

  public static final class RulesMaker {
    private Publish publish = Publish.LIVE;
    private Set<OwnedField> own = EnumSet.allOf(OwnedField.class);
    private OnAdopt onAdopt = OnAdopt.STOCK_AND_PRICE;
    private List<String> tags = List.of();
    private CategoryRule category = new CategoryRule(Optional.of("600"), List.of(), false);
    private BrandRule brand = new BrandRule(new BrandSource.None(), "");
    private List<AttributeRule> attributes = List.of();
    private Map<String, String> renamed = Map.of();
    private PackageRule packaging = new PackageRule(true, Optional.empty(), Optional.empty());
    private PriceRules prices = GivenRules.prices("0", "0", null, null);
    private InventoryRules inventory = new InventoryRules(Map.of(), 2, 100, 99_999, 100);

    public RulesMaker publish(Publish value) {
      publish = value;
      return this;
    }

    public RulesMaker own(OwnedField... values) {
      own = Set.of(values);
      return this;
    }

    public RulesMaker onAdopt(OnAdopt value) {
      onAdopt = value;
      return this;
    }

    public RulesMaker selectTags(String... values) {
      tags = List.of(values);
      return this;
    }

    public RulesMaker category(CategoryRule value) {
      category = value;
      return this;
    }

    public RulesMaker brand(BrandSource from) {
      brand = new BrandRule(from, "");
      return this;
    }

    public RulesMaker attributes(AttributeRule... values) {
      attributes = List.of(values);
      return this;
    }

    public RulesMaker renamed(String from, String to) {
      renamed = Map.of(from, to);
      return this;
    }

    public RulesMaker packaging(String defaultGrams, Dimensions dimensions) {
      packaging =
          new PackageRule(
              true,
              Optional.ofNullable(defaultGrams)
                  .map(grams -> Weight.of(new BigDecimal(grams), Weight.Unit.GRAM)),
              Optional.ofNullable(dimensions));
      return this;
    }

    public RulesMaker prices(PriceRules value) {
      prices = value;
      return this;
    }

    public RulesMaker inventory(InventoryRules value) {
      inventory = value;
      return this;
    }

    public ListingRules listing() {
      return new ListingRules(
          publish,
          new Select(List.of(), tags, List.of(), List.of(), List.of(), List.of()),
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

    public ConnectionRules make() {
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

  public static PriceRules prices(String percent, String add, String rate, String roundUpTo) {
    return new PriceRules(
        PriceRules.From.PRICE,
        Optional.ofNullable(rate).map(BigDecimal::new),
        new BigDecimal(percent),
        new BigDecimal(add),
        Optional.ofNullable(roundUpTo).map(BigDecimal::new),
        PriceRules.ListPriceFrom.COMPARE_AT);
  }
}
