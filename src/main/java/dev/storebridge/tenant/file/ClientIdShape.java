package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.platform.Secret;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.util.Optional;

/** The public id of an app: may stand in the file, or be referred to like a secret. */
record ClientIdShape() implements Shape<Secret> {

  private static final Shape<String> PLAIN =
      Shapes.id("[A-Za-z0-9_-]{1,100}", "a client id, or a reference like a secret's");

  @Override
  public Optional<Secret> read(YamlNode node, Place place) {
    boolean reference =
        node instanceof Scalar scalar && scalar.text().matches("(env|file):[\\s\\S]*");
    return reference
        ? new SecretShape().read(node, place)
        : PLAIN.read(node, place).map(Secret::new);
  }

  @Override
  public ObjectNode schema() {
    return Shapes.json("string");
  }

  @Override
  public String words() {
    return PLAIN.words();
  }
}
