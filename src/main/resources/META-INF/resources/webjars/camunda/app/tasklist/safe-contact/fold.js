/*
 * On a phone an answered question folds to its answer, so that the next one is under the thumb and the whole report is
 * read again at a glance; "Change" unfolds it. While somebody moves through its answers by keyboard, all stay.
 */
import { make } from '../../../../safe-contact/build.js';
import { componentsOf, whenAnswersChange, whenFormOpens } from './form.js';
import { openTask } from './screen.js';

const ALL_IN_A_ROW = 3;

/** One answer has been chosen and no second can follow. */
function isSettled({ type, values = [] }, answer) {
  return (
    values.length > ALL_IN_A_ROW &&
    (type === 'radio' ? Boolean(answer) : type === 'checklist' && answer?.length === 1 && answer[0] === 'none')
  );
}

/** What each question was answered with when it was looked at last. */
const last = new WeakMap();
/** Settled, and folded as soon as the keyboard leaves. */
const leaving = new WeakSet();

function fold(field) {
  const question = field.querySelector(':scope > .fjs-form-field-label')?.textContent.replace(/\*$/, '').trim();
  const change = make('button', { type: 'button', class: 'sc-change', 'aria-label': `Change: ${question}` }, 'Change');
  change.addEventListener('click', () => {
    unfold(field);
    field.querySelector('input:checked')?.focus();
  });
  field.dataset.scFolded = '';
  field.querySelector(':scope > label:has(input:checked)')?.after(change);
}

function unfold(field) {
  leaving.delete(field);
  delete field.dataset.scFolded;
  field.querySelector('.sc-change')?.remove();
}

async function look(taskId, answers) {
  const components = await componentsOf(taskId).catch(() => new Map());
  for (const [key, component] of components) {
    const field = document
      .querySelector(`.task-card .fjs-container [id$="-${CSS.escape(component.id)}-0"]`)
      ?.closest('.fjs-form-field-radio, .fjs-form-field-checklist');
    const now = JSON.stringify(answers[key]);
    if (!field || openTask() !== taskId || last.get(field) === now) {
      continue;
    }
    last.set(field, now);
    unfold(field);
    if (isSettled(component, answers[key]) && !field.closest('.disabled-form')) {
      if (field.matches(':has(input:focus-visible)')) {
        leaving.add(field);
      } else {
        fold(field);
      }
    }
  }
}

whenFormOpens(look);
whenAnswersChange(look);

document.addEventListener('focusout', ({ target, relatedTarget }) => {
  const field = target.closest?.('.fjs-form-field');
  if (leaving.has(field) && !field.contains(relatedTarget)) {
    leaving.delete(field);
    fold(field);
  }
});

// The second half of a double press would hit what has just moved under the finger.
document.addEventListener(
  'click',
  (event) => {
    if (event.detail > 1 && event.target.closest?.('.fjs-container label[for]')) {
      event.preventDefault();
    }
  },
  true,
);
