package dev.storebridge.platform;

/** The parts of a listing whose change makes a content edit, and with it a review. */
public enum ContentField {
  TITLE,
  DESCRIPTION,
  IMAGES,
  CATEGORY,
  ATTRIBUTES,
  BRAND,
  PACKAGE,
  /** The set of offers, their options, references, barcodes or pictures. */
  OFFERS
}
