package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.util.Optional;

/** A document beside the tenant's secrets; kept as a reference, opened when it is sent. */
record DocumentShape() implements Shape<String> {

  @Override
  public Optional<String> read(YamlNode node, Place place) {
    if (!(node instanceof Scalar scalar) || scalar.isNull()) {
      return Kinds.refuse(node, place, words());
    }
    Reading reading = place.reading();
    Secrets source = reading.secrets().source();
    source.fileOf(scalar.text(), reading.owner()).ifPresent(reading.touched()::add);
    return SecretShape.follow(source.document(scalar.text(), reading.owner()), node, place)
        .map(there -> scalar.text());
  }

  @Override
  public ObjectNode schema() {
    return Shapes.json("string").put("pattern", "^file:[A-Za-z0-9._/-]+$");
  }

  @Override
  public String words() {
    return "`file:<name>`, a document of up to 10 MB in the tenant's secrets folder";
  }
}
