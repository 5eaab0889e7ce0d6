package dev.storebridge.tenant.registry;

import dev.storebridge.tenant.file.TenantLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder with the tenants' files, as it is at a moment. */
public final class TenantFolder {

  private final Path path;

  public TenantFolder(Path path) {
    this.path = path;
  }

  /** What tells that a file has changed. */
  record Stamp(FileTime modified, long size, String key) {

    /** Of a file that is not there. */
    static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, "");

    static Stamp of(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey()));
      } catch (IOException e) {
        return NONE;
      }
    }
  }

  /**
   * The YAML files by name, in order; files of other kinds and hidden ones are no tenants. Empty
   * when there is no such folder.
   */
  public Optional<Map<String, Path>> files() {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(path)) {
      entries.filter(TenantFolder::isYaml).forEach(f -> files.put(f.getFileName().toString(), f));
      return Optional.of(files);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static boolean isYaml(Path file) {
    return file.getFileName().toString().matches("[^.].*\\.ya?ml") && Files.isRegularFile(file);
  }

  /** The content, or one byte more than is ever accepted; empty when it cannot be read. */
  public static Optional<byte[]> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(TenantLoader.MAX_BYTES + 1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
