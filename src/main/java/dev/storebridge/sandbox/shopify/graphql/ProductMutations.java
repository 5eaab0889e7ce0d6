package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.ProductEdit;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import dev.storebridge.sandbox.shopify.store.VariantEdit;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The edits of products and variants. */
final class ProductMutations {

  private record Edited(
      StoredProduct product, List<StoredVariant> variants, List<UserProblem> problems) {

    static Edited refused(UserProblem problem) {
      return new Edited(null, null, List.of(problem));
    }
  }

  private final Shelf shelf;

  ProductMutations(Shelf shelf) {
    this.shelf = shelf;
  }

  List<TypeFields<?>> types() {
    return List.of(
        new TypeFields<>("ProductUpdatePayload", Edited.class)
            .field("product", Edited::product)
            .field("userErrors", Edited::problems),
        new TypeFields<>("ProductVariantsBulkUpdatePayload", Edited.class)
            .field("product", Edited::product)
            .field("productVariants", Edited::variants)
            .field("userErrors", Edited::problems));
  }

  void addTo(TypeFields<Object> mutation) {
    mutation
        .field("productUpdate", (root, env) -> update(env))
        .needs("productUpdate", "write_products")
        .field("productVariantsBulkUpdate", (root, env) -> updateVariants(env))
        .needs("productVariantsBulkUpdate", "write_products");
  }

  private Edited update(DataFetchingEnvironment env) {
    Map<String, Object> input = env.getArgumentOrDefault("product", Map.of());
    if (input.containsKey("title") && String.valueOf(input.get("title")).isBlank()) {
      return Edited.refused(new UserProblem(List.of("title"), "Title can't be blank", null));
    }
    OptionalLong id = Gid.number("Product", (String) input.get("id"));
    Optional<StoredProduct> edited =
        id.isEmpty()
            ? Optional.empty()
            : shelf.edit(id.getAsLong(), product -> product.with(edit(input), shelf.now()));
    return edited
        .map(product -> new Edited(product, null, List.of()))
        .orElseGet(
            () -> Edited.refused(new UserProblem(List.of("id"), "Product does not exist", null)));
  }

  @SuppressWarnings("unchecked")
  private static ProductEdit edit(Map<String, Object> input) {
    return new ProductEdit(
        text(input, "title"),
        text(input, "descriptionHtml"),
        text(input, "status"),
        text(input, "vendor"),
        text(input, "productType"),
        Optional.ofNullable((List<String>) input.get("tags")));
  }

  private Edited updateVariants(DataFetchingEnvironment env) {
    OptionalLong id = Gid.number("Product", env.getArgument("productId"));
    Optional<StoredProduct> product =
        id.isEmpty() ? Optional.empty() : shelf.product(id.getAsLong());
    if (product.isEmpty()) {
      return Edited.refused(
          new UserProblem(
              List.of("productId"), "Product does not exist", "PRODUCT_DOES_NOT_EXIST"));
    }
    List<Map<String, Object>> inputs = env.getArgument("variants");
    List<UserProblem> problems = problems(product.get(), inputs);
    if (!problems.isEmpty()) {
      return new Edited(null, null, problems);
    }
    StoredProduct edited =
        shelf.edit(product.get().id(), current -> apply(current, inputs)).orElseThrow();
    List<StoredVariant> changed =
        edited.variants().stream().filter(v -> input(v, inputs) != null).toList();
    return new Edited(edited, changed, List.of());
  }

  private static List<UserProblem> problems(
      StoredProduct product, List<Map<String, Object>> inputs) {
    List<UserProblem> problems = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Map<String, Object> input = inputs.get(i);
      String place = Integer.toString(i);
      if (product.variants().stream().noneMatch(v -> names(input, v))) {
        problems.add(
            new UserProblem(
                List.of("variants", place, "id"),
                "Product variant does not exist",
                "PRODUCT_VARIANT_DOES_NOT_EXIST"));
      } else if (input.get("price") != null && amount(input, "price").orElseThrow().signum() < 0) {
        problems.add(
            new UserProblem(
                List.of("variants", place, "price"),
                "Price must be greater than or equal to 0",
                "GREATER_THAN_OR_EQUAL_TO"));
      }
    }
    return problems;
  }

  private StoredProduct apply(StoredProduct product, List<Map<String, Object>> inputs) {
    List<StoredVariant> edited =
        product.variants().stream()
            .map(
                v -> {
                  Map<String, Object> input = input(v, inputs);
                  return input == null ? v : v.with(variantEdit(input), shelf.now());
                })
            .toList();
    return product.with(edited, shelf.now());
  }

  private static Map<String, Object> input(StoredVariant v, List<Map<String, Object>> inputs) {
    return inputs.stream().filter(input -> names(input, v)).findFirst().orElse(null);
  }

  private static boolean names(Map<String, Object> input, StoredVariant variant) {
    return Gid.of("ProductVariant", variant.id()).equals(input.get("id"));
  }

  @SuppressWarnings("unchecked")
  private static VariantEdit variantEdit(Map<String, Object> input) {
    Map<String, Object> item = (Map<String, Object>) input.getOrDefault("inventoryItem", Map.of());
    return new VariantEdit(
        text(item, "sku"),
        text(input, "barcode"),
        amount(input, "price"),
        compareAt(input),
        Optional.ofNullable((Boolean) item.get("tracked")));
  }

  private static Optional<VariantEdit.CompareAt> compareAt(Map<String, Object> input) {
    return input.containsKey("compareAtPrice")
        ? Optional.of(new VariantEdit.CompareAt(amount(input, "compareAtPrice").orElse(null)))
        : Optional.empty();
  }

  private static Optional<String> text(Map<String, Object> input, String name) {
    return Optional.ofNullable(input.get(name)).map(String::valueOf);
  }

  private static Optional<BigDecimal> amount(Map<String, Object> input, String name) {
    return text(input, name).map(BigDecimal::new);
  }
}
