package dev.storebridge.sandbox.shopify.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The fields of one type of the schema, each with where its value comes from. */
final class TypeFields<S> {

  /** How a value is found with the help of the field's arguments. */
  @FunctionalInterface
  interface Finder<S> {
    Object find(S source, DataFetchingEnvironment env);
  }

  private final String type;
  private final Class<S> source;
  private final Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();

  TypeFields(String type, Class<S> source) {
    this.type = type;
    this.source = source;
  }

  String type() {
    return type;
  }

  Class<S> source() {
    return source;
  }

  Map<String, DataFetcher<?>> fetchers() {
    return fetchers;
  }

  TypeFields<S> field(String name, Function<S, Object> value) {
    fetchers.put(name, env -> value.apply(source.cast(env.getSource())));
    return this;
  }

  TypeFields<S> field(String name, Finder<S> finder) {
    fetchers.put(name, env -> finder.find(source.cast(env.getSource()), env));
    return this;
  }

  /** Demands one of the scopes for a field that was added before. */
  TypeFields<S> needs(String name, String... scopes) {
    DataFetcher<?> open = fetchers.get(name);
    Set<String> wanted = new TreeSet<>(Set.of(scopes));
    fetchers.put(
        name,
        env -> {
          demand(env, name, wanted);
          return open.get(env);
        });
    return this;
  }

  private static void demand(DataFetchingEnvironment env, String name, Set<String> wanted) {
    Caller caller = env.getGraphQlContext().get(Caller.class);
    if (caller.mayAny(wanted)) {
      return;
    }
    String required = "`" + String.join("` or `", wanted) + "` access scope.";
    throw new ApiException(
        "Access denied for " + name + " field. Required access: " + required,
        "ACCESS_DENIED",
        Map.of(
            "documentation",
            "https://shopify.dev/api/usage/access-scopes",
            "requiredAccess",
            required));
  }
}
