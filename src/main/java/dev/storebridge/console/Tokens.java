package dev.storebridge.console;

import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whose bearer token it is. Tenants' tokens are known by their hashes alone. */
@ApplicationScoped
class Tokens {

  private final Tenants tenants;
  private final Optional<byte[]> operatorHash;

  Tokens(
      Tenants tenants,
      @ConfigProperty(name = "storebridge.operator-token") Optional<String> operatorToken) {
    this.tenants = tenants;
    this.operatorHash = operatorToken.filter(token -> !token.isBlank()).map(Tokens::hash);
  }

  boolean isOperators(String token) {
    return operatorHash.isPresent() && MessageDigest.isEqual(operatorHash.get(), hash(token));
  }

  Optional<String> tenantOf(String token) {
    String hash = HexFormat.of().formatHex(hash(token));
    return tenants.all().stream()
        .filter(tenant -> tenant.apiTokenHashes().contains(hash))
        .map(Tenant::id)
        .findFirst();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
