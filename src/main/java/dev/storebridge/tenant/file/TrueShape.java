package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A flag that is there only to be true. */
record TrueShape() implements Shape<Boolean> {

  @Override
  public Optional<Boolean> read(YamlNode node, Place place) {
    Optional<Boolean> flag = Shapes.flag().read(node, place);
    if (flag.equals(Optional.of(false))) {
      place.refuse(node.at(), "can only be true", "name another way in instead");
      return Optional.empty();
    }
    return flag;
  }

  @Override
  public ObjectNode schema() {
    return JsonNodeFactory.instance.objectNode().put("const", true);
  }

  @Override
  public String words() {
    return "`true`";
  }
}
