package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.JsonNode;

/** The format for people: a Markdown table of every key with its values, default and meaning. */
public final class TenantGuide {

  private TenantGuide() {}

  /** The table, ready to be saved. */
  public static String markdown() {
    StringBuilder text =
        new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
    TenantFormat.FILE.fields().forEach(field -> append("", field, text));
    return text.toString();
  }

  private static void append(String path, Field<?> field, StringBuilder text) {
    String key = YamlDocument.child(path, field.name());
    boolean section = !field.shape().nested().isEmpty();
    text.append(
        "| `%s` | %s | %s | %s |%n"
            .formatted(
                key, section ? "" : escaped(field.shape().words()), fallback(field), field.doc())
            .replace(System.lineSeparator(), "\n"));
    for (Shape.Nested below : field.shape().nested()) {
      below.fields().forEach(child -> append(key + below.prefix(), child, text));
    }
  }

  private static String fallback(Field<?> field) {
    if (field.isRequired()) {
      return "required";
    }
    JsonNode value = field.fallback().map(Kinds::json).orElse(null);
    return value == null ? "none" : "`" + escaped(value.toString()) + "`";
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
