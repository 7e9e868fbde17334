/* The open to-do as it is now, at a tap. What is typed is kept first, and stands in it again. */
import { make } from '../../../../safe-contact/build.js';
import { keepNow } from './draft.js';
import { openAnew } from './screen.js';

const notYet = ' Not yet: what you typed here is not kept yet, and stays on this screen. Please try again in a moment.';

async function show(taskId, { currentTarget }) {
  const said = currentTarget.nextElementSibling;
  said.textContent = '';
  if (await keepNow(taskId)) {
    await openAnew(taskId);
  } else {
    said.textContent = notYet;
  }
}

/** A button, and the place where it says why it cannot. */
export const showHere = (taskId) => [
  make('button', { type: 'button', class: 'sc-link', onclick: (tap) => show(taskId, tap) }, 'Show it here'),
  make('span', { role: 'status' }),
];
