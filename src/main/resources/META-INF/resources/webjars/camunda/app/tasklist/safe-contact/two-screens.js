/*
 * The same person has the same form open on another screen, and types there too: this screen says so, so that nothing of it is left out of what
 * is sent here.
 */
import { make } from '../../../../safe-contact/build.js';
import { openTask, whenScreenChanges } from './screen.js';
import { showHere } from './show-here.js';

let taskId = null;
/** The newest that stands on this screen, in milliseconds: as it was opened, and what was kept from here since. */
let here = 0;
let elsewhere = 0;

const moment = (text) => (text ? Date.parse(text) : 0);

function place() {
  const form = document.querySelector('.task-card .fjs-container');
  const old = document.querySelector('.sc-two-screens');
  if (openTask() !== taskId || elsewhere <= here) {
    old?.remove();
  } else if (form && !old) {
    form.before(
      make(
        'p',
        { class: 'sc-line sc-two-screens', role: 'status' },
        'You have also written in this on another screen. ',
        showHere(taskId),
      ),
    );
  }
}

/** What the server says of the open to-do: when this person typed into it last. */
export function typed(openedTask, typedAt) {
  if (taskId !== openedTask) {
    taskId = openedTask;
    here = moment(typedAt);
  }
  elsewhere = moment(typedAt);
  place();
}

/** As it is opened, all that is kept stands in it. */
export function openedNow() {
  taskId = null;
  place();
}

window.addEventListener('sc:kept', ({ detail }) => {
  if (detail.taskId === taskId) {
    here = Math.max(here, moment(detail.moment));
    place();
  }
});
whenScreenChanges(place);
