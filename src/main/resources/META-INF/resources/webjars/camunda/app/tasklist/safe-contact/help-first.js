/*
 * On a phone the way to help that every form begins with stands first on the screen, before the way back and the tabs, and stays there while
 * another tab is looked at.
 */
import { make } from '../../../../safe-contact/build.js';
import { openTask, whenScreenChanges } from './screen.js';

const phone = matchMedia('(max-width: 991px)');
/** What stands there, of which to-do. */
let shown = null;

function copyOf(words) {
  const copy = make('div', { class: 'sc-help-first' }, [...words.cloneNode(true).childNodes]);
  copy.querySelectorAll('[id]').forEach((each) => each.removeAttribute('id'));
  return copy;
}

/** Gives back what stands first; nothing on a desk, where a form begins with it in sight. */
export function helpFirst() {
  const task = phone.matches ? openTask() : null;
  const first = document.querySelector('.task-card .fjs-container .fjs-form-field-text');
  const words = first?.querySelector('a[href="tel:999"]') ? first : null;
  if (task !== shown?.task || (words && words.textContent !== shown.node.textContent)) {
    shown?.node.remove();
    shown = task && words ? { task, node: copyOf(words) } : null;
  }
  const place = document.querySelector('.task-details');
  if (shown && place && place.firstElementChild !== shown.node) {
    place.prepend(shown.node);
  }
  if (shown && words) {
    words.dataset.scStandsFirst = '';
  }
  return shown?.node ?? null;
}

phone.addEventListener('change', helpFirst);
whenScreenChanges(helpFirst);
