package dev.storebridge.sandbox.woocommerce.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.catalogue.Picture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The media library. A product refers to its pictures by their ids. */
public final class Photos {

  /** A picture in the library. */
  public record Photo(long id, Picture picture, Instant added) {

    /** How a product's facts hold it. */
    public ObjectNode reference() {
      return JsonNodeFactory.instance.objectNode().put("id", id);
    }
  }

  private final LongSupplier ids;
  private final Supplier<Instant> clock;
  private final Map<Long, Photo> byId = new ConcurrentHashMap<>();
  private final Map<String, Photo> byFile = new ConcurrentHashMap<>();

  /**
   * @param ids the next id of anything that WordPress numbers
   */
  public Photos(LongSupplier ids, Supplier<Instant> clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** Empties the library. */
  public void clear() {
    byId.clear();
    byFile.clear();
  }

  /** The library's copy of a picture; one file is there once. */
  public Photo add(Picture picture) {
    Photo known = byFile.get(picture.file());
    if (known != null) {
      return known;
    }
    Photo photo = new Photo(ids.getAsLong(), picture, clock.get().truncatedTo(ChronoUnit.SECONDS));
    byId.put(photo.id(), photo);
    byFile.put(picture.file(), photo);
    return photo;
  }

  /** By id. */
  public Optional<Photo> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** By file name. */
  public Optional<Photo> file(String name) {
    return Optional.ofNullable(byFile.get(name));
  }
}
