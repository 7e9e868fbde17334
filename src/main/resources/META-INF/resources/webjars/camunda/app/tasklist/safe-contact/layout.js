/* On a phone the open to-do has the screen for itself, and the list is one tap back. */
import { goTo, make, whenTaskChanges } from './page.js';

function wayBack() {
  const details = document.querySelector('.task-details');
  if (details && !details.querySelector('.sc-back')) {
    const back = make('button', { type: 'button', class: 'sc-back btn btn-link' }, '‹ Back to the list');
    back.addEventListener('click', () => {
      document.body.classList.remove('sc-thanking');
      goTo(null);
    });
    details.prepend(back);
  }
}

/** A to-do that nobody has yet can be read by all and answered by none: says what to press. */
function takeItFirst() {
  const form = document.querySelector('.task-card .disabled-form');
  const claim = document.querySelector('.task-card .claim');
  const said = document.querySelector('.sc-take-first');
  if (form && claim && !said) {
    form.before(make('p', { class: 'sc-line sc-take-first' }, "You can read this. To answer it, press I've got this first."));
  } else if (said && (!form || !claim)) {
    said.remove();
  }
}

/** What a form points to opens beside it: whoever looks there comes back to the words already typed. */
function linksOpenBeside() {
  document.querySelectorAll('.fjs-container .fjs-form-field-text a:not([target], [href^="tel:"])').forEach((link) => {
    link.target = '_blank';
    link.rel = 'noopener';
  });
}

whenTaskChanges((taskId) => {
  document.body.classList.toggle('sc-task-open', Boolean(taskId));
  wayBack();
});
new MutationObserver(() => {
  wayBack();
  takeItFirst();
  linksOpenBeside();
}).observe(document.body, { childList: true, subtree: true });

const soonestFirst = JSON.stringify([
  { sortBy: 'dueDate', sortOrder: 'asc' },
  { sortBy: 'priority', sortOrder: 'desc' },
]);

/** Lists show what is due soonest, and of those the most urgent, first; Tasklist takes its order from the address. */
export const order = {
  id: 'sc-order',
  pluginPoint: 'tasklist.header',
  priority: 1,
  render() {
    const query = new URLSearchParams(location.hash.split('?')[1] ?? '');
    if (query.get('sorting') !== soonestFirst) {
      query.set('sorting', soonestFirst);
      location.replace(`#/?${query}`);
    }
  },
};
