package dev.storebridge.tenant.file;

import dev.storebridge.tenant.file.YamlNode.Mark;
import java.util.Set;

/**
 * Where in which file a value is being read.
 *
 * @param path key path of the value
 */
record Place(String path, Reading reading) {

  /** Where the format itself is read; nothing is refused there. */
  static Place nowhere() {
    Findings none = new Findings("");
    return new Place("", new Reading(null, null, none, null, Set.of()));
  }

  Place child(String key) {
    return new Place(YamlDocument.child(path, key), reading);
  }

  Place item(int index) {
    return new Place(path + "[" + index + "]", reading);
  }

  /** The place of the list item this place is below, for example {@code connections[3]}. */
  String topItem() {
    return path.substring(0, path.indexOf(']') + 1);
  }

  void refuse(Mark at, String reason, String fix) {
    reading.findings().error(at, path, reason, fix);
  }
}
