package dev.storebridge.sync.aftersale;

import dev.storebridge.platform.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is left to do or to say after the work on what became of an order.
 *
 * @param remarks what a person should know or do
 * @param again when it has to be looked at once more
 */
public record Aftermath(List<Explanation> remarks, Optional<Instant> again) {

  static final Aftermath NOTHING = new Aftermath(List.of(), Optional.empty());

  public Aftermath {
    remarks = List.copyOf(remarks);
  }

  static Aftermath saying(Explanation remark) {
    return new Aftermath(List.of(remark), Optional.empty());
  }

  static Aftermath later(Instant again) {
    return new Aftermath(List.of(), Optional.of(again));
  }

  Aftermath and(Aftermath other) {
    return new Aftermath(
        Stream.concat(remarks.stream(), other.remarks().stream()).toList(),
        Stream.concat(again.stream(), other.again().stream()).min(Instant::compareTo));
  }
}
