/* What is gone when it is opened, because somebody has done it or has it now: a sentence in the place of an empty screen, and the way back. */
import { make } from '../../../../safe-contact/build.js';
import { hush } from './notifications.js';
import { openTask, toList, whenScreenChanges, whenTaskChanges } from './screen.js';

const panel = make(
  'section',
  { class: 'sc-gone', role: 'status' },
  make('p', {}, 'Thank you for looking. This is done already, or somebody else has it now: nothing more is needed from you here.'),
  make('button', { type: 'button', class: 'btn btn-primary', onclick: toList }, 'Back to the list'),
);
/** The to-do of which the server knows nothing that this person could open. */
let gone = null;

function place() {
  const details = document.querySelector('.task-details');
  const shown = Boolean(gone && details) && gone === openTask() && !document.querySelector('.task-card');
  document.body.classList.toggle('sc-nothing-here', shown);
  if (!shown) {
    panel.remove();
  } else if (!panel.isConnected) {
    details.prepend(panel);
  }
}

window.addEventListener('sc:gone', ({ detail }) => {
  gone = detail.taskId;
  hush(1500); // Tasklist says it as a fault, over the panel
  place();
});
whenTaskChanges(place);
whenScreenChanges(place);
