/* What a carer could say to the child, and better not: with the thanks for a report, and below Send where they are asked how the child is. */
import { ours } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';
import { whenFormOpens } from './form.js';
import { openTask, whenScreenChanges } from './screen.js';

/** The three lines of what one worry or one contact is about. */
export const sayings = ({ say, betterNot, afterwards }) => [
  make('p', {}, make('strong', {}, 'You could say: '), `“${say}”`),
  make('p', {}, make('strong', {}, 'Better not: '), `“${betterNot}”`),
  make('p', {}, make('strong', {}, 'Afterwards: '), afterwards),
];

/** Of which to-do, and its lines; the form has to fit one screen with its Send. */
let known = null;

function place() {
  const form = document.querySelector('.task-card .form-actions');
  const shown = document.querySelector('.sc-say-to-child');
  if (!form || known?.task !== openTask()) {
    shown?.remove();
  } else if (shown?.dataset.of !== known.task) {
    shown?.remove();
    const more = make('a', { href: ours('guide/w'), target: '_blank', rel: 'noopener' }, 'More that you could say');
    form.after(make('section', { class: 'sc-say-to-child', 'data-of': known.task }, ...sayings(known.words), make('p', {}, more)));
  }
}

whenFormOpens((task, { couldSay, betterNot, afterwards }) => {
  known = couldSay ? { task, words: { say: couldSay, betterNot, afterwards } } : null;
  place();
});
whenScreenChanges(place);
