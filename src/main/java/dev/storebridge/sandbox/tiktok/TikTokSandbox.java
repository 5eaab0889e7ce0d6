package dev.storebridge.sandbox.tiktok;

/** A running simulator of TikTok Shop. Close it to free its port. */
public final class TikTokSandbox implements AutoCloseable {

  private final HttpFront front;
  private final TikTokControl control;
  private final String url;

  private TikTokSandbox(HttpFront front, TikTokControl control, String url) {
    this.front = front;
    this.control = control;
    this.url = url;
  }

  /** Listens when this returns; fails when the port is taken. */
  public static TikTokSandbox start(TikTokSettings settings) {
    World world = new World(settings);
    Endpoints endpoints = new Endpoints();
    Reviews reviews = new Reviews(world);
    Gateway gateway = new Gateway(world, endpoints, Handlers.of(world, reviews));
    TikTokControl control = new TikTokControl(world, reviews);
    Traffic traffic = new Traffic(world, endpoints, gateway, new ControlPages(world, control));
    HttpFront front = new HttpFront(settings.host(), settings.port(), traffic);
    String url = "http://" + settings.host() + ":" + front.port();
    world.listeningAt(url);
    return new TikTokSandbox(front, control, url);
  }

  public int port() {
    return front.port();
  }

  /** Base of API paths such as {@code /product/202309/products}. */
  public String apiUrl() {
    return url;
  }

  /** Base of {@code /api/v2/token/get} and {@code /api/v2/token/refresh}. */
  public String authUrl() {
    return url;
  }

  /** The consent page, to which {@code ?service_id=..&state=..} is added. */
  public String consentUrl() {
    return url + ConsentPage.PATH;
  }

  public TikTokControl control() {
    return control;
  }

  @Override
  public void close() {
    front.close();
    control.close();
  }
}
