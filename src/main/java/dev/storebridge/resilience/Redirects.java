package dev.storebridge.resilience;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

/** Which redirects are followed: those of reads that stay on their host and do not lose TLS. */
final class Redirects {

  /** Hops of one request. */
  static final int LIMIT = 3;

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  static Optional<URI> target(HttpRequest request, HttpResponse<?> response) {
    if (!READS.contains(request.method()) || !STATUSES.contains(response.statusCode())) {
      return Optional.empty();
    }
    return response
        .headers()
        .firstValue("Location")
        .flatMap(location -> resolve(request.uri(), location))
        .filter(target -> staysAtHome(request.uri(), target));
  }

  private static Optional<URI> resolve(URI from, String location) {
    try {
      return Optional.of(from.resolve(location));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean staysAtHome(URI from, URI to) {
    if (to.getHost() == null || !to.getHost().equalsIgnoreCase(from.getHost())) {
      return false;
    }
    boolean same = from.getScheme().equalsIgnoreCase(to.getScheme()) && port(from) == port(to);
    return same
        || (port(from) == 80 && "https".equalsIgnoreCase(to.getScheme()) && port(to) == 443);
  }

  private static int port(URI uri) {
    if (uri.getPort() != -1) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
