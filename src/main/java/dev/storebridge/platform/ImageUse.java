package dev.storebridge.platform;

/** What an uploaded picture is for; channels keep the uses apart. */
public enum ImageUse {
  MAIN,
  OFFER,
  DESCRIPTION
}
