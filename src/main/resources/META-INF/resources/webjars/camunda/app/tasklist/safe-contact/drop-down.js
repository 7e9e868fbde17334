/*
 * A drop-down list of the form library that somebody chose from still takes itself for open, and stays shut when it is
 * pressed again. Once it has shut it is told so; the focus stays where it is.
 */
import { whenScreenChanges } from './screen.js';

/** The question whose list somebody has just chosen from. */
let chosen = null;

const question = (target) => target.closest?.('.fjs-form-field-select');

document.addEventListener('mousedown', ({ target }) => {
  chosen = target.closest?.('.fjs-dropdownlist') ? question(target) : chosen;
}, true);
document.addEventListener('keydown', ({ key, target }) => {
  chosen = key === 'Enter' ? question(target) : chosen;
}, true);

whenScreenChanges(() => {
  // Where several people can be named, the library says no more than "Search".
  document.querySelectorAll('.fjs-taglist-input[placeholder="Search"]').forEach((box) => {
    box.placeholder = 'Type or choose a name';
  });
  if (chosen && !chosen.querySelector('.fjs-dropdownlist')) {
    const box = chosen.querySelector('.fjs-select-hidden-input');
    chosen = null;
    ['focusin', 'focusout'].forEach((what) => box?.dispatchEvent(new FocusEvent(what, { bubbles: true })));
  }
});
