package dev.storebridge.commerce;

import java.util.Optional;

/** How a listing is packed for the post; the channel decides which part it needs. */
public record Parcel(Optional<Weight> weight, Optional<Dimensions> dimensions) {}
