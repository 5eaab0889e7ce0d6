package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.order.OrderDesk;
import dev.storebridge.sandbox.shopify.store.SearchIndex;
import dev.storebridge.sandbox.shopify.store.Shelf;
import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the schema's text with the fields' values, and refuses a text with fields that have none.
 */
final class AdminSchema {

  private static final List<String> CONNECTIONS =
      List.of(
          "FulfillmentOrder",
          "FulfillmentOrderLineItem",
          "RefundLineItem",
          "Product",
          "ProductVariant",
          "Media",
          "Metafield",
          "InventoryItem",
          "InventoryLevel",
          "Location",
          "BulkOperation",
          "WebhookSubscription",
          "Order",
          "LineItem",
          "FulfillmentLineItem");

  /** The store's parts that the fields look at. */
  record Parts(
      Shelf shelf,
      SearchIndex index,
      ShopFacts facts,
      BulkDesk desk,
      OrderDesk orders,
      AdminApi.Hooks hooks,
      Clock clock) {}

  private AdminSchema() {}

  static GraphQLSchema build(Parts parts) {
    List<TypeFields<?>> types = types(parts);
    TypeDefinitionRegistry text = text();
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    for (TypeFields<?> type : types) {
      Map<String, DataFetcher<?>> fetchers = type.fetchers();
      wiring.type(type.type(), builder -> builder.dataFetchers(raw(fetchers)));
    }
    TypeResolver resolver = resolver(types);
    for (String abstraction : List.of("Node", "Media", "DisplayableError")) {
      wiring.type(abstraction, builder -> builder.typeResolver(resolver));
    }
    text.scalars().keySet().stream()
        .filter(name -> !builtIn(name))
        .forEach(
            name -> wiring.scalar(dev.storebridge.sandbox.shopify.graphql.Scalars.named(name)));
    GraphQLSchema schema = new SchemaGenerator().makeExecutableSchema(text, wiring.build());
    demandEveryField(schema, types);
    return schema;
  }

  private static boolean builtIn(String name) {
    return List.of(
            Scalars.GraphQLID,
            Scalars.GraphQLInt,
            Scalars.GraphQLString,
            Scalars.GraphQLFloat,
            Scalars.GraphQLBoolean)
        .stream()
        .anyMatch(scalar -> scalar.getName().equals(name));
  }

  private static TypeDefinitionRegistry text() {
    try (InputStream file =
        AdminSchema.class.getResourceAsStream("/sandbox/shopify/admin-2026-10.graphqls")) {
      return new SchemaParser().parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The schema cannot be read", e);
    }
  }

  private static List<TypeFields<?>> types(Parts parts) {
    Shelf shelf = parts.shelf();
    Listings listings = new Listings(shelf, parts.index());
    TypeFields<Object> query = new Roots(shelf, listings, parts.facts()).query();
    TypeFields<Object> mutation = new TypeFields<>("Mutation", Object.class);
    BulkFields bulk = new BulkFields(parts.desk());
    bulk.addTo(query, mutation);
    ProductMutations products = new ProductMutations(shelf);
    products.addTo(mutation);
    IdempotencyKeys keys = new IdempotencyKeys(parts.clock());
    StockMutation stock = new StockMutation(shelf, keys);
    stock.addTo(mutation);
    MoveMutation moving = new MoveMutation(shelf, keys);
    moving.addTo(mutation);
    WebhookFields webhooks =
        new WebhookFields(parts.hooks().subscriptions(), parts.hooks().anywhere(), shelf::now);
    webhooks.addTo(query, mutation);
    OrderFields orders = new OrderFields(shelf, parts.orders());
    orders.addTo(query);
    OrderMutations placing = new OrderMutations(shelf, parts.orders(), parts.facts().currency());
    placing.addTo(mutation);
    RefundMutation refunding = new RefundMutation(parts.orders(), keys);
    refunding.addTo(mutation);
    FulfilmentFields sending = new FulfilmentFields(parts.orders());
    sending.addTo(mutation);
    List<TypeFields<?>> types = new ArrayList<>(List.of(query, mutation));
    types.addAll(sending.types());
    types.addAll(bulk.types());
    types.addAll(products.types());
    types.addAll(stock.types());
    types.addAll(moving.types());
    types.addAll(webhooks.types());
    types.addAll(orders.types());
    types.addAll(placing.types());
    types.addAll(refunding.types());
    types.addAll(new ProductFields(shelf).types());
    types.addAll(new VariantFields(shelf).types());
    types.addAll(new MediaFields(parts.facts().baseUrl()).types());
    types.addAll(new InventoryFields(shelf, listings).types());
    types.addAll(new ShopFields().types());
    UserProblem.TYPES.forEach(type -> types.add(UserProblem.fields(type)));
    CONNECTIONS.forEach(node -> types.addAll(connection(node)));
    types.add(pageInfo());
    return types;
  }

  private static List<TypeFields<?>> connection(String node) {
    return List.of(
        new TypeFields<>(node + "Connection", Page.class)
            .field("nodes", Page::nodes)
            .field("edges", Page::edges)
            .field("pageInfo", page -> page),
        new TypeFields<>(node + "Edge", Page.Edge.class)
            .field("node", Page.Edge::node)
            .field("cursor", Page.Edge::cursor));
  }

  private static TypeFields<Page> pageInfo() {
    return new TypeFields<>("PageInfo", Page.class)
        .field("hasNextPage", Page::hasNext)
        .field("hasPreviousPage", Page::hasPrevious)
        .field("startCursor", Page::startCursor)
        .field("endCursor", Page::endCursor);
  }

  private static TypeResolver resolver(List<TypeFields<?>> types) {
    Map<Class<?>, String> names = new HashMap<>();
    types.forEach(type -> names.put(type.source(), type.type()));
    return env -> env.getSchema().getObjectType(names.get(env.getObject().getClass()));
  }

  private static void demandEveryField(GraphQLSchema schema, List<TypeFields<?>> types) {
    Map<String, TypeFields<?>> byName = new HashMap<>();
    types.forEach(type -> byName.put(type.type(), type));
    for (var type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object && !object.getName().startsWith("__")) {
        TypeFields<?> fields = byName.get(object.getName());
        object.getFieldDefinitions().stream()
            .filter(field -> fields == null || !fields.fetchers().containsKey(field.getName()))
            .findFirst()
            .ifPresent(
                field -> {
                  throw new IllegalStateException(
                      object.getName() + "." + field.getName() + " has no value");
                });
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, DataFetcher> raw(Map<String, DataFetcher<?>> fetchers) {
    return (Map) fetchers;
  }
}
