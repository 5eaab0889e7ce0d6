// Both simulated platforms side by side. Listings are matched to products by the reference that the service sends along.
const $ = (id) => document.getElementById(id);
const kinds = {
  tiktok: ['slow', 'server-error', 'done-but-500', 'reset-before', 'reset-after', 'too-many-requests', 'truncated-json', 'html-ok', 'repeating-page', 'refuse-review', 'expire-access-tokens'],
  shopify: ['slow', 'server-error', 'done-but-server-error', 'connection-reset', 'too-many-requests', 'truncated-body', 'html-page', 'throttled', 'repeated-page', 'token-revoked', 'bulk-fails'],
};
let products = [];
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

async function allProducts() {
  const items = [];
  for (let total = 1; items.length < total; ) {
    const page = await call('/shopify/sandbox/products?limit=250&offset=' + items.length);
    items.push(...page.items);
    total = page.items.length ? page.total : 0;
  }
  return items;
}

const span = (values) => {
  const numbers = values.filter((value) => value !== undefined && value !== null).map(Number).sort((a, b) => a - b);
  return numbers.length ? (numbers[0] === numbers.at(-1) ? numbers[0].toFixed(2) : numbers[0].toFixed(2) + ' to ' + numbers.at(-1).toFixed(2)) : '';
};
const sums = (stocks) => {
  const sum = {};
  for (const stock of stocks) for (const [place, units] of Object.entries(stock)) sum[place] = (sum[place] ?? 0) + units;
  return Object.entries(sum).map(([place, units]) => place.slice(-4) + ': ' + units).join(', ');
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
  title.append(open, element('small', product.status + ', ' + product.variants.length + ' variants, ' + product.id));
  const there = element('td', listing ? listing.title : 'not listed');
  if (listing) there.append(element('small', listing.status + (listing.audit?.status ? ', review ' + listing.audit.status : '') + ', ' + listing.id));
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
  if (Object.keys(change).length) await call('/shopify/sandbox/products/' + before.id, 'POST', change);
  for (const stock of stocks) await call('/shopify/sandbox/stock', 'POST', stock);
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

function list(target, texts) {
  target.replaceChildren(...texts.map((text) => element('li', text)));
}

async function show() {
  const [store, shop, storeState, shopState] = await Promise.all([
    allProducts(), call('/tiktok/sandbox/products'), call('/shopify/sandbox/state'), call('/tiktok/sandbox/state'),
  ]);
  products = store;
  const listings = new Map(shop.products.map((listing) => [listing.external_product_id, listing]));
  const live = shop.products.filter((listing) => listing.status === 'ACTIVATE').length;
  $('summary').textContent = `${store.length} products in the store, ${shop.products.length} listings on TikTok Shop, ${live} live`;
  const wanted = $('find').value.trim().toLowerCase();
  const shown = store.filter((product) => !wanted || product.title.toLowerCase().includes(wanted) || product.variants.some((variant) => (variant.sku ?? '').toLowerCase().includes(wanted)));
  $('rows').replaceChildren(...shown.slice(0, 200).map((product) => row(product, listings.get(product.id))));
  list($('active'), [...shopState.switches, ...Object.entries(storeState.switches).map(([kind, on]) => kind + ' ' + JSON.stringify(on))].map(String));
  const calls = await call('/tiktok/sandbox/calls?limit=0');
  list($('calls'), [
    ...Object.entries(calls.by_endpoint).map(([endpoint, count]) => count + ' × ' + endpoint),
    ...Object.entries(storeState.calls).map(([operation, count]) => count + ' × Shopify ' + operation),
  ]);
}

function offerKinds() {
  $('kind').replaceChildren(...kinds[$('platform').value].map((kind) => element('option', kind)));
}

$('platform').addEventListener('change', offerKinds);
$('fault').addEventListener('submit', (event) => {
  event.preventDefault();
  const count = Number($('count').value);
  attempt(() => $('platform').value === 'tiktok'
    ? call('/tiktok/sandbox/switches', 'POST', { kind: $('kind').value, count })
    : call('/shopify/sandbox/switches', 'POST', { fault: $('kind').value, times: count || -1 }));
});
$('clear').addEventListener('click', () => attempt(async () => {
  await call('/tiktok/sandbox/switches', 'DELETE');
  await call('/shopify/sandbox/switches', 'POST', { clear: true });
}));
$('editor').addEventListener('close', () => { if ($('editor').returnValue === 'save') attempt(save); });
$('find').addEventListener('input', () => show().catch(() => {}));

offerKinds();
async function live() {
  if (!document.hidden && !$('editor').open) await show().catch((fault) => { $('message').textContent = fault.message; });
  setTimeout(live, 2000);
}
live();
