package dev.storebridge.sandbox.tiktok;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the identifiers of the simulated platform. */
final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private static final AtomicLong NEXT_REQUEST = new AtomicLong();

  private final AtomicLong next = new AtomicLong(1_729_600_000_000_000_000L);

  /** 19 digits, beyond what a double holds exactly. */
  String next() {
    return Long.toString(next.addAndGet(257));
  }

  static String token(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  static String request(Instant now) {
    return STAMP.format(now) + String.format("%020X", NEXT_REQUEST.incrementAndGet());
  }
}
