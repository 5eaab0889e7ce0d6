package dev.storebridge.sandbox.shopify.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Part of a list, as a connection shows it. */
record Page(List<?> nodes, boolean hasPrevious, boolean hasNext, Function<Object, String> cursors) {

  /** A node with its cursor. */
  record Edge(Object node, Function<Object, String> cursors) {

    String cursor() {
      return cursors.apply(node);
    }
  }

  List<Edge> edges() {
    List<Edge> edges = new ArrayList<>(nodes.size());
    nodes.forEach(node -> edges.add(new Edge(node, cursors)));
    return edges;
  }

  String startCursor() {
    return nodes.isEmpty() ? null : cursors.apply(nodes.getFirst());
  }

  String endCursor() {
    return nodes.isEmpty() ? null : cursors.apply(nodes.getLast());
  }
}
