package dev.storebridge.sandbox.shopify.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The files that bulk operations leave, in a folder of their own that goes with the sandbox. */
public final class BulkFiles implements AutoCloseable {

  private final Supplier<String> baseUrl;
  private final Path folder;
  private final Map<String, String> signatures = new ConcurrentHashMap<>();

  public BulkFiles(Supplier<String> baseUrl) {
    this.baseUrl = baseUrl;
    try {
      this.folder = Files.createTempDirectory("storebridge-sandbox-bulk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path create() {
    return folder.resolve(UUID.randomUUID() + ".jsonl");
  }

  /** A signed address of a file; without its signature the file cannot be had. */
  String url(Path file) {
    String name = file.getFileName().toString();
    String signature = UUID.randomUUID().toString().replace("-", "");
    signatures.put(name, signature);
    return baseUrl.get() + "/bulk/" + name + "?signature=" + signature;
  }

  /** The file of a signed address; empty for a wrong name or signature. */
  public Optional<Path> find(String name, String signature) {
    return Optional.ofNullable(signatures.get(name))
        .filter(known -> known.equals(signature))
        .map(known -> folder.resolve(name));
  }

  void clear() {
    for (String name : signatures.keySet()) {
      delete(folder.resolve(name));
    }
    signatures.clear();
  }

  @Override
  public void close() {
    try (var left = Files.list(folder)) {
      left.forEach(BulkFiles::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    delete(folder);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
