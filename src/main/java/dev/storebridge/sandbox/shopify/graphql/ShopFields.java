package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.Gid;
import java.util.List;

/** The fields of the shop itself and of the app that looks at it. */
final class ShopFields {

  /** The app as it is installed at this store. */
  record Installation(Caller caller) {}

  /** The app's public face; also what an adjustment names as its author. */
  record App(String handle) {}

  private record Plan() {}

  private record Domain(ShopFacts facts) {}

  private record Address() {}

  private record Scope(String handle) {}

  List<TypeFields<?>> types() {
    return List.of(shop(), domain(), plan(), address(), installation(), app(), scope());
  }

  private static TypeFields<ShopFacts> shop() {
    return new TypeFields<>("Shop", ShopFacts.class)
        .field("id", s -> Gid.of("Shop", 548_380_009))
        .field("name", ShopFacts::name)
        .field("myshopifyDomain", ShopFacts::domain)
        .field("primaryDomain", Domain::new)
        .field("email", s -> "owner@" + s.domain())
        .field("currencyCode", ShopFacts::currency)
        .field("weightUnit", s -> "GRAMS")
        .field("ianaTimezone", s -> "Europe/London")
        .field("taxesIncluded", s -> true)
        .field("plan", s -> new Plan())
        .field("shopAddress", s -> new Address());
  }

  private static TypeFields<Domain> domain() {
    return new TypeFields<>("Domain", Domain.class)
        .field("id", d -> Gid.of("Domain", 93_049_946))
        .field("host", d -> d.facts().domain())
        .field("url", d -> "https://" + d.facts().domain());
  }

  private static TypeFields<Plan> plan() {
    return new TypeFields<>("ShopPlan", Plan.class)
        .field("publicDisplayName", p -> "Basic")
        .field("partnerDevelopment", p -> false)
        .field("shopifyPlus", p -> false);
  }

  private static TypeFields<Address> address() {
    return new TypeFields<>("ShopAddress", Address.class)
        .field("id", a -> Gid.of("ShopAddress", 548_380_009))
        .field("countryCodeV2", a -> "GB");
  }

  private static TypeFields<Installation> installation() {
    return new TypeFields<>("AppInstallation", Installation.class)
        .field("id", i -> Gid.of("AppInstallation", number(i.caller().app())))
        .field("app", i -> new App(i.caller().app()))
        .field("accessScopes", i -> i.caller().scopes().stream().sorted().map(Scope::new).toList());
  }

  private static TypeFields<App> app() {
    return new TypeFields<>("App", App.class)
        .field("id", a -> Gid.of("App", number(a.handle())))
        .field("handle", App::handle)
        .field("title", App::handle);
  }

  private static TypeFields<Scope> scope() {
    return new TypeFields<>("AccessScope", Scope.class).field("handle", Scope::handle);
  }

  private static long number(String name) {
    return Integer.toUnsignedLong(name.hashCode());
  }
}
