package dev.storebridge.tenant;

import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How products become listings. */
public record ListingRules(
    Publish publish,
    Select select,
    AdoptBy adoptBy,
    OnAdopt onAdopt,
    Set<OwnedField> own,
    CategoryRule category,
    BrandRule brand,
    List<AttributeRule> attributes,
    Compliance compliance,
    Map<String, String> renamedOptions,
    PackageRule packaging,
    OnDelete onDelete) {

  public ListingRules {
    own = Set.copyOf(own);
    attributes = List.copyOf(attributes);
    renamedOptions = Map.copyOf(renamedOptions);
  }

  /** How far listings go. */
  public enum Publish {
    LIVE,
    DRAFT,
    NONE
  }

  /** How listings that are there already are recognised. */
  public enum AdoptBy {
    SKU,
    BARCODE,
    NONE
  }

  /** What of an adopted listing we take over. */
  public enum OnAdopt {
    STOCK_AND_PRICE,
    ALL
  }

  /** What becomes of a listing whose product is gone. */
  public enum OnDelete {
    DEACTIVATE,
    DELETE,
    KEEP
  }

  /** A part of a listing that we keep in line; the others belong to Seller Center. */
  public enum OwnedField {
    TITLE,
    DESCRIPTION,
    IMAGES,
    CATEGORY,
    ATTRIBUTES,
    BRAND,
    PACKAGE,
    PRICE,
    STOCK
  }

  /** Which products are listed; an empty list means any. */
  public record Select(
      List<String> status,
      List<String> tags,
      List<String> excludeTags,
      List<String> types,
      List<String> vendors,
      List<String> skus) {

    public Select {
      status = List.copyOf(status);
      tags = List.copyOf(tags);
      excludeTags = List.copyOf(excludeTags);
      types = List.copyOf(types);
      vendors = List.copyOf(vendors);
      skus = List.copyOf(skus);
    }
  }

  /** Which products a rule is for: all named parts must fit; letters' case does not matter. */
  public record When(Optional<String> type, Optional<String> tag, Optional<String> vendor) {}

  /** Where listings are filed; the first fitting rule wins, then the default. */
  public record CategoryRule(
      Optional<String> fallback, List<CategoryChoice> rules, boolean recommend) {

    public CategoryRule {
      rules = List.copyOf(rules);
    }
  }

  /** A category for some products. */
  public record CategoryChoice(When when, String use) {}

  /** Where the brand's name comes from. */
  public record BrandRule(BrandSource from, String fallback) {}

  /** The places a brand's name can come from. */
  public sealed interface BrandSource {

    /** The product's vendor. */
    record Vendor() implements BrandSource {}

    /** No brand. */
    record None() implements BrandSource {}

    /**
     * A further value of the product.
     *
     * @param name as in {@link dev.storebridge.commerce.Product#fields()}
     */
    record Field(String name) implements BrandSource {}
  }

  /** An attribute's value for some products: fixed, or read from the product. */
  public record AttributeRule(String name, AttributeSource source, Optional<When> when) {}

  /** Where an attribute's value comes from. */
  public sealed interface AttributeSource {

    /** Stands in the file. */
    record Fixed(String value) implements AttributeSource {}

    /**
     * A further value of the product.
     *
     * @param name as in {@link dev.storebridge.commerce.Product#fields()}
     */
    record Field(String name) implements AttributeSource {}
  }

  /** Documents and people that a market asks for. */
  public record Compliance(
      List<Certificate> certificates,
      Map<String, String> sizeChart,
      String manufacturer,
      String responsiblePerson) {

    public Compliance {
      certificates = List.copyOf(certificates);
      sizeChart = Map.copyOf(sizeChart);
    }
  }

  /**
   * A document for some products.
   *
   * @param file a {@code file:} reference below the tenant's secrets folder
   */
  public record Certificate(Optional<When> when, String name, String file) {}

  /** How parcels are described where the store does not. */
  public record PackageRule(
      boolean weightFromVariant, Optional<Weight> defaultWeight, Optional<Dimensions> dimensions) {}
}
