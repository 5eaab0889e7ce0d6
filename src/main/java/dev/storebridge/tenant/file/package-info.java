/**
 * The format of a tenant file: described once, read strictly, explained to editors and people.
 *
 * <p>{@link dev.storebridge.tenant.file.TenantFormat} names every key with its shape, default and
 * meaning. The reader, {@code config/tenant.schema.json} and {@code docs/tenant-file.md} all come
 * from it.
 */
package dev.storebridge.tenant.file;
