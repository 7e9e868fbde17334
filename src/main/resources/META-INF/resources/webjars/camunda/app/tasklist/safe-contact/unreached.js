/*
 * What has not reached the office computer yet: it is tried again until it has, whichever screen is open by then. Every screen but its own, which
 * says it at the place, says so here, with the numbers to ring.
 */
import { ifInDanger } from '../../../../safe-contact/api.js';
import { line } from '../../../../safe-contact/build.js';
import { openTask, whenScreenChanges } from './screen.js';

const every = 5000;
const byItself = () => (document.querySelector('.form-signin') ? 'Log in: then it is sent by itself.' : 'We try again by ourselves.');
/** By what it is: in which to-do it was pressed, what to say elsewhere, and how it is sent again. */
const waiting = new Map();
let timer = null;
let trying = null;

const where = () =>
  document.querySelector('.form-signin') ??
  document.querySelector(openTask() ? '.task-card > header' : '.tasks-list.column .content') ??
  document.querySelector('.site-wrap');

function place() {
  [...waiting].filter(([, { send, stands }]) => !send && stands()).forEach(([what]) => waiting.delete(what));
  const elsewhere = [...waiting.values()].filter(({ stands }) => !stands());
  const words = [...new Set(elsewhere.map(({ words: what, send }) => (send ? `${what} ${byItself()}` : what)))].join(' ');
  const old = document.querySelector('.sc-not-reached');
  if (old?.dataset.says === words && old.parentElement === where()) {
    return;
  }
  old?.remove();
  if (words) {
    const said = line(`${words} ${ifInDanger()}`, 'refused');
    said.classList.add('sc-not-reached');
    said.dataset.says = words;
    where().prepend(said);
  }
}

async function tryAll() {
  clearTimeout(timer);
  timer = null;
  trying ??= Promise.allSettled([...waiting.values()].map(({ send }) => send?.()));
  await trying;
  trying = null;
  place();
  if ([...waiting.values()].some(({ send }) => send)) {
    timer ??= setTimeout(tryAll, every);
  }
}

/**
 * Tries it again until {@link settled} says that it is over.
 * @param what names it
 * @param words what is said on other screens
 * @param stands whether the screen that is open says it itself
 */
export function unreached(what, { words, stands, send }) {
  waiting.set(what, { words, stands, send });
  timer ??= setTimeout(tryAll, every);
  place();
}

/** It will not be taken as it is, and is said until its own screen is open again. */
export function notTaken(what, { words, stands }) {
  waiting.set(what, { words, stands, send: null });
  place();
}

/** It arrived, or somebody thought better of it. */
export function settled(what) {
  waiting.delete(what);
  place();
}

export const isWaiting = (what) => Boolean(waiting.get(what)?.send);

window.addEventListener('online', tryAll);
whenScreenChanges(place);
