package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Understands whom an order goes to. TikTok masks with asterisks and empty strings, and there is no
 * call that unmasks: what is masked is left out. Source: TikTok docs, Get Order Detail.
 */
final class TikTokRecipient {

  private static final Set<String> CITIES = Set.of("City", "Town", "Municipality");
  private static final Set<String> PROVINCES = Set.of("State", "Province", "Prefecture", "Region");

  private TikTokRecipient() {}

  /** Empty when nothing of it is shown. */
  static Optional<Recipient> of(JsonNode address) {
    String[] name = name(address);
    Recipient recipient =
        new Recipient(
            name[0],
            name[1],
            shown(address, "phone_number").replaceAll("[()]", ""),
            lines(address),
            city(address),
            district(address, PROVINCES, "L1"),
            shown(address, "postal_code"),
            TikTokJson.text(address, "region_code"));
    boolean nothing =
        name[0].isEmpty()
            && name[1].isEmpty()
            && recipient.lines().isEmpty()
            && recipient.postalCode().isEmpty();
    return nothing ? Optional.empty() : Optional.of(recipient);
  }

  private static String[] name(JsonNode address) {
    String first = shown(address, "first_name");
    String last = shown(address, "last_name");
    if (!first.isEmpty() || !last.isEmpty()) {
      return new String[] {first, last};
    }
    String whole = shown(address, "name");
    int cut = whole.lastIndexOf(' ');
    return cut < 0
        ? new String[] {"", whole}
        : new String[] {whole.substring(0, cut), whole.substring(cut + 1)};
  }

  private static List<String> lines(JsonNode address) {
    List<String> lines =
        Stream.of("address_line1", "address_line2", "address_line3", "address_line4")
            .map(field -> shown(address, field))
            .filter(line -> !line.isEmpty())
            .toList();
    String detail = shown(address, "address_detail");
    return lines.isEmpty() && !detail.isEmpty() ? List.of(detail) : lines;
  }

  private static String city(JsonNode address) {
    String town = shown(address, "post_town");
    return town.isEmpty() ? district(address, CITIES, "L3") : town;
  }

  /** By what the level is called; markets number levels differently. */
  private static String district(JsonNode address, Set<String> names, String level) {
    return TikTokJson.each(address, "district_info")
        .filter(
            district ->
                names.contains(TikTokJson.text(district, "address_level_name"))
                    || TikTokJson.text(district, "address_level").equals(level))
        .map(district -> shown(district, "address_name"))
        .findFirst()
        .orElse("");
  }

  private static String shown(JsonNode node, String field) {
    String text = TikTokJson.text(node, field).strip();
    return text.contains("*") ? "" : text;
  }
}
