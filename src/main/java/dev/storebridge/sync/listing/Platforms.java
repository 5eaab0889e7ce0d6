package dev.storebridge.sync.listing;

import dev.storebridge.platform.Channel;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Storefront;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Finds the adapter of a platform: whatever is there, this room knows none by name. */
@ApplicationScoped
public class Platforms {

  private final Instance<Storefront> storefronts;
  private final Instance<Channel> channels;

  Platforms(Instance<Storefront> storefronts, Instance<Channel> channels) {
    this.storefronts = storefronts;
    this.channels = channels;
  }

  /** The stores of a platform. */
  public Storefront storefront(Platform platform) {
    return storefronts.stream()
        .filter(storefront -> storefront.platform() == platform)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no storefront for " + platform));
  }

  /** The channel of all shops; there is one so far. */
  Channel channel() {
    return channels.get();
  }
}
