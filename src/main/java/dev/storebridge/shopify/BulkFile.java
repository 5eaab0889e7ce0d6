package dev.storebridge.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Product;
import dev.storebridge.platform.AccountId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows of an export: products, variants, pictures and stock levels, in any order, each child
 * naming its parent. A first pass counts the rows of each product, so that the second can hand a
 * product over, and forget it, as soon as its last row has come.
 */
final class BulkFile {

  private static final int BATCH = 100;

  private final AccountId account;
  private final Path file;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Integer> rowsOf = new HashMap<>();
  private final Set<String> products = new HashSet<>();

  private BulkFile(AccountId account, Path file) {
    this.account = account;
    this.file = file;
  }

  /** The first pass. */
  static BulkFile scan(AccountId account, Path file) throws IOException {
    BulkFile rows = new BulkFile(account, file);
    rows.eachRow(rows::learn);
    rows.eachRow(row -> rows.rowsOf.merge(rows.root(row), 1, Integer::sum));
    return rows;
  }

  /** True when no product is missing: neither of those counted by Shopify, nor a row's own. */
  boolean complete(int counted) {
    return products.size() >= counted && products.containsAll(rowsOf.keySet());
  }

  /** The second pass. */
  void read(List<MetafieldName> metafields, Consumer<List<Product>> batches) throws IOException {
    Map<String, List<ObjectNode>> open = new HashMap<>();
    List<Product> batch = new ArrayList<>();
    eachRow(
        row -> {
          String root = root(row);
          List<ObjectNode> rows = open.computeIfAbsent(root, key -> new ArrayList<>());
          rows.add(row);
          if (rows.size() == rowsOf.get(root)) {
            open.remove(root);
            batch.add(ShopifyTranslator.product(assemble(rows), metafields));
          }
          if (batch.size() == BATCH) {
            batches.accept(List.copyOf(batch));
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      batches.accept(List.copyOf(batch));
    }
  }

  private void learn(ObjectNode row) {
    JsonNode parent = row.path("__parentId");
    if (parent.isMissingNode()) {
      products.add(row.path("id").asText());
    } else if (isA("ProductVariant", row)) {
      parents.put(row.path("id").asText(), parent.asText());
      parents.put(row.path("inventoryItem").path("id").asText(), parent.asText());
    }
  }

  private String root(ObjectNode row) {
    if (!row.has("__parentId")) {
      return row.path("id").asText();
    }
    String parent = row.path("__parentId").asText();
    return parents.getOrDefault(parent, parent);
  }

  /** Puts the rows of one product into the shape that a query by id answers with. */
  private ObjectNode assemble(List<ObjectNode> rows) {
    Map<String, ObjectNode> owners = new HashMap<>();
    for (ObjectNode row : rows) {
      if (!row.has("__parentId") || isA("ProductVariant", row)) {
        owners.put(row.path("id").asText(), row);
      }
      if (row.path("inventoryItem") instanceof ObjectNode item) {
        owners.put(item.path("id").asText(), row);
      }
    }
    for (ObjectNode row : rows) {
      if (row.has("__parentId")) {
        attach(row, owners.get(row.path("__parentId").asText()));
      }
    }
    return owners.get(root(rows.getFirst()));
  }

  private static void attach(ObjectNode row, ObjectNode owner) {
    if (isA("ProductVariant", row)) {
      owner.withObject("/variants").withArray("nodes").add(row);
    } else if (isA("InventoryLevel", row)) {
      owner.withObject("/inventoryItem/inventoryLevels").withArray("nodes").add(row);
    } else {
      owner.withObject("/media").withArray("nodes").add(row);
    }
  }

  private static boolean isA(String type, ObjectNode row) {
    return row.path("id").asText().startsWith("gid://shopify/" + type + "/");
  }

  private void eachRow(Consumer<ObjectNode> rows) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          rows.accept(parse(line));
        }
      }
    }
  }

  private ObjectNode parse(String line) {
    try {
      if (ShopifyApi.JSON.readTree(line) instanceof ObjectNode row) {
        return row;
      }
    } catch (JsonProcessingException e) {
      throw ShopifyErrors.cutOffExport(account).causedBy(e);
    }
    throw ShopifyErrors.cutOffExport(account);
  }
}
