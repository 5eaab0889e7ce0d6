// The simulated stores and TikTok Shop side by side. Listings are matched to products by the reference that the service sends along.
import { buyButton, orderRows } from '/orders.js';

const $ = (id) => document.getElementById(id);
const names = { tiktok: 'TikTok Shop', shopify: 'Shopify', woocommerce: 'WooCommerce' };
const shopFaults = ['slow', 'server-error', 'done-but-500', 'reset-before', 'reset-after', 'too-many-requests', 'truncated-json', 'html-ok', 'repeating-page', 'refuse-review', 'expire-access-tokens'];
// What each store says of itself, by platform.
let stores = {};
let editing = null;

async function call(path, method = 'GET', body) {
  const response = await fetch(path, { method, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? path + ' answered ' + response.status);
  return answer;
}

function element(tag, text) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  return made;
}

const control = (store, path) => '/' + store + '/sandbox/' + path;

async function allProducts(store) {
  const items = [];
  for (let total = 1; items.length < total; ) {
    const page = await call(control(store, 'products?limit=250&offset=' + items.length));
    items.push(...page.items.map((product) => ({ ...product, store })));
    total = page.items.length ? page.total : 0;
  }
  return items;
}

const placedIn = async (store) => (await call(control(store, 'orders'))).items.map((order) => ({ ...order, store }));

const span = (values) => {
  const numbers = values.filter((value) => value !== undefined && value !== null).map(Number).sort((a, b) => a - b);
  return numbers.length ? (numbers[0] === numbers.at(-1) ? numbers[0].toFixed(2) : numbers[0].toFixed(2) + ' to ' + numbers.at(-1).toFixed(2)) : '';
};
const sums = (stocks) => {
  const sum = {};
  for (const stock of stocks) for (const [place, units] of Object.entries(stock)) sum[place] = (sum[place] ?? 0) + units;
  return Object.entries(sum).map(([place, units]) => (/^\d+$/.test(place) ? place.slice(-4) : place) + ': ' + units).join(', ');
};

function row(product, listing) {
  const line = element('tr');
  const title = element('td');
  const open = element('button', product.title);
  open.addEventListener('click', () => edit(product));
  if (product.images[0]) {
    const image = element('img');
    image.src = product.images[0];
    image.alt = '';
    title.append(image);
  }
  title.append(open, element('small', [names[product.store], product.status, product.variants.length + ' variants', product.id].join(', ')));
  const there = element('td', listing ? listing.title : 'not listed');
  if (listing) there.append(element('small', listing.status + (listing.audit?.status ? ', review ' + listing.audit.status : '') + ', ' + listing.id));
  if (listing?.status === 'ACTIVATE') there.append(buyButton(listing, { units: () => Number($('units').value), paid: () => $('how').value }, call, attempt));
  const skus = listing?.skus ?? [];
  line.append(
    title,
    element('td', span(product.variants.map((variant) => variant.price))),
    element('td', sums(product.variants.map((variant) => variant.stock))),
    there,
    element('td', span(skus.map((sku) => sku.price?.sale_price ?? sku.price?.tax_exclusive_price))),
    element('td', sums(skus.map((sku) => Object.fromEntries((sku.inventory ?? []).map((at) => [at.warehouse_id, at.quantity]))))),
  );
  return line;
}

function edit(product) {
  editing = product;
  $('edit-title').value = product.title;
  $('edit-status').replaceChildren(...stores[product.store].statuses.map((status) => element('option', status)));
  $('edit-status').value = product.status;
  $('edit-description').value = product.descriptionHtml;
  $('edit-variants').replaceChildren(...product.variants.map((variant) => {
    const line = element('tr');
    const input = (name, value) => {
      const field = element('input');
      field.value = value ?? '';
      field.dataset.field = name;
      field.setAttribute('aria-label', name + ' of ' + variant.title);
      const cell = element('td');
      cell.append(field);
      return cell;
    };
    const stock = element('td');
    for (const [location, units] of Object.entries(variant.stock)) stock.append(...input('stock-' + location, units).childNodes);
    line.dataset.variant = variant.id;
    line.append(element('td', variant.title), input('sku', variant.sku), input('price', variant.price), stock);
    return line;
  }));
  $('editor').showModal();
}

async function save() {
  const before = editing;
  const change = { title: $('edit-title').value, status: $('edit-status').value, description: $('edit-description').value, variants: [] };
  for (const key of ['title', 'status']) if (change[key] === before[key]) delete change[key];
  if (change.description === before.descriptionHtml) delete change.description;
  const stocks = [];
  for (const line of $('edit-variants').children) {
    const variant = before.variants.find((one) => one.id === line.dataset.variant);
    const changed = { id: variant.id };
    for (const field of line.querySelectorAll('input')) {
      const name = field.dataset.field;
      if (name.startsWith('stock-')) {
        const location = name.slice(6);
        if (Number(field.value) !== variant.stock[location]) stocks.push({ variantId: variant.id, locationId: location, available: Number(field.value) });
      } else if (field.value !== (variant[name] ?? '')) changed[name] = field.value;
    }
    if (Object.keys(changed).length > 1) change.variants.push(changed);
  }
  if (!change.variants.length) delete change.variants;
  if (Object.keys(change).length) await call(control(before.store, 'products/' + before.id), 'POST', change);
  for (const stock of stocks) await call(control(before.store, 'stock'), 'POST', stock);
}

