package dev.storebridge.tenant.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What must fit together across a file. Works on the text, so that these mistakes are reported even
 * where others kept the records from being built.
 */
record CrossChecks(Reading reading) {

  void run() {
    tenantIsFileName();
    unique("stores", "id", "the store id");
    unique("connections", "id", "the connection id");
    unique("connections", "shop.id", "the shop");
    storesAreKnown();
    items("connections").forEach(path -> RuleFormats.refuseLocations(new Place(path, reading)));
  }

  private void tenantIsFileName() {
    String expected = reading.owner().tenant();
    document()
        .text("tenant")
        .filter(id -> id.matches(TenantFormat.TENANT_ID) && !id.equals(expected))
        .ifPresent(
            id ->
                refuse(
                    "tenant",
                    "`" + id + "` is not the file's name",
                    "write `" + expected + "`, or rename the file to " + id + ".yaml"));
  }

  private void unique(String list, String key, String what) {
    Map<String, String> first = new HashMap<>();
    for (String item : items(list)) {
      String path = item + "." + key;
      document()
          .text(path)
          .ifPresent(
              id -> {
                String earlier = first.putIfAbsent(id, path);
                if (earlier != null) {
                  refuse(path, what + " is used twice, first in line " + line(earlier), "");
                }
              });
    }
  }

  private void storesAreKnown() {
    Set<String> known = new HashSet<>();
    items("stores").forEach(store -> document().text(store + ".id").ifPresent(known::add));
    for (String connection : items("connections")) {
      String path = connection + ".store";
      document()
          .text(path)
          .filter(id -> !known.contains(id))
          .ifPresent(
              id ->
                  refuse(
                      path,
                      "there is no store " + ScalarShape.shown(id) + " in this file",
                      Suggestion.near(List.copyOf(known), id)));
    }
  }

  private List<String> items(String list) {
    return IntStream.range(0, document().size(list)).mapToObj(i -> list + "[" + i + "]").toList();
  }

  private int line(String path) {
    return document().markOf(path).line();
  }

  private void refuse(String path, String reason, String fix) {
    new Place(path, reading).refuse(document().markOf(path), reason, fix);
  }

  private YamlDocument document() {
    return reading.document();
  }
}
