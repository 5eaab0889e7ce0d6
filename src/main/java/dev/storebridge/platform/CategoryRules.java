package dev.storebridge.platform;

import java.util.List;

/** What a listing in one category must and may say. */
public record CategoryRules(
    String categoryId,
    List<CategoryAttribute> attributes,
    List<Certification> certifications,
    boolean sizeChartRequired,
    boolean dimensionsRequired) {

  public CategoryRules {
    attributes = List.copyOf(attributes);
    certifications = List.copyOf(certifications);
  }

  /**
   * A product property of the category. Sales properties are left out: option names are free.
   *
   * @param customisable true when a value outside the list is taken
   */
  public record CategoryAttribute(
      String id,
      String name,
      boolean required,
      boolean multiple,
      boolean customisable,
      List<Value> values) {

    public CategoryAttribute {
      values = List.copyOf(values);
    }

    /** One value of the channel's list. */
    public record Value(String id, String name) {}
  }

  /** A document that the category may ask for. */
  public record Certification(String id, String name, boolean required) {}
}
