/*
 * Whose the open to-do is and whether this person may take it, as the server says: said above the form, and asked again
 * and again, so that nobody goes on with what somebody else has now, or without what has become known meanwhile.
 */
import { send } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';
import { openAnew, openTask, whenScreenChanges, whenTaskChanges } from './screen.js';
import { showHere } from './show-here.js';
import { openedNow, typed } from './two-screens.js';

const every = 20000;
const mayTake = "You can read this. To answer it, press I've got this first.";
const notForYou = (asked) => `You can read this. ${asked ? `It waits for ${asked}` : 'It is for somebody else to do'}.`;
/** The newest answer about the open to-do; null before the first. */
let known = null;
/** How much was on record when the to-do was opened or the record was read last; null before the first answer. */
let read = null;
/** Counts what was asked and what was done since: an older answer says nothing of now. */
let asked = 0;

function words() {
  if (!known || known.yours) {
    return '';
  }
  if (known.holder) {
    return `${known.holder} has this, since ${known.since}. You can read it.`;
  }
  return known.mayTake ? mayTake : notForYou(known.asked);
}

function readTheRecord() {
  read = null;
  [...document.querySelectorAll('.task-card .nav-tabs a')].find((tab) => tab.textContent.trim() === 'Record')?.click();
}

/** How serious it is, or what was reported, is not what the form says any more. */
function showChange(form) {
  const old = document.querySelector('.sc-changed-since');
  const words = known?.news ?? '';
  if (!form || (old?.dataset.says ?? '') === words) {
    return;
  }
  old?.remove();
  if (words) {
    form.before(
      make(
        'p',
        { class: 'sc-line sc-refused sc-changed-since', role: 'alert', 'data-says': words },
        `${words} `,
        showHere(openTask()),
      ),
    );
  }
}

/** The form stays as it is under somebody's hands. */
function showNews() {
  const form = document.querySelector('.task-card .fjs-container');
  showChange(form);
  const old = document.querySelector('.sc-news-on-record');
  const news = read !== null && known?.entries > read && !known.news;
  if (!news) {
    old?.remove();
  } else if (form && !old) {
    form.before(
      make(
        'p',
        { class: 'sc-line sc-news-on-record', role: 'status' },
        'Something new is on record since you opened this. ',
        make('button', { type: 'button', class: 'sc-link', onclick: readTheRecord }, 'Read the record'),
      ),
    );
  }
}

const locked = () => document.querySelector('.task-card .disabled-form');

function show() {
  document.body.classList.toggle('sc-not-to-take', Boolean(known) && !known.mayTake);
  const form = locked();
  const text = form ? words() : '';
  const old = document.querySelector('.sc-not-yours');
  if ((old?.textContent ?? '') !== text) {
    old?.remove();
    if (text) {
      form.before(make('p', { class: 'sc-line sc-not-yours', role: 'status' }, text));
    }
  }
}

/** Tasklist shows the open to-do as it was when it was opened; what has just been opened is as it is. */
function follow(before, taskId) {
  if (!before || (before.yours === known.yours && (known.yours || before.holder === known.holder))) {
    return;
  }
  if (known.yours && locked()) {
    openAnew(taskId); // with what they should know, from whoever handed it over
  } else {
    window.dispatchEvent(new CustomEvent('sc:other-hands'));
  }
}

async function look() {
  const taskId = openTask();
  if (!taskId) {
    return;
  }
  asked += 1;
  const mine = asked;
  const answer = await send('todos', { ids: [taskId] }).catch(() => null);
  if (mine !== asked) {
    return;
  }
  if (answer?.length === 0) {
    window.dispatchEvent(new CustomEvent('sc:gone', { detail: { taskId } }));
  }
  const [found] = answer ?? [];
  if (found && openTask() === taskId) {
    const before = known;
    known = found;
    read ??= known.entries;
    typed(taskId, found.typedAt);
    follow(before, taskId);
    show();
    showNews();
  }
}

setInterval(look, every);
// Whoever comes back to this screen may have been at another one meanwhile, and typed there.
['sc:too-late', 'sc:refused', 'focus'].forEach((name) => window.addEventListener(name, look));
document.addEventListener('visibilitychange', () => !document.hidden && look());
// What one takes oneself has come from no other hands.
['sc:taking', 'sc:taken'].forEach((name) =>
  window.addEventListener(name, () => {
    asked += 1;
    known = { ...known, yours: true };
    show();
  }),
);
// What one does oneself is no news.
['sc:taken', 'sc:changed'].forEach((name) =>
  window.addEventListener(name, () => {
    if (!(known?.entries > read)) {
      read = null;
    }
  }),
);
whenTaskChanges(() => {
  asked += 1;
  known = null;
  read = null;
  openedNow();
  show();
  showNews();
  look();
});
whenScreenChanges(() => {
  show();
  showNews();
});
