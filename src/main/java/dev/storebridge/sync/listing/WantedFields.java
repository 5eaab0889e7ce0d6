package dev.storebridge.sync.listing;

import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.ListingRules;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Which further values of products the rules name. */
public final class WantedFields {

  private WantedFields() {}

  /** Their names, of all these connections. */
  public static Set<String> of(Collection<ConnectionRules> connections) {
    Set<String> names = new TreeSet<>();
    for (ConnectionRules connection : connections) {
      ListingRules rules = connection.listings();
      if (rules.brand().from() instanceof ListingRules.BrandSource.Field field) {
        names.add(field.name());
      }
      rules
          .attributes()
          .forEach(
              attribute -> {
                if (attribute.source() instanceof ListingRules.AttributeSource.Field field) {
                  names.add(field.name());
                }
              });
    }
    return names;
  }
}
