/* On a phone what was sent already is folded above the first question where it is long: it is there to look at, not to be read through first. */
import { make } from '../../../../safe-contact/build.js';
import { whenScreenChanges } from './screen.js';

/** Longer than that, and the first question would begin below the fold; in pixels. */
const short = 220;

function wayToAll(sent) {
  const all = make('button', { type: 'button', class: 'sc-all-sent', 'aria-expanded': 'false' }, 'Show all of it');
  all.addEventListener('click', () => {
    const open = sent.toggleAttribute('data-sc-all');
    all.setAttribute('aria-expanded', String(open));
    all.textContent = open ? 'Show less' : 'Show all of it';
  });
  return all;
}

// The words stand there only a moment after the form has opened.
whenScreenChanges(() => {
  const sent = [...document.querySelectorAll('.task-card .fjs-form-field-text')].find(
    (text) => text.querySelector('strong')?.textContent === 'What was sent already',
  );
  if (sent && sent.scrollHeight > short && !sent.hasAttribute('data-sc-sent')) {
    sent.setAttribute('data-sc-sent', '');
    sent.after(wayToAll(sent));
  }
});
