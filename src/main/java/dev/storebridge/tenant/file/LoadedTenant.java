package dev.storebridge.tenant.file;

import dev.storebridge.tenant.Finding;
import dev.storebridge.tenant.Tenant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one file.
 *
 * @param tenant empty when the file is refused
 * @param findings everything that is wrong, in the order of the file
 * @param secretFiles files that it refers to, whether they are there or not
 */
public record LoadedTenant(
    Optional<Tenant> tenant, List<Finding> findings, Set<Path> secretFiles) {}
