package dev.storebridge.sandbox.shopify.bulk;

import dev.storebridge.sandbox.shopify.graphql.AdminApi;
import dev.storebridge.sandbox.shopify.graphql.BulkWindow;
import dev.storebridge.sandbox.shopify.graphql.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Runs a bulk query window by window into a file, so that a large shop needs little memory. */
final class BulkExport {

  private static final int WINDOW = 250;

  /** What was asked for. */
  record Order(Caller caller, String query, boolean grouped) {}

  /** What was written. */
  record Written(long objects, long roots, long bytes) {}

  private final AdminApi api;

  BulkExport(AdminApi api) {
    this.api = api;
  }

  /** Writes until the roots are exhausted or the supplier says stop. */
  Written write(Order order, Path file, BooleanSupplier stopped) {
    try (Writer out = Files.newBufferedWriter(file)) {
      BulkLines lines = new BulkLines(out, order.grouped());
      int offset = 0;
      int got;
      do {
        BulkWindow window = new BulkWindow(offset, WINDOW);
        got = lines.write(api.bulk(order.query(), order.caller(), window));
        offset += WINDOW;
      } while (got == WINDOW && !stopped.getAsBoolean());
      lines.finish();
      out.flush();
      return new Written(lines.objects(), lines.roots(), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
