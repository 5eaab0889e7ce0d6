package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Product;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.Pauses;
import dev.storebridge.shopify.AdminApi.Query;
import dev.storebridge.shopify.ProductReader.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Lets Shopify export the catalogue and reads the file. The file is spooled to disk first: the
 * connection to Shopify's storage would not survive the time that a catalogue takes to be worked.
 */
final class BulkExport {

  private static final Logger LOG = Logger.getLogger(BulkExport.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final int STARTS = 6;
  private static final long MAX_FILE = 8L * 1024 * 1024 * 1024;
  private static final Set<String> BUSY = Set.of("OPERATION_IN_PROGRESS", "LIMIT_REACHED");
  private static final Set<String> UNFINISHED = Set.of("CREATED", "RUNNING", "CANCELING");

  private final AdminApi api;
  private final Egress egress;
  private final Pauses pauses;

  BulkExport(AdminApi api, Egress egress, Pauses pauses) {
    this.api = api;
    this.egress = egress;
    this.pauses = pauses;
  }

  /**
   * Hands over every product once.
   *
   * @return false when Shopify did not export; nothing was handed over then
   */
  boolean read(Reading reading, Consumer<List<Product>> batches) {
    Optional<JsonNode> finished = start(reading).flatMap(id -> await(reading, id));
    if (finished.isEmpty()) {
      return false;
    }
    String url = finished.get().path("url").textValue();
    int products = finished.get().path("rootObjectCount").asInt();
    return url == null || spoolAndRead(reading, new Export(URI.create(url), products), batches);
  }

  /**
   * @param products how many Shopify says are in it
   */
  private record Export(URI url, int products) {}

  /** The operation's id; empty when others keep the places taken or the export is refused. */
  private Optional<String> start(Reading reading) {
    Duration pause = FIRST_PAUSE;
    String text = ShopifyDocument.bulkCatalogue(reading.metafields()).text();
    for (int attempt = 1; attempt <= STARTS; attempt++) {
      Query query = new Query(ShopifyDocument.BULK_RUN, Map.of("query", text), reading.urgency());
      JsonNode answer = api.ask(reading.store(), query).path("bulkOperationRunQuery");
      JsonNode error = answer.path("userErrors").path(0);
      if (answer.path("bulkOperation").hasNonNull("id") && error.isMissingNode()) {
        return Optional.of(answer.path("bulkOperation").path("id").asText());
      }
      if (!BUSY.contains(error.path("code").asText())) {
        return noExport(reading, error.path("code").asText("refused"));
      }
      if (attempt < STARTS) {
        pauses.pause(pause);
        pause = longer(pause);
      }
    }
    return noExport(reading, "OPERATION_IN_PROGRESS");
  }

  private Optional<JsonNode> await(Reading reading, String id) {
    Duration waited = Duration.ZERO;
    Duration pause = FIRST_PAUSE;
    while (waited.compareTo(PATIENCE) < 0) {
      Query poll = new Query(ShopifyDocument.BULK_POLL, Map.of("id", id), reading.urgency());
      JsonNode operation = api.ask(reading.store(), poll).path("bulkOperation");
      String status = operation.path("status").asText();
      if (status.equals("COMPLETED")) {
        return Optional.of(operation);
      }
      if (!UNFINISHED.contains(status)) {
        return noExport(reading, status + " " + operation.path("errorCode").asText(""));
      }
      pauses.pause(pause);
      waited = waited.plus(pause);
      pause = longer(pause);
    }
    api.ask(
        reading.store(),
        new Query(ShopifyDocument.BULK_CANCEL, Map.of("id", id), reading.urgency()));
    return noExport(reading, "not finished in " + PATIENCE);
  }

  private static <T> Optional<T> noExport(Reading reading, String why) {
    LOG.infof(
        "Store %s: no bulk export (%s), reading its catalogue by pages", reading.store().id(), why);
    return Optional.empty();
  }

  private static Duration longer(Duration pause) {
    Duration longer = pause.multipliedBy(3).dividedBy(2);
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private boolean spoolAndRead(Reading reading, Export export, Consumer<List<Product>> batches) {
    AccountId account = reading.store().account();
    try {
      Path file = Files.createTempFile("shopify-export-", ".jsonl");
      try {
        download(reading.store(), export.url(), file);
        BulkFile rows = BulkFile.scan(account, file);
        if (!rows.complete(export.products())) {
          return noExport(reading, "rows are missing").isPresent();
        }
        rows.read(reading.metafields(), batches);
        return true;
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw ShopifyErrors.noSpool(account).causedBy(e);
    }
  }

  private void download(StoreAccount store, URI url, Path file) {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(60)).build();
    egress.stream(
        store.account(),
        request,
        MAX_FILE,
        (status, headers, body) -> {
          if (status != 200) {
            throw ShopifyErrors.cutOffExport(store.account());
          }
          spool(body, file);
        });
  }

  private static void spool(InputStream body, Path file) throws IOException {
    Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
