package dev.storebridge.given;

import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Obstacle;
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
public final class Given {

  public static final Image RED = new Image("https://shop.example/red.png", "A red mug");
  public static final Image BLUE = new Image("https://shop.example/blue.png", "");

  private Given() {}

  public static VariantMaker variant(String id) {
    return new VariantMaker(id);
  }

  public static final class VariantMaker {
    private final String id;
    private String sku;
    private String barcode = "";
    private List<String> options = List.of();
    private Optional<BigDecimal> price = Optional.of(new BigDecimal("10.00"));
    private Optional<BigDecimal> compareAt = Optional.empty();
    private Optional<Weight> weight =
        Optional.of(Weight.of(new BigDecimal("300"), Weight.Unit.GRAM));
    private Optional<Dimensions> dimensions = Optional.empty();
    private Optional<Image> image = Optional.empty();
    private Stock stock = counted("L1", 7);

    private VariantMaker(String id) {
      this.id = id;
      this.sku = "SKU-" + id;
    }

    public VariantMaker sku(String value) {
      sku = value;
      return this;
    }

    public VariantMaker barcode(String value) {
      barcode = value;
      return this;
    }

    public VariantMaker options(String... values) {
      options = List.of(values);
      return this;
    }

    public VariantMaker price(String value) {
      price = Optional.ofNullable(value).map(BigDecimal::new);
      return this;
    }

    public VariantMaker compareAt(String value) {
      compareAt = Optional.of(new BigDecimal(value));
      return this;
    }

    public VariantMaker grams(String value) {
      weight =
          Optional.ofNullable(value).map(text -> Weight.of(new BigDecimal(text), Weight.Unit.GRAM));
      return this;
    }

    public VariantMaker size(int length, int width, int height) {
      dimensions = Optional.of(new Dimensions(length, width, height));
      return this;
    }

    public VariantMaker image(Image value) {
      image = Optional.of(value);
      return this;
    }

    public VariantMaker stock(Stock value) {
      stock = value;
      return this;
    }

    public Variant make() {
      return new Variant(
          id, sku, barcode, options, price, compareAt, weight, dimensions, image, stock);
    }
  }

  public static Stock counted(String location, long units) {
    return new Stock.Counted(List.of(new StockLevel(location, units)));
  }

  public static ProductMaker product() {
    return new ProductMaker();
  }

  public static final class ProductMaker {
    private String title = "Stoneware mug";
    private String description = "<p>Holds coffee.</p>";
    private Set<String> tags = Set.of();
    private Map<String, String> fields = Map.of();
    private List<ProductOption> options = List.of();
    private List<Image> images = List.of(RED);
    private List<Variant> variants = List.of(variant("11").make());
    private List<Obstacle> obstacles = List.of();

    public ProductMaker title(String value) {
      title = value;
      return this;
    }

    public ProductMaker description(String value) {
      description = value;
      return this;
    }

    public ProductMaker tags(String... values) {
      tags = Set.of(values);
      return this;
    }

    public ProductMaker field(String name, String value) {
      fields = Map.of(name, value);
      return this;
    }

    public ProductMaker options(String... names) {
      options = Arrays.stream(names).map(name -> new ProductOption(name, List.of())).toList();
      return this;
    }

    public ProductMaker images(Image... values) {
      images = List.of(values);
      return this;
    }

    public ProductMaker variants(VariantMaker... makers) {
      variants = Arrays.stream(makers).map(VariantMaker::make).toList();
      return this;
    }

    public ProductMaker obstacle(Obstacle value) {
      obstacles = List.of(value);
      return this;
    }

    public Product make() {
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
          Instant.EPOCH,
          obstacles);
    }
  }
}
