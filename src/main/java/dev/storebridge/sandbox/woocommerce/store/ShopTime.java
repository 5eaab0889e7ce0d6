package dev.storebridge.sandbox.woocommerce.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Dates as the shop writes and reads them: local ones and {@code _gmt} ones, both without zone. */
public record ShopTime(ZoneId zone) {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

  /** On the shop's wall clock, without a zone. */
  public String local(Instant instant) {
    return FORMAT.format(instant.atZone(zone));
  }

  /** In UTC, without a zone. */
  public String gmt(Instant instant) {
    return FORMAT.format(instant.atZone(ZoneOffset.UTC));
  }

  /**
   * The instant that a filter means. The text is the shop's wall clock, or UTC's with {@code gmt};
   * a text with a zone is turned into the shop's wall clock first, as WordPress does.
   *
   * @throws DateTimeParseException when the text is no date
   */
  public Instant read(String text, boolean gmt) {
    LocalDateTime wall =
        text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && text.contains("T")
            ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
            : LocalDateTime.parse(text.length() == 10 ? text + "T00:00:00" : text);
    return wall.atZone(gmt ? ZoneOffset.UTC : zone).toInstant();
  }
}
