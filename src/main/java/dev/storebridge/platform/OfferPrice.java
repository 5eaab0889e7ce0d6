package dev.storebridge.platform;

import dev.storebridge.commerce.Money;
import java.util.Optional;

/** A price to set. */
public record OfferPrice(String offerId, Money price, Optional<Money> listPrice) {}
