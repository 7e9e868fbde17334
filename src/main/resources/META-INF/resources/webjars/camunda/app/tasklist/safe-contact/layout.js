/* On a phone the open to-do has the screen for itself, and the list is one tap back; on a desk it has what the names of the lists need not. */
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

/** A desk on which names of lists, a list and a to-do are one too many. */
const desk = matchMedia('(min-width: 992px) and (max-width: 1399px)');

let folded = false;

/** Only with the first to-do: whoever unfolds the names of the lists beside it wants them there. */
function foldListNames(open) {
  if (open !== document.body.classList.contains('sc-task-open') && (open ? desk.matches : folded)) {
    document.body.classList.toggle('filters-column-close', open);
    folded = open;
  }
}

whenTaskChanges((taskId) => {
  foldListNames(Boolean(taskId));
  document.body.classList.toggle('sc-task-open', Boolean(taskId));
  wayBack();
  if (taskId) {
    beginWithItsForm();
  }
});
// Whoever has just taken it does it: on another tab nothing would say that it is theirs.
window.addEventListener('sc:taken', beginWithItsForm);

// What a form points to opens beside it: whoever looks there comes back to the words already typed.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.task-card :is(.fjs-form-field-text a, a[href*="/safe-contact/"]):not([href^="tel:"])');
  if (link) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}, true);
const regions = { filters: 'names of the lists', list: 'list', task: 'to-do' };

/** Tasklist draws these as an arrow and nothing that can be read out. */
function nameTheArrows() {
  document.querySelectorAll('.region-toggle:not([aria-label])').forEach((arrow) => {
    arrow.setAttribute('aria-label', `Fold or unfold: ${regions[arrow.dataset.region]}`);
  });
}

/** Who has it stands there to be read: stock lets whoever comes to it by keyboard write somebody else in its place, which the server refuses. */
function showWhoHasIt() {
  document.querySelectorAll('[cam-tasklist-task-meta] .assignee .set-value[tabindex]').forEach((name) => name.removeAttribute('tabindex'));
}
document.addEventListener(
  'click',
  (event) => event.target.closest?.('[cam-tasklist-task-meta] .assignee span.set-value') && event.stopImmediatePropagation(),
  true,
);

let header = null;

/** With long names, more to press or large letters the header takes a second line: the page begins below it, or the way to help lies under it. */
function beginBelowTheHeader() {
  const now = document.querySelector('[cam-widget-header]');
  if (now && now !== header) {
    header = now;
    new ResizeObserver(() => {
      document.body.style.setProperty('--sc-header-ends', `${now.getBoundingClientRect().bottom}px`);
    }).observe(now);
  }
}

whenScreenChanges(() => {
  wayBack();
  nameTheArrows();
  showWhoHasIt();
  beginBelowTheHeader();
});
