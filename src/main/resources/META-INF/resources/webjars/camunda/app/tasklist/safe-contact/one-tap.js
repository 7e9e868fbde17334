/*
 * Where an answer says everything (a form names such answers: property oneTap), one tap gives it and sends it. Whoever taps by mistake adds
 * to the record, as with everything sent.
 */
import { make } from '../../../../safe-contact/build.js';
import { componentsOf, whenAnswersChange, whenFormOpens } from './form.js';
import { openTask, whenScreenChanges } from './screen.js';

/** The question of the open to-do that is answered so: where it stands, what it offers, which answers are sent at once. */
let asked = null;
/** What was tapped and waits for the form to take it. */
let tapped = null;

const send = () => document.querySelector('.task-card .form-actions .btn-primary')?.click();

function tap({ value, label }) {
  const input = [...asked.field.querySelectorAll(':scope > label[for]')].find((each) => each.textContent.trim() === label)?.querySelector('input');
  if (asked.atOnce.includes(value) && input?.checked) {
    send(); // it did not arrive before
    return;
  }
  tapped = asked.atOnce.includes(value) ? value : null;
  input?.click();
}

function place() {
  const field =
    asked?.taskId === openTask() &&
    document.querySelector(`.task-card .fjs-container [id$="-${CSS.escape(asked.id)}-0"]`)?.closest('.fjs-form-field');
  if (!field) {
    return;
  }
  asked.field = field;
  field.dataset.scOneTap = asked.given ? 'given' : '';
  if (!field.querySelector('.sc-taps')) {
    field.querySelector(':scope > .fjs-form-field-label').after(
      make(
        'div',
        { class: 'sc-taps' },
        asked.offered.map((each) => make('button', { type: 'button', class: 'sc-tap', onclick: () => tap(each) }, each.label)),
      ),
    );
  }
}

whenFormOpens(async (taskId, answers) => {
  asked = null;
  tapped = null;
  const components = await componentsOf(taskId).catch(() => new Map());
  for (const [key, { id, properties, values, valuesKey }] of components) {
    if (properties?.oneTap) {
      asked = { taskId, key, id, given: answers[key], atOnce: properties.oneTap.split(' '), offered: values ?? answers[valuesKey] ?? [] };
    }
  }
  place();
});
whenScreenChanges(place);
whenAnswersChange((_taskId, answers) => {
  if (asked) {
    asked.given = answers[asked.key];
    place();
  }
  if (tapped && answers[asked?.key] === tapped) {
    tapped = null;
    send();
  }
});
