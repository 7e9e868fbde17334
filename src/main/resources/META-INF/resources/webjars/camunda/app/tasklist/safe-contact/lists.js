/*
 * What waits on each list, looked at again and again: what is new appears by itself, is said to a screen reader,
 * and, to those who allow it, by the browser, without a word of which child.
 */
import { make } from '../../../../safe-contact/build.js';
import { askEngine, lookAgain, openTask, refresh, whenScreenChanges } from './screen.js';

const every = 20000;
/** Long enough to be read out; later it would be no news. */
const spoken = 10000;
/** How far down a look reads a list; of what stands below it hears the number alone. */
const deep = 50;
const voice = make('p', { class: 'sc-voice', role: 'status' });
let lists = [];
let scope = null;

/** Numbers above what the server counts are not shown as exact. */
const shown = (count) => (count >= 1000 ? '1000+' : String(count));

function place() {
  document.querySelectorAll('[cam-tasklist-filters] .item').forEach((item) => {
    const name = item.querySelector('.name a')?.firstChild?.textContent.trim();
    const list = lists.find((each) => each.name === name);
    const old = item.querySelector('.sc-count');
    const text = list?.count ? shown(list.count) : '';
    if ((old?.textContent ?? '') !== text) {
      old?.remove();
      if (text) {
        item.querySelector('.name a').append(make('span', { class: 'sc-count', 'aria-label': `${text} to do` }, text));
      }
    }
  });
  elsewhere();
}

/** What stands on these can wait, or stood on another list before. */
const isNoNews = ({ name }) => name === 'For later' || name === 'Late';

/** Where a worker begins: with the list that Tasklist opens first, unless something urgent waits for somebody. */
let begins = !/[?&](filter|task)=/.test(location.hash);
document.body.classList.toggle('sc-beginning', begins);
document.addEventListener('click', (event) => {
  begins &&= !event.target.closest?.('.task-filters, .tasks-list');
}, true);

