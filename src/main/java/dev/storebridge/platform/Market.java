package dev.storebridge.platform;

import dev.storebridge.commerce.CurrencyCode;

/** What a channel allows in one region. Lengths are in characters. */
public record Market(
    String region,
    CurrencyCode currency,
    int titleMin,
    int titleMax,
    int descriptionMax,
    int offersMax,
    int imagesMax,
    int optionsMax,
    int optionNameMax,
    int optionValueMax,
    boolean listPrice) {}
