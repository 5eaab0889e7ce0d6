package dev.storebridge.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Products with one fault each, for tests: what real catalogues hold and a channel refuses or
 * stumbles over. Each is named after its fault.
 */
public final class TroubleProducts {

  private static final CatalogueVariant PLAIN =
      new CatalogueVariant(
          List.of(),
          "TROUBLE",
          Gtin.of(900_000_001L),
          new BigDecimal("12.00"),
          null,
          300,
          true,
          List.of(10, 5),
          0);

  private TroubleProducts() {}

  /** All of them, one fault each; two products share the doubled SKU. */
  public static List<CatalogueProduct> products() {
    return List.of(
        withoutPicture(),
        withoutVariants(),
        withFourOptions(),
        withSku("Twin One", "DOUBLED-SKU"),
        withSku("Twin Two", "DOUBLED-SKU"),
        withSku("Nameless Dish", ""),
        withoutPrice(),
        withoutWeight(),
        withScript(),
        withLongTitle(),
        withOddTitle());
  }

  /** No picture at all. */
  public static CatalogueProduct withoutPicture() {
    return build("Camera Shy Jug", List.of(), List.of(sku("TROUBLE-NO-PICTURE")), List.of());
  }

  /** Nothing to buy. */
  public static CatalogueProduct withoutVariants() {
    return build("Empty Shelf", List.of(), List.of(), pictures("empty-shelf"));
  }

  /** One option more than the channel and the store allow. */
  public static CatalogueProduct withFourOptions() {
    List<CatalogueOption> options =
        List.of(
            new CatalogueOption("Colour", List.of("Slate", "Oat")),
            new CatalogueOption("Size", List.of("Small")),
            new CatalogueOption("Finish", List.of("Matt")),
            new CatalogueOption("Handle", List.of("Left")));
    List<CatalogueVariant> variants =
        Choices.of(options).stream()
            .map(choice -> choosing(sku("TROUBLE-FOUR-" + Slug.sku(choice.get(0))), choice))
            .toList();
    return build("Indecisive Kettle", options, variants, pictures("indecisive-kettle"));
  }

  /** A sound product but for its SKU, which may be empty or that of another product. */
  public static CatalogueProduct withSku(String title, String sku) {
    return build(title, List.of(), List.of(sku(sku)), pictures(Slug.of(title)));
  }

  /** A variant nobody has priced yet. */
  public static CatalogueProduct withoutPrice() {
    CatalogueVariant v = sku("TROUBLE-NO-PRICE");
    CatalogueVariant free =
        new CatalogueVariant(
            List.of(), v.sku(), v.barcode(), null, null, v.grams(), true, v.stock(), 0);
    return build("Priceless Bowl", List.of(), List.of(free), pictures("priceless-bowl"));
  }

  /** A variant nobody has weighed yet. */
  public static CatalogueProduct withoutWeight() {
    CatalogueVariant v = sku("TROUBLE-NO-WEIGHT");
    CatalogueVariant light =
        new CatalogueVariant(
            List.of(), v.sku(), v.barcode(), v.price(), null, null, true, v.stock(), 0);
    return build("Weightless Plate", List.of(), List.of(light), pictures("weightless-plate"));
  }

  /** A description with a script, an event handler, a form and a picture from somewhere else. */
  public static CatalogueProduct withScript() {
    String html =
        "<p onclick=\"steal()\">A jar.</p><script>alert('hello')</script>"
            + "<img src=\"https://elsewhere.example/tracker.gif\" onerror=\"x()\">"
            + "<iframe src=\"https://elsewhere.example/\"></iframe><form><input name=\"card\"></form>";
    return described("Scripted Jar", html, "TROUBLE-SCRIPT");
  }

  /** A title beyond every platform's limit. */
  public static CatalogueProduct withLongTitle() {
    return described("Very Long Mug ".repeat(30).trim(), "<p>Short text.</p>", "TROUBLE-LONG");
  }

  /** Emoji and HTML entities in the title. */
  public static CatalogueProduct withOddTitle() {
    return described(
        "Salt &amp; Pepper \uD83E\uDDC2 Set \u2013 \u201CBest\u201D",
        "<p>A pair of shakers.</p>",
        "TROUBLE-ODD");
  }

  private static CatalogueProduct described(String title, String html, String sku) {
    CatalogueProduct plain = build(title, List.of(), List.of(sku(sku)), pictures(Slug.of(sku)));
    return new CatalogueProduct(
        plain.handle(),
        title,
        html,
        plain.vendor(),
        plain.type(),
        plain.status(),
        plain.tags(),
        plain.options(),
        plain.variants(),
        plain.pictures(),
        plain.metafields());
  }

  private static CatalogueProduct build(
      String title,
      List<CatalogueOption> options,
      List<CatalogueVariant> variants,
      List<Picture> pictures) {
    return new CatalogueProduct(
        Slug.of(title),
        title,
        "<p>One of the difficult ones.</p>",
        "Tidewell Pottery",
        "Mugs",
        "active",
        List.of("tiktok", "trouble"),
        options,
        variants,
        pictures,
        Map.of("custom.material", "Stoneware"));
  }

  private static CatalogueVariant sku(String sku) {
    return new CatalogueVariant(
        List.of(), sku, PLAIN.barcode(), PLAIN.price(), null, 300, true, PLAIN.stock(), 0);
  }

  private static CatalogueVariant choosing(CatalogueVariant v, List<String> choice) {
    return new CatalogueVariant(
        choice, v.sku(), v.barcode(), v.price(), null, v.grams(), true, v.stock(), 0);
  }

  private static List<Picture> pictures(String name) {
    return List.of(new Picture(name + "-1.jpg", "A jar", Motif.JAR, Tints.of(name), 1000, 1000));
  }
}
