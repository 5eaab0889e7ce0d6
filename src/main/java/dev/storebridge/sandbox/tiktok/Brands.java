package dev.storebridge.sandbox.tiktok;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The brands of the simulated platform, by id. */
final class Brands {

  private final Map<String, String> names = new ConcurrentSkipListMap<>();
  private final Ids ids;

  Brands(Ids ids) {
    this.ids = ids;
    names.put("7082427311584347905", "Acme");
    names.put("7082427311584347906", "Acme Kids");
    names.put("7082427311584347907", "Northwind");
    names.put("7082427311584347908", "Contoso");
    names.put("7082427311584347909", "Fabrikam");
  }

  Optional<String> name(String id) {
    return Optional.ofNullable(names.get(id));
  }

  /** Ids of brands whose name begins so, in order of id. */
  List<String> startingWith(String prefix) {
    String wanted = prefix.toLowerCase(Locale.ROOT);
    return names.entrySet().stream()
        .filter(brand -> brand.getValue().toLowerCase(Locale.ROOT).startsWith(wanted))
        .map(Map.Entry::getKey)
        .toList();
  }

  String add(String name) {
    String id = ids.next();
    names.put(id, name);
    return id;
  }
}
