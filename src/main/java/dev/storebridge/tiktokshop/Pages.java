package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows page tokens. Results shift while they are paged, so what came before is left out; a page
 * that brings nothing new, or a token that was there before, ends the walk with a fault instead of
 * going round for ever.
 */
final class Pages {

  private final AccountId account;
  private final String list;
  private final String id;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private String next = "";

  /**
   * @param list the field of the answer that holds a page
   */
  Pages(AccountId account, String list) {
    this(account, list, "id");
  }

  /**
   * @param id the field by which items are told apart
   */
  Pages(AccountId account, String list, String id) {
    this.account = account;
    this.list = list;
    this.id = id;
  }

  /** The token that asks for the next page, empty for the first one. */
  String token() {
    return next;
  }

  /**
   * The items of this page that were not on an earlier one.
   *
   * @throws PlatformException {@code RETRY_LATER} when the walk does not get on
   */
  List<JsonNode> fresh(JsonNode data) {
    List<JsonNode> fresh = new ArrayList<>();
    TikTokJson.each(data, list)
        .forEach(
            item -> {
              if (ids.add(TikTokJson.text(item, id))) {
                fresh.add(item);
              }
            });
    next = TikTokJson.text(data, "next_page_token");
    if (!next.isEmpty() && (fresh.isEmpty() || !tokens.add(next))) {
      throw stuck();
    }
    return fresh;
  }

  boolean more() {
    return !next.isEmpty();
  }

  /** How many there are in all, where the answer says so. */
  static Optional<Integer> total(JsonNode data) {
    JsonNode total = data.path("total_count");
    return total.canConvertToInt() ? Optional.of(total.asInt()) : Optional.empty();
  }

  private PlatformException stuck() {
    return PlatformException.of(
        Failure.RETRY_LATER,
        account,
        Explanation.of(
            "page-repeats",
            "TikTok's pages of " + list + " go round in a circle.",
            "",
            "Nothing to do; it is tried again by itself."));
  }
}
