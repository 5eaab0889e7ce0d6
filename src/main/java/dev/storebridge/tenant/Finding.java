package dev.storebridge.tenant;

/**
 * What is wrong with a tenant file, where, and what to write instead. Never quotes a secret.
 *
 * @param file name of the file
 * @param line from 1
 * @param column from 1
 * @param key path of the key, for example {@code connections[0].prices.rate}; empty for the file
 * @param fix what to do, empty when the reason says it
 */
public record Finding(
    String file, int line, int column, String key, Severity severity, String reason, String fix) {

  /** Whether the file is refused for it. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code acme.yaml:12:5: connections[0].prices.rate: reason; fix}. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s%s%s"
        .formatted(
            file,
            line,
            column,
            key.isEmpty() ? "" : key + ": ",
            reason,
            fix.isEmpty() ? "" : "; " + fix);
  }
}
