// The console: reads the JSON API with the token of this tab and shows it. Everything is set as text, nothing as markup.
const $ = (id) => document.getElementById(id);
const tokenKey = 'storebridge-token';
let current = null;
let pages = 1;
let problemPages = 1;
let orderPages = 1;

if (location.hash.startsWith('#token=')) {
  sessionStorage.setItem(tokenKey, decodeURIComponent(location.hash.slice(7)));
  history.replaceState(null, '', location.pathname);
}

class Refused extends Error {}

async function api(path, method = 'GET', body) {
  const response = await fetch('/api' + path, {
    method,
    headers: { Authorization: 'Bearer ' + sessionStorage.getItem(tokenKey), ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  if (response.status === 401) {
    sessionStorage.removeItem(tokenKey);
    throw new Refused('This token is not known.');
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  if (response.status === 404) return null;
  throw new Error([answer.title, answer.detail].filter(Boolean).join(' ') || 'The service answered ' + response.status + '.');
}

async function all(path, most) {
  const items = [];
  let next = '';
  for (let page = 0; page < most; page++) {
    const join = path.includes('?') ? '&' : '?';
    const answer = await api(path + (next ? join + 'cursor=' + encodeURIComponent(next) : ''));
    items.push(...(answer?.items ?? []));
    next = answer?.next;
    if (!next) return { items, more: false };
  }
  return { items, more: true };
}

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

const words = (state) => state.replaceAll('-', ' ');

function picture(listing) {
  if (!listing.imageUrl) return element('div', 'no picture', 'no-picture');
  const image = element('img');
  image.src = listing.imageUrl;
  image.alt = listing.title;
  image.loading = 'lazy';
  return image;
}

function priceOf(offers) {
  const prices = offers.filter((offer) => offer.price).map((offer) => Number(offer.price)).sort((a, b) => a - b);
  if (!prices.length) return '';
  const format = (amount) => new Intl.NumberFormat('en', { style: 'currency', currency: offers.find((o) => o.currency).currency }).format(amount);
  return prices[0] === prices.at(-1) ? format(prices[0]) : format(prices[0]) + ' to ' + format(prices.at(-1));
}

function card(listing) {
  const item = element('li');
  const text = element('div', '', 'words');
  const stock = listing.offers.reduce((sum, offer) => sum + (offer.stock ?? 0), 0);
  text.append(element('span', words(listing.state), 'state ' + listing.state), element('strong', listing.title));
  if (listing.offers.length) {
    text.append(element('small', priceOf(listing.offers)), element('small', listing.offers.length + (listing.offers.length === 1 ? ' offer, ' : ' offers, ') + stock + ' in stock'));
  }
  if (listing.problem) text.append(element('small', listing.problem.cause, 'bad'));
  item.append(picture(listing), text);
  return item;
}

function problemItem(problem) {
  const item = element('li');
  const text = element('div');
  const about = problem.kind === 'account' ? 'The connection' : problem.kind + ' ' + problem.ref;
  text.append(
    element('small', about + ' · ' + problem.code + (problem.field ? ' · ' + problem.field : '') + ' · since ' + new Date(problem.since).toLocaleString()),
    element('p', problem.cause),
    element('p', 'Fix: ' + problem.fix),
  );
  if (problem.message) text.append(element('small', 'The platform said: ' + problem.message));
  if (problem.nextTryAt) text.append(element('small', ' Tried again ' + new Date(problem.nextTryAt).toLocaleTimeString() + '.'));
  const retry = element('button', 'Try again', 'quiet');
  retry.addEventListener('click', () => act(retry, () => api(`/connections/${current}/problems/${problem.id}/retry`, 'POST')));
  item.append(text, retry);
  return item;
}

function replace(list, items) {
  const kept = JSON.stringify(items.map((item) => item.outerHTML));
  if (list.dataset.kept !== kept) {
    list.dataset.kept = kept;
    list.replaceChildren(...items);
  }
}

function showProgress(progress) {
  $('progress-card').hidden = !progress;
  if (!progress) return;
  const ended = progress.done + progress.failed;
  const total = progress.total ?? 0;
  $('bar').setAttribute('aria-valuemax', total);
  $('bar').setAttribute('aria-valuenow', ended);
  $('bar-done').style.width = total ? (100 * progress.done) / total + '%' : '0';
  $('bar-failed').style.width = total ? (100 * progress.failed) / total + '%' : '0';
  $('progress').textContent = progress.finished
    ? `Imported: ${progress.done} of ${total} products in line, ${progress.failed} with a problem. Started ${new Date(progress.startedAt).toLocaleTimeString()}.`
    : progress.total === null
      ? `Reading the catalogue… ${ended} products in line so far.`
      : `${ended} of ${total} products` + (progress.etaSeconds !== null ? `, about ${progress.etaSeconds} s left` : '');
  $('import').disabled = !progress.finished;
}

async function showConnection() {
  const connection = await api('/connections/' + current);
  if (!connection) {
    $('message').textContent = 'There is no connection ' + current + ', or this token may not see it.';
    return;
  }
  $('name').textContent = connection.id + ' (' + connection.tenant + ')';
  $('accounts').textContent =
    `${connection.store.platform} ${connection.store.url}: ${words(connection.store.state)}. ` +
    `TikTok Shop ${connection.shop.name ?? connection.shop.id ?? ''} ${connection.shop.region}: ${words(connection.shop.state)}. ` +
    `${connection.counts.products} products, ${connection.counts.listed} listed, ${connection.counts.due} due, ${connection.counts.parked} with a problem.`;
  $('connect-shop').hidden = connection.shop.state === 'connected';
  $('connect-store').hidden = connection.store.state === 'connected';
  $('import').disabled = connection.shop.state !== 'connected';
  showProgress(connection.live ? await api(`/connections/${current}/import`) : null);
}

async function showListings() {
  const state = $('state').value;
  const read = await all(`/connections/${current}/listings?limit=100${state ? '&state=' + state : ''}`, pages);
  replace($('listings'), read.items.map(card));
  $('more').hidden = !read.more;
}

function orderRow(order) {
  const row = element('tr');
  const state = element('td');
  state.append(element('span', words(order.state), 'state ' + order.state));
  const money = (amount) => amount === null ? '' : amount + ' ' + order.currency;
  row.append(element('td', order.tiktokOrderId), state, element('td', money(order.tiktokTotal)), element('td', money(order.expectedTotal)),
    element('td', order.storeOrderId ?? ''), element('td', money(order.storeTotal)), element('td', order.problem?.cause ?? '', 'bad'));
  return row;
}

async function showOrders() {
  const read = await all(`/connections/${current}/orders?limit=50`, orderPages);
  replace($('orders'), read.items.map(orderRow));
  $('more-orders').hidden = !read.more;
}

async function countOrders() {
  $('completeness').textContent = 'Counting…';
  const { orders } = await api(`/connections/${current}/completeness`);
  const side = (name, there) => `${name}: ${there.count} orders, ${there.sum}`;
  $('completeness').textContent = [side('TikTok Shop', orders.tiktok), side('the store', orders.store),
    orders.missing.length ? 'missing in the store: ' + orders.missing.join(', ') : 'nothing is missing'].join('; ') + '.';
}

async function showProblems() {
  const read = await all(`/connections/${current}/problems?limit=100`, problemPages);
  $('problem-count').textContent = read.items.length ? `(${read.items.length}${read.more ? '+' : ''})` : '';
  replace($('problems'), read.items.length ? read.items.map(problemItem) : [element('p', 'No problems.')]);
  $('more-problems').hidden = !read.more;
  $('retry-all').hidden = !read.items.length;
}

async function show() {
  if (!sessionStorage.getItem(tokenKey)) return signIn('');
  try {
    const { items } = await all('/connections?limit=200', 10);
    $('sign-in').hidden = true;
    $('sign-out').hidden = false;
    $('empty').hidden = items.length > 0;
    current = location.pathname.startsWith('/connections/') ? decodeURIComponent(location.pathname.slice(13)) : items[0]?.id;
    replace($('connections'), items.map((connection) => {
      const link = element('a', connection.id);
      link.href = '/connections/' + encodeURIComponent(connection.id);
      if (connection.id === current) link.setAttribute('aria-current', 'page');
      return link;
    }));
    $('connection').hidden = !current;
    if (current) {
      await showConnection();
      await ($('listings-pane').hidden ? Promise.resolve() : showListings());
      await ($('orders-pane').hidden ? Promise.resolve() : showOrders());
      await showProblems();
    }
  } catch (fault) {
    if (fault instanceof Refused) signIn(fault.message);
    else $('message').textContent = fault.message;
  }
}

function signIn(why) {
  $('sign-in').hidden = false;
  $('sign-in-error').textContent = why;
  for (const id of ['connection', 'empty', 'sign-out']) $(id).hidden = true;
  $('connections').replaceChildren();
}

async function act(button, what) {
  button.disabled = true;
  $('message').textContent = '';
  try {
    await what();
  } catch (fault) {
    $('message').textContent = fault.message;
  } finally {
    button.disabled = false;
    await show();
  }
}

async function connect(side) {
  const links = await api(`/connections/${current}/connect-links`, 'POST');
  if (links?.[side]) location.assign(links[side]);
  else $('message').textContent = 'This side needs no consent: its credentials stand in the tenant file.';
}

function tab(name) {
  for (const pane of ['listings', 'orders', 'problems']) {
    $(pane + '-pane').hidden = pane !== name;
    $('tab-' + pane).setAttribute('aria-selected', pane === name);
  }
  show();
}

$('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem(tokenKey, $('token').value.trim());
  $('token').value = '';
  show();
});
$('sign-out').addEventListener('click', () => {
  sessionStorage.removeItem(tokenKey);
  signIn('');
});
$('import').addEventListener('click', () => act($('import'), () => api(`/connections/${current}/import`, 'POST')));
$('connect-shop').addEventListener('click', () => act($('connect-shop'), () => connect('tiktok')));
$('connect-store').addEventListener('click', () => act($('connect-store'), () => connect('store')));
$('retry-all').addEventListener('click', () => act($('retry-all'), () => api(`/connections/${current}/problems/retry`, 'POST', {})));
$('tab-listings').addEventListener('click', () => tab('listings'));
$('tab-orders').addEventListener('click', () => tab('orders'));
$('count-orders').addEventListener('click', () => act($('count-orders'), countOrders));
$('more-orders').addEventListener('click', () => { orderPages++; show(); });
$('tab-problems').addEventListener('click', () => tab('problems'));
$('state').addEventListener('change', show);
$('more').addEventListener('click', () => { pages++; show(); });
$('more-problems').addEventListener('click', () => { problemPages++; show(); });

async function live() {
  if (!document.hidden) await show();
  setTimeout(live, 1500);
}
live();
