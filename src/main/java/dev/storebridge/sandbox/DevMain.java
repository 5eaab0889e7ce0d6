package dev.storebridge.sandbox;

/**
 * What development mode starts: the local platforms and database first, then the service itself,
 * which is told of them by its ordinary configuration.
 */
public final class DevMain {

  private static final String SERVICE = "dev.storebridge.route.Main";

  private DevMain() {}

  /**
   * @throws ReflectiveOperationException when the service cannot be started
   */
  public static void main(String... args) throws ReflectiveOperationException {
    if (args.length == 0) {
      Playground.open();
    }
    // By name: this room knows no other.
    Class.forName(SERVICE, true, Thread.currentThread().getContextClassLoader())
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
  }
}
