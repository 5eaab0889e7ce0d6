package dev.storebridge.sandbox.shopify.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes nested answers as lines: every node of a connection is a line of its own that names its
 * parent. Children follow their parent somewhere, or at once when objects are grouped.
 */
final class BulkLines {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HELD_BACK = 12;

  private record Line(Map<String, Object> object, List<Line> children) {}

  private final Writer out;
  private final boolean grouped;
  private final Random order = new Random(7);
  private final List<Line> held = new ArrayList<>();
  private long objects;
  private long roots;

  BulkLines(Writer out, boolean grouped) {
    this.out = out;
    this.grouped = grouped;
  }

  long objects() {
    return objects;
  }

  long roots() {
    return roots;
  }

  /** Writes the nodes of the root connections and returns how many there were at most. */
  int write(Map<String, Object> data) {
    int most = 0;
    for (Object value : data.values()) {
      if (isConnection(value)) {
        List<?> edges = (List<?>) ((Map<?, ?>) value).get("edges");
        most = Math.max(most, edges.size());
        edges.forEach(edge -> root(line(node(edge), null)));
      }
    }
    return most;
  }

  /** Writes what was held back. */
  void finish() {
    while (!held.isEmpty()) {
      emit(held.remove(order.nextInt(held.size())));
    }
  }

  private void root(Line line) {
    roots++;
    emit(line);
    while (held.size() > HELD_BACK) {
      emit(held.remove(order.nextInt(held.size())));
    }
  }

  private void emit(Line line) {
    print(line.object());
    if (grouped) {
      line.children().forEach(this::emit);
    } else {
      held.addAll(line.children());
    }
  }

  private void print(Map<String, Object> object) {
    try {
      out.write(JSON.writeValueAsString(object).replace("/", "\\/"));
      out.write('\n');
      objects++;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(Map<String, Object> node, Object parentId) {
    List<Line> children = new ArrayList<>();
    Map<String, Object> own = stripped(node, node.get("id"), children);
    if (parentId != null) {
      own.put("__parentId", parentId);
    }
    return new Line(own, children);
  }

  /** The object without its connections, whose nodes become lines that name this line's node. */
  private static Map<String, Object> stripped(
      Map<String, Object> object, Object lineId, List<Line> children) {
    Map<String, Object> own = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (isConnection(value)) {
            List<?> edges = (List<?>) ((Map<?, ?>) value).get("edges");
            edges.forEach(edge -> children.add(line(node(edge), lineId)));
          } else if (value instanceof Map<?, ?>) {
            own.put(name, stripped(cast(value), lineId, children));
          } else {
            own.put(name, value);
          }
        });
    return own;
  }

  private static boolean isConnection(Object value) {
    return value instanceof Map<?, ?> map && map.get("edges") instanceof List<?>;
  }

  private static Map<String, Object> node(Object edge) {
    return cast(((Map<?, ?>) edge).get("node"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Object map) {
    return (Map<String, Object>) map;
  }
}
