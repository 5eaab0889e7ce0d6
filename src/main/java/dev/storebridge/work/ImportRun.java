package dev.storebridge.work;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * One import of a connection's catalogue.
 *
 * @param id grows with every run of the connection, from 1
 * @param total the products that the rules select; empty until the catalogue has been read
 */
public record ImportRun(
    String storeId, String connectionId, long id, Instant startedAt, OptionalInt total) {}
