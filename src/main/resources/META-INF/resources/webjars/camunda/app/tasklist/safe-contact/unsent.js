/* For whoever is on duty: who began a report and has not sent it. Who and since when, never which child or what. */
import { read } from '../../../../safe-contact/api.js';
import { make, ring } from '../../../../safe-contact/build.js';
import { openTask, whenScreenChanges, whenSomebodyComes } from './screen.js';

const every = 60000;
let begun = [];

function show() {
  const lists = document.querySelector('[cam-tasklist-filters]');
  const old = document.querySelector('.sc-unsent');
  if (!lists || begun.length === 0 || openTask()) {
    old?.remove();
    return;
  }
  const list = make(
    'section',
    { class: 'sc-unsent' },
    make('h3', {}, 'Begun and not sent'),
    make('p', {}, 'They may still be writing. If it takes long, ringing them becomes a to-do.'),
    make(
      'ul',
      {},
      begun.map(({ who, since, telephone }) =>
        make('li', {}, `${who}, ${since}`, telephone ? ' ' : '', telephone ? ring(telephone) : ''),
      ),
    ),
  );
  if (old?.textContent !== list.textContent) {
    old?.remove();
    lists.after(list);
  }
}

async function look(there = document.querySelector('.account')) {
  begun = there ? await read('reports/unsent').catch(() => []) : [];
  show();
}

whenScreenChanges(show);
setInterval(() => look(), every);
whenSomebodyComes(look);
