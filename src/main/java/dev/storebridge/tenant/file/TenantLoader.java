package dev.storebridge.tenant.file;

import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.file.Reading.Owner;
import dev.storebridge.tenant.file.Reading.SecretPolicy;
import dev.storebridge.tenant.file.YamlNode.Mark;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a tenant file strictly: one mistake refuses it, and all mistakes are reported at once. */
public final class TenantLoader {

  /** The largest file that is read. */
  public static final int MAX_BYTES = 1_048_576;

  private static final String ENDING = ".yaml";
  private static final Pattern TENANT = Pattern.compile(TenantFormat.TENANT_ID);

  private final SecretPolicy secrets;

  private TenantLoader(SecretPolicy secrets) {
    this.secrets = secrets;
  }

  /** For the service: a secret that is not there refuses the file. */
  public static TenantLoader strict(Secrets secrets) {
    return new TenantLoader(new SecretPolicy(secrets, true));
  }

  /** For checking files where their secrets need not be: a missing one is a warning. */
  public static TenantLoader withoutSecrets(Secrets secrets) {
    return new TenantLoader(new SecretPolicy(secrets, false));
  }

  /** The tenant a file is named after. */
  public static Optional<String> tenantOf(String fileName) {
    return Optional.of(fileName)
        .filter(name -> name.endsWith(ENDING))
        .map(name -> name.substring(0, name.length() - ENDING.length()))
        .filter(name -> TENANT.matcher(name).matches());
  }

  /**
   * @param tenants every tenant the service knows, by which shared secret names are told apart
   */
  public LoadedTenant load(String fileName, byte[] content, Set<String> tenants) {
    Findings findings = new Findings(fileName);
    Set<Path> touched = new LinkedHashSet<>();
    Optional<Tenant> tenant = Optional.empty();
    if (isReadable(fileName, content, findings)) {
      Owner owner = new Owner(tenantOf(fileName).orElseThrow(), tenants);
      tenant =
          text(content, findings)
              .flatMap(text -> YamlTree.read(text, findings))
              .map(document -> new Reading(owner, document, findings, secrets, touched))
              .flatMap(TenantLoader::read);
    }
    return new LoadedTenant(
        tenant.filter(read -> !findings.hasErrors()), findings.list(), Set.copyOf(touched));
  }

  private static Optional<Tenant> read(Reading reading) {
    Optional<Tenant> tenant =
        TenantFormat.FILE.read(reading.document().root(), new Place("", reading));
    new CrossChecks(reading).run();
    return tenant;
  }

  private static boolean isReadable(String fileName, byte[] content, Findings findings) {
    if (tenantOf(fileName).isEmpty()) {
      findings.error(
          Mark.START,
          "",
          "the file's name is no tenant id",
          "name it <tenant>.yaml with 1 to 40 lower-case letters, digits and `-`");
    } else if (content.length > MAX_BYTES) {
      findings.error(Mark.START, "", "the file is larger than " + MAX_BYTES + " bytes", "");
    }
    return !findings.hasErrors();
  }

  private static Optional<String> text(byte[] content, Findings findings) {
    try {
      return Optional.of(StrictText.decode(content));
    } catch (CharacterCodingException e) {
      findings.error(Mark.START, "", "the file is not UTF-8 text", "save it as UTF-8");
      return Optional.empty();
    }
  }
}
