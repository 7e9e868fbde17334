/*
 * For a carer with an open report: who has it and when they ring, and what is new for them, before anything is opened
 * (practice, section 3: always on screen).
 */
import { ours, read } from '../../../../safe-contact/api.js';
import { make, withRings } from '../../../../safe-contact/build.js';
import { openTask, whenScreenChanges, whenSomebodyComes } from './screen.js';

const every = 60000;
let open = [];

const link = (page, words) => make('a', { href: ours(page), target: '_blank', rel: 'noopener' }, words);

function show() {
  const lists = document.querySelector('[cam-tasklist-filters]');
  const old = document.querySelector('.sc-who-has-it');
  if (!lists || open.length === 0 || openTask()) {
    old?.remove();
    return;
  }
  const who = make(
    'section',
    { class: 'sc-who-has-it' },
    open.flatMap(({ reference, whoHasIt, news }) => [
      make('p', {}, link(`c/${encodeURIComponent(reference)}`, reference), ': ', withRings(whoHasIt)),
      ...news.map(({ words, page }) => make('p', { class: 'sc-news' }, link(page, words))),
    ]),
  );
  if (old?.textContent !== who.textContent) {
    old?.remove();
    lists.before(who);
  }
}

async function look(there = document.querySelector('.account')) {
  open = there ? await read('reports/open').catch(() => open) : [];
  show();
}

whenScreenChanges(show);
window.addEventListener('sc:changed', () => look());
window.addEventListener('sc:to-list', () => look());
setInterval(() => look(), every);
whenSomebodyComes(look);
