package dev.storebridge.sandbox.tiktok;

/** The documented product states; each is also its wire name. */
enum ProductStatus {
  DRAFT,
  PENDING,
  FAILED,
  ACTIVATE,
  SELLER_DEACTIVATED,
  PLATFORM_DEACTIVATED,
  FREEZE,
  DELETED,
  SCHEDULED;

  boolean editable() {
    return this != FREEZE && this != DELETED;
  }
}