/** Tasklist says in the address which list it opened; before that it would open it over ours. */
async function isOpened() {
  for (let waits = 0; waits < 100 && !/[?&]filter=/.test(location.hash); waits += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function toWhatIsUrgent() {
  await isOpened();
  const urgent = lists.find(({ name, count }) => name === 'Urgent' && count);
  if (begins && !openTask() && urgent?.tasks.some(({ assignee }) => !assignee)) {
    go(urgent);
  }
  begins = false;
  document.body.classList.remove('sc-beginning');
}

/** An empty list is no reason to rest while another one is not. */
function elsewhere() {
  const empty = document.querySelector('.tasks-list .well');
  const waiting = lists.filter((each) => each.count && !isNoNews(each));
  const text = waiting.map((each) => `${each.name}: ${shown(each.count)}`).join('');
  const old = document.querySelector('.sc-elsewhere');
  if (!empty || !text || empty.classList.contains('ng-hide')) {
    old?.remove();
  } else if (old?.textContent !== text) {
    old?.remove();
    empty.after(
      make(
        'p',
        { class: 'sc-elsewhere' },
        waiting.map((each) => make('button', { type: 'button', class: 'btn btn-link', onclick: () => go(each) }, `${each.name}: ${shown(each.count)}`)),
      ),
    );
  }
}

function go(list) {
  const query = new URLSearchParams(location.hash.split('?')[1] ?? '');
  query.set('filter', list.id);
  query.delete('task');
  location.hash = `#/?${query}`;
}

function tell(more) {
  const text = more === 1 ? 'Something new waits for you.' : `${more} new things wait for you.`;
  voice.textContent = text;
  setTimeout(() => {
    voice.textContent = '';
  }, spoken);
  if (window.Notification?.permission === 'granted' && (document.hidden || !document.hasFocus())) {
    try {
      // One at a time, and heard again: who has not seen the first still learns of the second.
      new Notification('Safe Contact', { body: text, tag: 'safe-contact', renotify: true });
    } catch {
      // A telephone that once allowed it may show none from a page.
    }
  }
}

async function listNow({ id, name }) {
  const { count, _embedded } = await askEngine(`filter/${encodeURIComponent(id)}/list?firstResult=0&maxResults=${deep}`, {}, 'application/hal+json');
  return { id, name, count, tasks: _embedded?.task ?? [] };
}

const idsOf = ({ tasks }) => tasks.map(({ id }) => id);

/** What has come meanwhile. Below the last that stood there before, something may only have moved up from where no look reads. */
function comeSince(before, now) {
  const known = new Set(idsOf(before));
  const ids = idsOf(now);
  const last = ids.findLastIndex((id) => known.has(id));
  return ids.filter((id, place) => !known.has(id) && (place < last || known.size === before.count));
}

const isOther = (before, now) => before.count !== now.count || String(idsOf(before)) !== String(idsOf(now));

async function lookOnce(own) {
  if (!document.querySelector('.account')) {
    lists = [];
    return;
  }
  try {
    const before = new Map(lists.map((each) => [each.id, each]));
    const found = await askEngine('filter?firstResult=0&maxResults=100&itemCount=false&resourceType=Task');
    lists = await Promise.all(found.map(listNow));
    const seen = lists.filter(({ id }) => before.has(id));
    const told = seen.filter((each) => !isNoNews(each));
    // One may come as another goes, and the number stays as it was.
    const come = new Set(told.flatMap((each) => comeSince(before.get(each.id), each)));
    const more = Math.max(come.size, ...told.map(({ id, count }) => count - before.get(id).count)) - own;
    if (more > 0) {
      tell(more);
    }
    if (begins) {
      await toWhatIsUrgent();
    }
    // Never under somebody's hands: an open form stays as it is.
    if (scope && !openTask() && seen.some((each) => isOther(before.get(each.id), each))) {
      refresh(scope);
    }
  } catch {
    // Nobody is logged in, or the network is away: the next look tells.
  }
  place();
}

let turn = Promise.resolve();

/**
 * One after the other: two at once would both tell the same.
 * @param own how much of what is new this person has just put there
 */
function look(own = 0) {
  turn = turn.catch(() => {}).then(() => lookOnce(own));
}

setInterval(() => look(), every);
window.addEventListener('sc:sent', () => setTimeout(() => look(), 1500));
window.addEventListener('online', () => {
  look();
  if (scope) {
    refresh(scope);
  }
});
['sc:changed', 'sc:taken'].forEach((name) => window.addEventListener(name, () => look(1)));
// The open to-do is asked for again too, and says whose it is; its form keeps what was typed.
['sc:too-late', 'sc:other-hands'].forEach((name) => window.addEventListener(name, () => scope && lookAgain(scope)));
document.addEventListener('visibilitychange', () => !document.hidden && look());
// Asked anything, the engine says that nobody is logged in, and Tasklist shows its login page.
window.addEventListener('sc:unattended', (over) => {
  if (scope) {
    over.preventDefault();
    refresh(scope);
  }
});
whenScreenChanges(() => {
  if (!voice.isConnected) {
    document.body.append(voice);
  }
  if (lists.length === 0 && document.querySelector('[cam-tasklist-filters] .item') && !look.begun) {
    look.begun = true;
    look();
  }
  place();
});

/** A telephone's browser knows permission, and still shows nothing: nobody is asked there for what cannot be. */
function canTell() {
  try {
    return Boolean(new Notification('Safe Contact')); // shows nothing before it is allowed
  } catch {
    return false;
  }
}

/** Once asked by a person, the browser tells when something new waits. */
export const news = {
  id: 'sc-news',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render(node, _data, itsScope) {
    scope = itsScope;
    if (window.Notification?.permission !== 'default' || !canTell()) {
      return;
    }
    const button = make('button', { type: 'button', class: 'sc-quiet-button' }, 'Tell me when something is new');
    const said = make('span', { role: 'status' });
    button.addEventListener('click', async () => {
      const allowed = (await Notification.requestPermission()) === 'granted';
      node.replaceChildren(said);
      said.textContent = allowed ? 'You will be told' : 'Not told: this browser says no';
    });
    node.append(button);
  },
};
