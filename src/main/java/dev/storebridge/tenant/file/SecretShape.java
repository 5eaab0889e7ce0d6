package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.platform.Secret;
import dev.storebridge.tenant.file.Secrets.Answer;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** A reference to a secret, read into the secret. Never shows what stands in the file. */
record SecretShape() implements Shape<Secret> {

  private static final Pattern REFERENCE = Pattern.compile(Secrets.REFERENCE);

  @Override
  public Optional<Secret> read(YamlNode node, Place place) {
    if (!(node instanceof Scalar scalar) || scalar.isNull()) {
      return Kinds.refuse(node, place, words());
    }
    Reading reading = place.reading();
    Secrets source = reading.secrets().source();
    source.fileOf(scalar.text(), reading.owner()).ifPresent(reading.touched()::add);
    String reference = REFERENCE.matcher(scalar.text()).matches() ? scalar.text() : "";
    return follow(source.read(reference, reading.owner()), node, place);
  }

  /** Reports what is wrong with an answer. */
  static Optional<Secret> follow(Answer answer, YamlNode node, Place place) {
    return switch (answer) {
      case Answer.Found found -> Optional.of(found.secret());
      case Answer.Wrong wrong -> {
        place.refuse(node.at(), wrong.reason(), wrong.fix());
        yield Optional.empty();
      }
      case Answer.Missing missing when place.reading().secrets().required() -> {
        place.refuse(node.at(), missing.reason(), missing.fix());
        yield Optional.empty();
      }
      case Answer.Missing missing -> {
        place
            .reading()
            .findings()
            .warning(node.at(), place.path(), missing.reason(), missing.fix());
        yield Optional.of(new Secret(""));
      }
    };
  }

  @Override
  public ObjectNode schema() {
    return Shapes.json("string")
        .put("pattern", "^(?:env:TENANT_[A-Z0-9_]+|file:[A-Za-z0-9._/-]+)$");
  }

  @Override
  public String words() {
    return "`env:TENANT_<TENANT>_<NAME>` or `file:<name>`";
  }
}
