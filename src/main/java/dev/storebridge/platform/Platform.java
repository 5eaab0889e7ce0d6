package dev.storebridge.platform;

/** The systems that we keep in line. */
public enum Platform {
  SHOPIFY,
  WOOCOMMERCE,
  TIKTOK_SHOP
}
