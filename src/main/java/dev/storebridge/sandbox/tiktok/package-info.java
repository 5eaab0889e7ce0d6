/**
 * A TikTok Shop to develop and test against: one HTTP port that plays the API, the authorisation
 * host, the consent page and the image host, in memory, as strict as the platform's documents.
 *
 * <p>{@link dev.storebridge.sandbox.tiktok.TikTokSandbox#start} runs one; {@link
 * dev.storebridge.sandbox.tiktok.TikTokSettings} says how it behaves. A call passes path, app key,
 * timestamp, signature over the raw bytes, token, scope, cipher, pace, query and body (fields come
 * from {@code sandbox/tiktok/endpoints.json}: missing, unknown and mistyped ones are refused)
 * before the business rules see it. Products go through a review of a set length; price and stock
 * change at once. Orders have one line a unit and take their stock when they are placed; after the
 * buyer's hour they wait to be shipped. Error numbers are the documented ones, their words are
 * placeholders of our own.
 *
 * <p>{@link dev.storebridge.sandbox.tiktok.TikTokControl} lets a test look inside and break things:
 * slow answers, server errors with and without effect, resets, 429, cut JSON, endless pages,
 * expired tokens, refused reviews. The same is there as JSON: {@code GET /sandbox/state}, {@code
 * /sandbox/products?shop=}, {@code /sandbox/calls?endpoint=&shop=&after=&limit=}, {@code POST
 * /sandbox/switches}, {@code DELETE /sandbox/switches}, {@code POST /sandbox/stock}, {@code POST
 * /sandbox/product-status}, {@code POST /sandbox/reset}. Webhooks: {@code GET}, {@code POST} and
 * {@code DELETE /sandbox/webhooks?shop=&event=}, {@code GET} and {@code POST /sandbox/deliveries}.
 * {@link dev.storebridge.sandbox.tiktok.Buyers} buys and cancels; as JSON: {@code GET
 * /sandbox/orders?shop=}, {@code POST /sandbox/orders}, {@code POST /sandbox/order-acts}.
 *
 * <p>Where the documents are silent it chooses, and says so here: a repeated idempotency key gets
 * the first answer; quantity 0 is accepted; an edit of a deactivated product leaves it deactivated;
 * searches without a status, or with ALL, include deleted products; unknown order ids are left out
 * of the answer; a line of an order on hold says AWAITING_SHIPMENT; the scope names {@code
 * seller.product.delete} and {@code seller.logistics.info} are assumptions.
 */
package dev.storebridge.sandbox.tiktok;
