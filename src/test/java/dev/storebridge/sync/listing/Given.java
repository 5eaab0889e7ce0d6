package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.ProductOption;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.commerce.Variant;
import dev.storebridge.commerce.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mug in a store, to be changed where a test needs it. */
final class Given {

  static final Image RED = new Image("https://shop.example/red.png", "A red mug");
  static final Image BLUE = new Image("https://shop.example/blue.png", "");

  private Given() {}

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
}
