package dev.storebridge.sandbox.tiktok;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a multipart/form-data body, by name. */
final class Multipart {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
  private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Map<String, byte[]> parts = new HashMap<>();

  private Multipart() {}

  static Multipart of(Request request) {
    Refusal.when(request.contentTypes().size() > 1, Code.CONTENT_TYPE, "sent twice");
    Refusal.when(!request.multipart(), Code.NOT_MULTIPART);
    Matcher matcher = BOUNDARY.matcher(request.contentTypes().get(0));
    Refusal.when(!matcher.find(), Code.CONTENT_TYPE, "no boundary");
    Multipart form = new Multipart();
    form.read(request.body(), ("--" + matcher.group(1)).getBytes(StandardCharsets.US_ASCII));
    return form;
  }

  /** The bytes of a part; empty when there is none. */
  byte[] bytes(String name) {
    return parts.getOrDefault(name, new byte[0]);
  }

  String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** Refuses parts the table does not know. */
  void allowOnly(Endpoint endpoint) {
    for (String name : parts.keySet()) {
      if (!endpoint.body().containsKey(name)) {
        throw new Refusal(Code.PARAMETER, "unexpected identifier in the form: " + name);
      }
    }
  }

  private void read(byte[] body, byte[] delimiter) {
    int start = indexOf(body, delimiter, 0);
    while (start >= 0) {
      int from = start + delimiter.length;
      int next = indexOf(body, delimiter, from);
      if (next < 0) {
        return;
      }
      // The line break before a delimiter belongs to the delimiter.
      part(Arrays.copyOfRange(body, from, Math.max(from, next - 2)));
      start = next;
    }
  }

  private void part(byte[] part) {
    int blank = indexOf(part, BLANK_LINE, 0);
    Refusal.when(blank < 0, Code.UPLOAD_FIELD, "a part has no header");
    Matcher name = NAME.matcher(new String(part, 0, blank, StandardCharsets.UTF_8));
    Refusal.when(!name.find(), Code.UPLOAD_FIELD, "a part has no name");
    parts.put(name.group(1), Arrays.copyOfRange(part, blank + BLANK_LINE.length, part.length));
  }

  private static int indexOf(byte[] where, byte[] what, int from) {
    for (int i = from; i <= where.length - what.length; i++) {
      if (where[i] == what[0] && Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }
}
