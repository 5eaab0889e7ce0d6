package dev.storebridge.sandbox.tiktok;

/** A running simulator of TikTok Shop. Close it to free its port. */
public final class TikTokSandbox implements AutoCloseable {

  private final HttpFront front;
  private final TikTokControl control;
  private final Buyers buyers;
  private final AftersaleActs aftersales;
  private final String url;

  private TikTokSandbox(
      HttpFront front, TikTokControl control, Buyers buyers, AftersaleActs aftersales, String url) {
    this.aftersales = aftersales;
    this.front = front;
    this.control = control;
    this.buyers = buyers;
    this.url = url;
  }

  /** Listens when this returns; fails when the port is taken. */
  public static TikTokSandbox start(TikTokSettings settings) {
    World world = new World(settings);
    Endpoints endpoints = new Endpoints();
    Reviews reviews = new Reviews(world);
    Aftersales aftersales = new Aftersales(world);
    Buyers buyers = new Buyers(world, reviews, aftersales);
    buyers.listen(new OrderWebhooks(world));
    Gateway gateway =
        new Gateway(world, endpoints, Handlers.of(world, reviews, buyers, aftersales));
    AftersaleActs acts = new AftersaleActs(world, buyers, aftersales);
    TikTokControl control = new TikTokControl(world, reviews);
    ControlPages pages = new ControlPages(world, control, new OrderPages(world, buyers, acts));
    Traffic traffic = new Traffic(world, endpoints, gateway, pages);
    HttpFront front = new HttpFront(settings.host(), settings.port(), traffic);
    String url = "http://" + settings.host() + ":" + front.port();
    world.listeningAt(url);
    return new TikTokSandbox(front, control, buyers, acts, url);
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

  /** Who places, pays and cancels orders, and sees them on their way. */
  public Buyers buyers() {
    return buyers;
  }

  /** Who wants to cancel or to have money back, and who answers. */
  public AftersaleActs aftersales() {
    return aftersales;
  }

  @Override
  public void close() {
    front.close();
    control.close();
  }
}
