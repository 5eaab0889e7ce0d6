package dev.storebridge.tiktokshop;

import static dev.storebridge.platform.ContentField.ATTRIBUTES;
import static dev.storebridge.platform.ContentField.BRAND;
import static dev.storebridge.platform.ContentField.CATEGORY;
import static dev.storebridge.platform.ContentField.DESCRIPTION;
import static dev.storebridge.platform.ContentField.IMAGES;
import static dev.storebridge.platform.ContentField.OFFERS;
import static dev.storebridge.platform.ContentField.PACKAGE;
import static dev.storebridge.platform.ContentField.TITLE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Attribute;
import dev.storebridge.commerce.AttributeValue;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.platform.ContentField;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.ListingDraft;
import dev.storebridge.platform.ListingEdit;
import dev.storebridge.platform.Market;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import dev.storebridge.platform.Uploads;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in TikTok's words what a listing of one market should be. */
final class TikTokTranslator {

  private static final Set<ContentField> EVERYTHING = EnumSet.allOf(ContentField.class);

  private final Market market;

  TikTokTranslator(Market market) {
    this.market = market;
  }

  /**
   * The body of Create Product. A shop sells for one store, so the store's ids are unique in it.
   */
  ObjectNode create(ListingDraft draft) {
    ObjectNode product = saved(draft.draftOnly());
    product.put("idempotency_key", draft.idempotencyKey());
    product.put("external_product_id", draft.listing().productId());
    write(product, draft.listing(), draft.uploads(), EVERYTHING);
    new TikTokOffers(market, draft.uploads(), draft.listing().offers()).writeTo(product, Map.of());
    return product;
  }

  /**
   * The call that changes the fewest fields. A partial edit changes the given fields alone, but
   * cannot change the category, nor clear a brand; a full one blanks whatever it does not name.
   */
  TikTokRequest edit(ListingEdit edit) {
    ObjectNode product = saved(edit.draftOnly());
    if (partly(edit)) {
      write(product, edit.listing(), edit.uploads(), edit.changed());
      return TikTokRequest.to(TikTokEndpoint.PARTIAL_EDIT, edit.listingId()).json(product);
    }
    product.put("external_product_id", edit.listing().productId());
    write(product, edit.listing(), edit.uploads(), EVERYTHING);
    new TikTokOffers(market, edit.uploads(), edit.listing().offers())
        .writeTo(product, edit.offerIds());
    return TikTokRequest.to(TikTokEndpoint.EDIT, edit.listingId()).json(product);
  }

  private static boolean partly(ListingEdit edit) {
    boolean clearsBrand = edit.changed().contains(BRAND) && edit.listing().brandId().isEmpty();
    return !clearsBrand && !edit.changed().contains(CATEGORY) && !edit.changed().contains(OFFERS);
  }

  private static ObjectNode saved(boolean draftOnly) {
    return TikTokJson.object().put("save_mode", draftOnly ? "AS_DRAFT" : "LISTING");
  }

  private void write(
      ObjectNode product, Listing listing, Uploads uploads, Set<ContentField> fields) {
    if (fields.contains(TITLE)) {
      product.put("title", listing.title());
    }
    if (fields.contains(DESCRIPTION)) {
      product.put("description", TikTokDescription.of(listing.description(), uploads));
    }
    if (fields.contains(CATEGORY)) {
      writeCategory(product, listing.categoryId());
    }
    if (fields.contains(BRAND)) {
      listing.brandId().ifPresent(brand -> product.put("brand_id", brand));
    }
    if (fields.contains(IMAGES)) {
      writeImages(product.putArray("main_images"), listing.images(), uploads);
    }
    if (fields.contains(ATTRIBUTES)) {
      writeAttributes(product.putArray("product_attributes"), listing.attributes());
    }
    if (fields.contains(PACKAGE)) {
      TikTokParcel.write(product, listing.parcel(), TikTokMarkets.imperial(market.region()));
    }
  }

  private void writeCategory(ObjectNode product, String categoryId) {
    product.put("category_id", categoryId);
    String version = TikTokMarkets.categoryVersion(market.region());
    if (!version.isEmpty()) {
      product.put("category_version", version);
    }
  }

  private static void writeImages(ArrayNode target, List<Image> images, Uploads uploads) {
    for (Image image : images) {
      uploads
          .of(ImageUse.MAIN, image.url())
          .ifPresent(uploaded -> target.addObject().put("uri", uploaded.uri()));
    }
  }

  private static void writeAttributes(ArrayNode target, List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      ArrayNode values = target.addObject().put("id", attribute.id()).putArray("values");
      for (AttributeValue value : attribute.values()) {
        value
            .id()
            .ifPresentOrElse(
                id -> values.addObject().put("id", id),
                () -> values.addObject().put("name", value.text()));
      }
    }
  }

  ObjectNode prices(Collection<OfferPrice> prices) {
    ObjectNode body = TikTokJson.object();
    ArrayNode skus = body.putArray("skus");
    for (OfferPrice price : prices) {
      ObjectNode sku = skus.addObject().put("id", price.offerId());
      TikTokOffers.write(sku.putObject("price"), price.price());
      TikTokOffers.listPrice(market, price.price(), price.listPrice())
          .ifPresent(list -> TikTokOffers.write(sku.putObject("list_price"), list));
    }
    return body;
  }

  static ObjectNode stock(Collection<OfferStock> stock) {
    ObjectNode body = TikTokJson.object();
    ArrayNode skus = body.putArray("skus");
    for (OfferStock offer : stock) {
      ObjectNode sku = skus.addObject().put("id", offer.offerId());
      TikTokOffers.writeStock(sku.putArray("inventory"), offer.units());
    }
    return body;
  }

  static ObjectNode ids(Collection<String> listingIds) {
    ObjectNode body = TikTokJson.object();
    ArrayNode ids = body.putArray("product_ids");
    listingIds.forEach(ids::add);
    return body;
  }
}
