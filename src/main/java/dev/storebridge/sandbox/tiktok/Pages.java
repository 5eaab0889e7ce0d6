package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Cuts results into pages. A token is opaque, bound to the query it came from, and holds the
 * characters {@code +}, {@code /} and {@code =} that break careless signing.
 */
final class Pages {

  private static final byte[] HEAD = {(byte) 0xFB, (byte) 0xEF, (byte) 0xFF};
  private static final int DIGEST = 8;
  private static final int LARGEST = 100;

  /** One page and the token of the next; empty at the end. */
  record Page<T>(List<T> items, String nextToken, int total) {
    void describe(ObjectNode data) {
      data.put("next_page_token", nextToken);
      data.put("total_count", total);
    }
  }

  private final Switches switches;

  Pages(Switches switches) {
    this.switches = switches;
  }

  /** {@code bound} is the text of everything the query filters by. */
  <T> Page<T> cut(ApiCall call, List<T> all, String bound) {
    int size = Integer.parseInt(call.query("page_size"));
    Refusal.when(size < 1 || size > LARGEST, Code.PAGE_SIZE_INVALID);
    return cut(call, all, bound, size);
  }

  /** The same with a size that was checked. */
  <T> Page<T> cut(ApiCall call, List<T> all, String bound, int size) {
    String scope = call.endpoint().label() + call.shop().facts.id() + size + bound;
    String given = call.query("page_token");
    int from = Math.min(given.isEmpty() ? 0 : offset(given, scope), all.size());
    int to = Math.min(from + size, all.size());
    String next = to < all.size() ? token(to, scope) : "";
    if (repeats(call)) {
      next = given.isEmpty() ? token(0, scope) : given;
    }
    return new Page<>(all.subList(from, to), next, all.size());
  }

  private boolean repeats(ApiCall call) {
    String shop = call.shop().facts.id();
    return switches.strike(FaultKind.REPEATING_PAGE, call.endpoint().label(), shop).isPresent();
  }

  private static String token(int offset, String scope) {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD.length + DIGEST + 5);
    bytes.put(HEAD).put(digest(scope)).putInt(offset).put((byte) 0);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static int offset(String token, String scope) {
    try {
      byte[] bytes = Base64.getDecoder().decode(token);
      byte[] bound = Arrays.copyOfRange(bytes, HEAD.length, HEAD.length + DIGEST);
      Refusal.when(!Arrays.equals(bound, digest(scope)), Code.PAGE_TOKEN_INVALID);
      return ByteBuffer.wrap(bytes).getInt(HEAD.length + DIGEST);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refusal(Code.PAGE_TOKEN_INVALID);
    }
  }

  private static byte[] digest(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(all, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no SHA-256", e);
    }
  }
}
