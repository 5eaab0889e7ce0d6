package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredLocation;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.function.LongFunction;

/** The entries of a query. */
final class Roots {

  private static final String PRODUCTS = "read_products";
  private static final String INVENTORY = "read_inventory";
  private static final String LOCATIONS = "read_locations";

  private final Shelf shelf;
  private final Listings listings;
  private final ShopFacts facts;

  Roots(Shelf shelf, Listings listings, ShopFacts facts) {
    this.shelf = shelf;
    this.listings = listings;
    this.facts = facts;
  }

  TypeFields<Object> query() {
    TypeFields<Object> query = new TypeFields<>("QueryRoot", Object.class);
    catalogue(query);
    inventory(query);
    return query
        .field("shop", root -> facts)
        .field(
            "currentAppInstallation",
            (root, env) -> new ShopFields.Installation(env.getGraphQlContext().get(Caller.class)))
        .field("node", (root, env) -> node(env.getArgument("id")))
        .field("nodes", (root, env) -> nodes(env.getArgument("ids")));
  }

  private void catalogue(TypeFields<Object> query) {
    query
        .field("products", (root, env) -> products(env))
        .needs("products", PRODUCTS)
        .field("productsCount", (root, env) -> productsCount(env))
        .needs("productsCount", PRODUCTS)
        .field("product", (root, env) -> one(env, "Product", this::product))
        .needs("product", PRODUCTS)
        .field("productVariants", (root, env) -> variants(env))
        .needs("productVariants", PRODUCTS)
        .field("productVariant", (root, env) -> one(env, "ProductVariant", this::variant))
        .needs("productVariant", PRODUCTS);
  }

  private void inventory(TypeFields<Object> query) {
    query
        .field("inventoryItem", (root, env) -> one(env, "InventoryItem", this::item))
        .needs("inventoryItem", INVENTORY, PRODUCTS)
        .field("inventoryItems", (root, env) -> items(env))
        .needs("inventoryItems", INVENTORY, PRODUCTS)
        .field("location", (root, env) -> location(env))
        .needs("location", LOCATIONS, INVENTORY)
        .field(
            "locations",
            (root, env) -> Paging.page(env, Shelf.LOCATIONS, Sort.byId(StoredLocation::id)))
        .needs("locations", LOCATIONS, INVENTORY);
  }

  private Object products(DataFetchingEnvironment env) {
    Sort<StoredProduct> sort =
        Listings.productSort(env.getArgument("sortKey")).reversed(env.getArgument("reverse"));
    return Paging.page(env, listings.products(sort, env.getArgument("query")), sort);
  }

  private Object productsCount(DataFetchingEnvironment env) {
    Sort<StoredProduct> sort = Listings.productSort("ID");
    return ProductFields.count(listings.products(sort, env.getArgument("query")).size());
  }

  private Object variants(DataFetchingEnvironment env) {
    Sort<StoredVariant> sort =
        Listings.variantSort(env.getArgument("sortKey")).reversed(env.getArgument("reverse"));
    return Paging.page(env, listings.variants(sort, env.getArgument("query")), sort);
  }

  private Object items(DataFetchingEnvironment env) {
    Sort<Item> sort = Sort.byId(Item::id);
    return Paging.page(env, listings.items(sort, env.getArgument("query")), sort);
  }

  /** Without an id Shopify answers with the primary location. */
  private Object location(DataFetchingEnvironment env) {
    return env.getArgument("id") == null
        ? Shelf.LOCATIONS.getFirst()
        : one(env, "Location", this::place);
  }

  private static Object one(DataFetchingEnvironment env, String type, LongFunction<Object> find) {
    return find.apply(Gid.number(type, env.getArgument("id")).orElseThrow(ApiException::invalidId));
  }

  private List<Object> nodes(List<String> ids) {
    if (ids.size() > 250) {
      throw new ApiException(
          "The input array size of " + ids.size() + " is greater than the maximum allowed of 250.",
          "MAX_INPUT_SIZE_EXCEEDED");
    }
    List<Object> nodes = new java.util.ArrayList<>(ids.size());
    ids.forEach(id -> nodes.add(node(id)));
    return nodes;
  }

  private Object node(String gid) {
    String type = Gid.type(gid);
    LongFunction<Object> find =
        switch (type) {
          case "Product" -> this::product;
          case "ProductVariant" -> this::variant;
          case "InventoryItem" -> this::item;
          case "Location" -> this::place;
          default -> throw ApiException.invalidId();
        };
    return find.apply(Gid.number(type, gid).orElseThrow(ApiException::invalidId));
  }

  private Object product(long id) {
    return shelf.product(id).orElse(null);
  }

  private Object variant(long id) {
    return shelf.variant(id).orElse(null);
  }

  private Object item(long id) {
    return shelf.variantOfItem(id).map(Item::new).orElse(null);
  }

  private Object place(long id) {
    return shelf.location(id).orElse(null);
  }
}
