package dev.storebridge.mapping;

import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.UploadedImage;
import dev.storebridge.platform.Uploads;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which pictures a shop has already: each is uploaded once per use. */
@ApplicationScoped
@Transactional
public class UploadedImages {

  private final EntityManager entities;

  public UploadedImages(EntityManager entities) {
    this.entities = entities;
  }

  /** Those of the wanted pictures that the shop has. */
  public Uploads of(String storeId, String shopId, Collection<Uploads.Key> wanted) {
    if (wanted.isEmpty()) {
      return new Uploads(Map.of());
    }
    Map<List<String>, Uploads.Key> byHash = new HashMap<>();
    wanted.forEach(key -> byHash.put(List.of(key.use().name(), hash(key.sourceUrl())), key));
    Map<Uploads.Key, UploadedImage> found = new HashMap<>();
    for (Object row : rows(storeId, shopId, byHash.keySet())) {
      Object[] columns = (Object[]) row;
      Uploads.Key key = byHash.get(List.of((String) columns[0], (String) columns[1]));
      if (key != null) {
        found.put(key, image(columns));
      }
    }
    return new Uploads(found);
  }

  private List<?> rows(String storeId, String shopId, Collection<List<String>> keys) {
    String places = String.join(",", Collections.nCopies(keys.size(), "?"));
    Stream<Object> hashes = keys.stream().map(key -> key.get(1));
    return Sql.query(
            entities,
            "select image_use, url_hash, uri, url, width, height from uploaded_image "
                + "where store_id = ? and shop_id = ? and image_use in ('"
                + ImageUse.MAIN
                + "','"
                + ImageUse.OFFER
                + "','"
                + ImageUse.DESCRIPTION
                + "') and url_hash in ("
                + places
                + ")",
            Stream.concat(Stream.of(storeId, shopId), hashes).toArray())
        .getResultList();
  }

  private static UploadedImage image(Object[] columns) {
    return new UploadedImage(
        (String) columns[2],
        (String) columns[3],
        ((Number) columns[4]).intValue(),
        ((Number) columns[5]).intValue());
  }

  /** Remembers uploads. */
  public void keep(String storeId, String shopId, Map<Uploads.Key, UploadedImage> uploads) {
    if (uploads.isEmpty()) {
      return;
    }
    Sql.insert(
        entities,
        """
        insert into uploaded_image
          (store_id, shop_id, image_use, url_hash, uri, url, width, height) values
        """,
        uploads.entrySet().stream()
            .map(
                entry ->
                    new Object[] {
                      storeId,
                      shopId,
                      entry.getKey().use().name(),
                      hash(entry.getKey().sourceUrl()),
                      entry.getValue().uri(),
                      entry.getValue().url(),
                      entry.getValue().width(),
                      entry.getValue().height()
                    })
            .toList(),
        "on duplicate key update uri = values(uri), url = values(url)");
  }

  /** Forgets pictures that the shop no longer takes. */
  public void forget(String storeId, String shopId) {
    Sql.query(
            entities,
            "delete from uploaded_image where store_id = ? and shop_id = ?",
            storeId,
            shopId)
        .executeUpdate();
  }

  private static String hash(String url) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
