// What buyers, TikTok Shop and the merchant can do with orders: a row for each, with the order that it became in a store beside it.
const words = {
  pay: 'pay', release: 'end the buyer’s hour', ship: 'ship', next: 'parcel gets on', cancel: 'cancel', 'cancel-one': 'cancel one unit',
  'ask-to-cancel': 'ask to cancel', 'ask-for-refund': 'ask for money', 'send-back': 'send back', move: 'new address',
};
const possible = {
  UNPAID: ['pay', 'cancel'],
  ON_HOLD: ['release', 'cancel', 'cancel-one', 'move'],
  AWAITING_SHIPMENT: ['ask-to-cancel', 'cancel', 'cancel-one', 'move'],
  AWAITING_COLLECTION: ['next', 'ask-for-refund', 'send-back'],
  IN_TRANSIT: ['next', 'ask-for-refund', 'send-back'],
  DELIVERED: ['next', 'ask-for-refund', 'send-back'],
};
const closed = /COMPLETE|CANCELLED|REJECT/;
const most = 50;

export const text = (tag, words) => Object.assign(document.createElement(tag), { textContent: words });

function button(label, what) {
  const made = text('button', label);
  made.addEventListener('click', what);
  return made;
}

function shown(...nodes) {
  const cell = document.createElement('td');
  cell.append(...nodes);
  return cell;
}

/** A number that no parcel had before. */
const tracking = () => 'RM' + String(Date.now()).slice(-9) + 'GB';

/** What a person can do with the store's side of an order, by platform. */
function inStore(order) {
  if (order.cancelled) return [];
  const refund = { act: 'refund', amount: '1.00', note: 'By hand' };
  const sent = { company: 'Royal Mail', number: tracking() };
  if (order.store === 'shopify') {
    const open = order.lines.some((line) => line.open > 0);
    return [...(open ? [['ship', { act: 'ship', ...sent }], ['cancel', { act: 'cancel' }]] : []), ['refund 1.00', refund]];
  }
  const sendable = ['processing', 'on-hold'].includes(order.status);
  return [...(sendable ? [['complete', { act: 'complete', ...sent }], ['cancel', { act: 'cancel' }]] : []), ['refund 1.00', refund]];
}

/**
 * Draws the newest orders.
 * @param data.shop orders and cases of TikTok Shop
 * @param data.placed orders of the stores, each with the name of its store
 * @param act does something and draws again
 */
export function orderRows({ shop, placed }, call, act) {
  const became = new Map(placed.filter((order) => order.sourceIdentifier).map((order) => [order.sourceIdentifier, order]));
  const tell = (order, name, more) => act(() => call('/tiktok/sandbox/order-acts', 'POST', { shop: order.shop_id, order: order.id, act: name, ...more }));
  return [...shop.orders].sort((a, b) => b.create_time - a.create_time || (a.id < b.id ? 1 : -1)).slice(0, most).map((order) => {
    const row = document.createElement('tr');
    row.dataset.order = order.id;
    const units = order.line_items.filter((line) => line.display_status !== 'CANCELLED');
    const acts = (possible[order.status] ?? []).filter((name) => name !== 'cancel-one' || units.length > 1);
    const open = shop.cases.filter((one) => one.order_id === order.id && !closed.test(one.cancel_status ?? one.return_status));
    const store = became.get(order.id);
    row.append(
      shown(order.id, text('small', `${order.payment.total_amount} ${order.payment.currency}, ${units.length} of ${order.line_items.length} units`)),
      shown(order.status, text('small', [...new Set(order.line_items.map((line) => line.tracking_number).filter(Boolean))].join(', '))),
      shown(
        ...acts.map((name) => button(words[name], () => name === 'cancel-one' ? tell(order, 'cancel', { lines: [units[0].id] }) : tell(order, name, name === 'move' ? { street: 'Moved Street ' + (1 + Date.now() % 99) } : {}))),
        ...open.flatMap((one) => {
          const id = one.cancel_id ?? one.return_id;
          return [text('small', one.cancel_status ?? one.return_status), button('agree, get on', () => tell(order, 'next-of-case', { case: id })), button('refuse', () => tell(order, 'end-case', { case: id }))];
        }),
      ),
      store ? shown(store.name ?? store.id, text('small', [store.store, store.status ?? store.financialStatus, store.fulfilmentStatus, store.cancelled ? 'cancelled' : '', store.total + ' ' + store.currency, store.street].filter(Boolean).join(', '))) : shown('not placed'),
      shown(...(store ? inStore(store) : []).map(([label, body]) => button(label, () => act(() => call(`/${store.store}/sandbox/orders`, 'POST', { order: store.id, ...body }))))),
    );
    return row;
  });
}

/** Buys one unit of a listing's first SKU. */
export const buyButton = (listing, how, call, act) => {
  const made = button('Buy', () => act(() => call('/tiktok/sandbox/orders', 'POST', { shop: listing.shop_id, units: { [listing.skus[0].id]: how.units() }, how: how.paid() })));
  made.className = 'buy';
  return made;
};