async function attempt(what) {
  try {
    await what();
    $('message').textContent = '';
  } catch (fault) {
    $('message').textContent = fault.message;
  }
  await show();
}

// What stays the same is left alone: a button must not go away between press and release.
function fill(target, key, make) {
  const shown = JSON.stringify(key);
  if (target.dataset.shown === shown) return;
  target.dataset.shown = shown;
  target.replaceChildren(...make());
}

function list(target, texts) {
  fill(target, texts, () => texts.map((text) => element('li', text)));
}

const wanted = (product) => {
  const words = $('find').value.trim().toLowerCase();
  const store = $('store').value;
  return (!store || product.store === store) &&
    (!words || product.title.toLowerCase().includes(words) || product.variants.some((variant) => (variant.sku ?? '').toLowerCase().includes(words)));
};

async function show() {
  const platforms = Object.keys(stores);
  const [shop, shopState, calls, orders, ...answers] = await Promise.all([
    call('/tiktok/sandbox/products'), call('/tiktok/sandbox/state'), call('/tiktok/sandbox/calls?limit=0'), call('/tiktok/sandbox/orders'),
    ...platforms.map((store) => call(control(store, 'state'))), ...platforms.map(allProducts), ...platforms.map(placedIn),
  ]);
  platforms.forEach((store, index) => { stores[store] = answers[index]; });
  const products = answers.slice(platforms.length, 2 * platforms.length).flat();
  const placed = answers.slice(2 * platforms.length).flat();
  const listings = new Map(shop.products.map((listing) => [listing.external_product_id, listing]));
  const live = shop.products.filter((listing) => listing.status === 'ACTIVATE').length;
  $('summary').textContent = `${products.length} products in the stores, ${shop.products.length} listings on TikTok Shop, ${live} live`;
  const rows = products.filter(wanted).slice(0, 200).map((product) => [product, listings.get(product.id)]);
  fill($('rows'), rows, () => rows.map(([product, listing]) => row(product, listing)));
  fill($('orders'), [orders, placed], () => orderRows({ shop: orders, placed }, call, attempt));
  list($('active'), [
    ...shopState.switches.map((on) => names.tiktok + ' ' + on),
    ...platforms.flatMap((store) => Object.entries(stores[store].switches).map(([kind, on]) => names[store] + ' ' + kind + ' ' + JSON.stringify(on))),
  ]);
  list($('calls'), [
    ...Object.entries(calls.by_endpoint).map(([endpoint, count]) => count + ' × ' + endpoint),
    ...platforms.flatMap((store) => Object.entries(stores[store].calls).map(([operation, count]) => count + ' × ' + names[store] + ' ' + operation)),
  ]);
}

function option(value, text) {
  const made = element('option', text);
  made.value = value;
  return made;
}

function offerKinds() {
  const store = stores[$('platform').value];
  const kinds = store ? store.faults.map((fault) => fault.toLowerCase().replaceAll('_', '-')) : shopFaults;
  $('kind').replaceChildren(...kinds.map((kind) => element('option', kind)));
}

$('platform').addEventListener('change', offerKinds);
$('fault').addEventListener('submit', (event) => {
  event.preventDefault();
  const count = Number($('count').value);
  const platform = $('platform').value;
  attempt(() => call(control(platform, 'switches'), 'POST', stores[platform]
    ? { fault: $('kind').value, times: count || -1 }
    : { kind: $('kind').value, count }));
});
$('clear').addEventListener('click', () => attempt(async () => {
  await call('/tiktok/sandbox/switches', 'DELETE');
  for (const store of Object.keys(stores)) await call(control(store, 'switches'), 'POST', { clear: true });
}));
$('editor').addEventListener('close', () => { if ($('editor').returnValue === 'save') attempt(save); });
for (const id of ['find', 'store']) $(id).addEventListener('input', () => show().catch(() => {}));

const platforms = await call('/platforms');
for (const platform of platforms) $('platform').append(option(platform, names[platform]));
for (const store of platforms.filter((platform) => platform !== 'tiktok')) {
  stores[store] = await call(control(store, 'state'));
  $('store').append(option(store, names[store]));
}
offerKinds();
async function live() {
  if (!document.hidden && !$('editor').open) await show().catch((fault) => { $('message').textContent = fault.message; });
  setTimeout(live, 2000);
}
live();
