/* What Send says of itself: that it is at work, and why it cannot be pressed. */
import { make } from '../../../../safe-contact/build.js';
import { whenAnswersChange } from './form.js';
import { wayToFirst } from './refusals.js';
import { whenScreenChanges } from './screen.js';

const button = () => document.querySelector('.task-card .form-actions .btn-primary');
/** The word that Tasklist wrote on the button, and the place where it wrote it, while it says something else. */
let atWork = null;

function rest() {
  if (atWork) {
    atWork.place.data = atWork.word;
    atWork = null;
  }
}

window.addEventListener('sc:sending', () => {
  const place = button()?.firstChild;
  if (place && !atWork) {
    atWork = { place, word: place.data };
    place.data = 'Sending…';
  }
});
['sc:sent', 'sc:refused'].forEach((name) => window.addEventListener(name, rest));

/** Tasklist closes Send while a question lacks its answer, and says nothing. */
function sayWhy() {
  const send = button();
  const dead = send?.disabled && !atWork && !document.querySelector('.task-card :is(.disabled-form, .task-removed), .sc-form-refused');
  const old = document.querySelector('.sc-send-waits');
  if (!dead) {
    old?.remove();
  } else if (!old) {
    send.before(make('p', { class: 'sc-send-waits', role: 'status' }, 'Something above still needs an answer. ', wayToFirst()));
  }
}

whenScreenChanges(sayWhy);
whenAnswersChange(() => setTimeout(sayWhy));
