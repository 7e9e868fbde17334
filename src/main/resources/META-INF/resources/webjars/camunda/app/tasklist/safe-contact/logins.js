/* For who answers for the service, and for whoever it was done to: who was given a login, a password or a role, is reached elsewhere, and by whom. */
import { read } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';
import { openTask, whenScreenChanges, whenSomebodyComes } from './screen.js';

const every = 300000;
let changes = [];

function show() {
  const lists = document.querySelector('[cam-tasklist-filters]');
  const old = document.querySelector('.sc-logins');
  if (!lists || changes.length === 0 || openTask()) {
    old?.remove();
    return;
  }
  const list = make(
    'section',
    { class: 'sc-logins' },
    make('h3', {}, 'Changes to logins'),
    make('p', {}, 'If nobody asked for one of these, somebody else may be reading: ring whoever made it, now.'),
    make(
      'ul',
      {},
      changes.map(({ what, when }) => make('li', {}, `${what}, ${when}`)),
    ),
  );
  if (old?.textContent !== list.textContent) {
    old?.remove();
    lists.after(list);
  }
}

async function look(there = document.querySelector('.account')) {
  changes = there ? await read('logins/changed').catch(() => []) : [];
  show();
}

whenScreenChanges(show);
setInterval(() => look(), every);
whenSomebodyComes(look);
