package dev.storebridge.sandbox.shopify.bulk;

import dev.storebridge.sandbox.shopify.graphql.BulkJob;
import dev.storebridge.sandbox.shopify.graphql.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One bulk operation and the steps its state may take. */
final class BulkTask {

  private final BulkExport.Order order;
  private BulkJob job;

  BulkTask(long id, BulkExport.Order order, Instant now) {
    this.order = order;
    this.job =
        new BulkJob(id, "CREATED", null, seconds(now), null, 0, 0, null, null, order.query());
  }

  BulkExport.Order order() {
    return order;
  }

  boolean belongsTo(Caller caller) {
    return order.caller().app().equals(caller.app());
  }

  synchronized BulkJob job() {
    return job;
  }

  synchronized String status() {
    return job.status();
  }

  synchronized boolean isOpen() {
    return job.completedAt() == null;
  }

  synchronized boolean isRunning() {
    return job.status().equals("RUNNING");
  }

  /** False when the operation was cancelled before it began. */
  synchronized boolean running() {
    if (!job.status().equals("CREATED")) {
      return false;
    }
    job = in("RUNNING");
    return true;
  }

  synchronized boolean cancelling() {
    if (!isOpen()) {
      return false;
    }
    job = in("CANCELING");
    return true;
  }

  synchronized void cancelled(Instant now) {
    job = ended("CANCELED", null, now);
  }

  synchronized void failed(String errorCode, Instant now) {
    if (isRunning()) {
      job = ended("FAILED", errorCode, now);
    }
  }

  synchronized void completed(BulkExport.Written written, String url, Instant now) {
    if (isRunning()) {
      job =
          new BulkJob(
              job.id(),
              "COMPLETED",
              null,
              job.createdAt(),
              seconds(now),
              written.objects(),
              written.roots(),
              written.bytes(),
              url,
              job.query());
    }
  }

  private BulkJob in(String status) {
    return new BulkJob(
        job.id(), status, null, job.createdAt(), null, 0, 0, null, null, job.query());
  }

  private BulkJob ended(String status, String errorCode, Instant now) {
    return new BulkJob(
        job.id(), status, errorCode, job.createdAt(), seconds(now), 0, 0, null, null, job.query());
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
