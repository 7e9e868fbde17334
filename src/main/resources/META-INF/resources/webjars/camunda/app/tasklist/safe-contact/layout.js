/* On a phone the open to-do has the screen for itself, and the list is one tap back. */
import { make, ring } from '../../../../safe-contact/build.js';
import { known as house } from '../../../../safe-contact/house.js';
import { beginWithItsForm, toList, whenScreenChanges, whenTaskChanges } from './screen.js';

function wayBack() {
  const details = document.querySelector('.task-details');
  if (details && !details.querySelector('.sc-back')) {
    const back = make('button', { type: 'button', class: 'sc-back btn btn-link' }, '‹ Back to the list');
    back.addEventListener('click', toList);
    details.prepend(back);
  }
}

/** The way to help stands above a carer's list too, before anything is opened. */
house.then(({ dutyTelephone }) => {
  whenScreenChanges(() => {
    const lists = document.querySelector('.task-filters');
    if (lists && !document.querySelector('.sc-list-help')) {
      lists.before(
        make(
          'p',
          { class: 'sc-list-help' },
          'Danger now: ',
          ring('999'),
          ...(dutyTelephone ? [' · Duty, day and night: ', ring(dutyTelephone)] : []),
        ),
      );
    }
  });
});

whenTaskChanges((taskId) => {
  document.body.classList.toggle('sc-task-open', Boolean(taskId));
  wayBack();
  if (taskId) {
    beginWithItsForm();
  }
});

// What a form points to opens beside it: whoever looks there comes back to the words already typed.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.task-card :is(.fjs-form-field-text a, a[href*="/safe-contact/"]):not([href^="tel:"])');
  if (link) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}, true);
/** Tasklist draws these as an arrow and nothing that can be read out. */
function nameTheArrows() {
  document.querySelectorAll('.region-toggle:not([aria-label])').forEach((arrow) => {
    arrow.setAttribute('aria-label', `Fold or unfold: ${arrow.dataset.region === 'task' ? 'to-do' : 'lists'}`);
  });
}

whenScreenChanges(() => {
  wayBack();
  nameTheArrows();
});

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
