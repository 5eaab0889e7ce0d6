package dev.storebridge.console;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Something that happened to a SKU.
 *
 * @param kind signal, sale, look, plan, call, answer or remark
 * @param code what it is in one word: a topic, an action, {@code accepted} or the code of a refusal
 * @param text what a person reads
 * @param ref the id of the signal, order or request that it is about; null where there is none
 */
@RegisterForReflection
record TraceItem(Instant at, String kind, String code, String text, String ref) {}
