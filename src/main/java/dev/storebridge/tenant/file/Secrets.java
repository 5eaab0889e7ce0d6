package dev.storebridge.tenant.file;

import dev.storebridge.platform.Secret;
import dev.storebridge.tenant.file.Reading.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Follows the two kinds of reference a secret may be: {@code env:TENANT_<TENANT>_*}, from the
 * environment of the start, and {@code file:<name>} below the tenant's own folder.
 */
public final class Secrets {

  static final String REFERENCE = "env:[A-Z0-9_]{1,200}|file:[A-Za-z0-9._/-]{1,200}";

  private static final int MAX_BYTES = 65_536;
  private static final int MAX_DOCUMENT_BYTES = 10_485_760;
  private static final Pattern NAME =
      Pattern.compile("(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+(/(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)*");

  private final Path folder;
  private final Map<String, String> environment;

  public Secrets(Path folder, Map<String, String> environment) {
    this.folder = folder.toAbsolutePath().normalize();
    this.environment = Map.copyOf(environment);
  }

  /** What became of a reference. */
  sealed interface Answer {

    /** There it is. */
    record Found(Secret secret) implements Answer {}

    /** The reference itself is not allowed. */
    record Wrong(String reason, String fix) implements Answer {}

    /** The reference is right, but nothing usable is there. */
    record Missing(String reason, String fix) implements Answer {}
  }

  Answer read(String reference, Owner owner) {
    if (reference.startsWith("env:")) {
      return fromEnvironment(reference.substring("env:".length()), owner);
    }
    Optional<Path> file = fileOf(reference, owner);
    return file.isEmpty() ? wrongForm(owner) : fromFile(file.get(), MAX_BYTES);
  }

  /** Like {@link #read}, for a document that only has to be there. */
  Answer document(String reference, Owner owner) {
    return fileOf(reference, owner)
        .map(file -> fromFile(file, MAX_DOCUMENT_BYTES))
        .orElse(
            new Answer.Wrong(
                "must be a document below the tenant's secrets folder", "write `file:<name>`"));
  }

  /** Where a {@code file:} reference points, whether or not there is anything. */
  Optional<Path> fileOf(String reference, Owner owner) {
    return Optional.of(reference)
        .filter(text -> text.startsWith("file:"))
        .map(text -> text.substring("file:".length()))
        .filter(name -> NAME.matcher(name).matches())
        .map(name -> folder.resolve(owner.tenant()).resolve(name));
  }

  private Answer fromEnvironment(String name, Owner owner) {
    String prefix = prefix(owner.tenant());
    if (!name.startsWith(prefix) || name.length() == prefix.length()) {
      return wrongForm(owner);
    }
    Optional<String> longer =
        owner.others().stream()
            .filter(other -> other.length() > owner.tenant().length())
            .filter(other -> name.startsWith(prefix(other)))
            .findFirst();
    if (longer.isPresent()) {
      return new Answer.Wrong(
          "the name belongs to tenant " + longer.get(), "choose another name after " + prefix);
    }
    String value = environment.get(name);
    return value == null || value.isEmpty()
        ? new Answer.Missing(
            "the environment variable " + name + " is not set",
            "set it and start the service again")
        : new Answer.Found(new Secret(value));
  }

  private static String prefix(String tenant) {
    return "TENANT_" + tenant.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
  }

  private Answer fromFile(Path file, int maxBytes) {
    String name = folder.relativize(file).toString();
    try {
      if (hasLink(file)) {
        return new Answer.Wrong(name + " is a link", "put the file itself there");
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return new Answer.Missing(
            "there is no file " + name + " in the secrets folder", "put it there");
      }
      if (Files.size(file) > maxBytes) {
        return new Answer.Missing(name + " is larger than " + maxBytes + " bytes", "");
      }
      return maxBytes == MAX_DOCUMENT_BYTES ? new Answer.Found(new Secret("")) : text(file, name);
    } catch (CharacterCodingException e) {
      return new Answer.Missing(name + " is not UTF-8 text", "");
    } catch (IOException e) {
      return new Answer.Missing(name + " cannot be read", "check its permissions");
    }
  }

  private static Answer text(Path file, String name) throws IOException {
    String text = StrictText.decode(firstBytes(file));
    String trimmed = text.replaceFirst("\\r?\\n\\z", "");
    return trimmed.isEmpty()
        ? new Answer.Missing(name + " is empty", "")
        : new Answer.Found(new Secret(trimmed));
  }

  private static byte[] firstBytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(MAX_BYTES);
    }
  }

  private boolean hasLink(Path file) throws IOException {
    try {
      Path real = folder.toRealPath().resolve(folder.relativize(file));
      return !real.toRealPath().equals(real);
    } catch (NoSuchFileException e) {
      return Files.isSymbolicLink(file);
    }
  }

  private static Answer wrongForm(Owner owner) {
    return new Answer.Wrong(
        "a secret must be a reference of this tenant's, never the value itself",
        "write `env:"
            + prefix(owner.tenant())
            + "<NAME>`, or `file:<name>` for a file in"
            + " <secrets>/"
            + owner.tenant()
            + "/");
  }
}
