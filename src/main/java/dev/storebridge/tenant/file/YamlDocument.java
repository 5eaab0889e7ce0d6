package dev.storebridge.tenant.file;

import dev.storebridge.tenant.file.YamlNode.Items;
import dev.storebridge.tenant.file.YamlNode.Mark;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.util.Map;
import java.util.Optional;

/** A file's tree, and its values by their key paths. */
record YamlDocument(YamlNode root, Map<String, YamlNode> byPath) {

  static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  Optional<YamlNode> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  Optional<String> text(String path) {
    return at(path).filter(Scalar.class::isInstance).map(node -> ((Scalar) node).text());
  }

  /** How many items a list has; 0 when there is none. */
  int size(String path) {
    return at(path).orElse(root) instanceof Items items ? items.nodes().size() : 0;
  }

  Mark markOf(String path) {
    return at(path).orElse(root).at();
  }
}
