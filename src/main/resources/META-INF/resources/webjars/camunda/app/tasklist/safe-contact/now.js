/* Where minutes count nobody types a day and a time that are just now: one press fills both, as long as they are empty. Nothing is chosen before it. */
import { make } from '../../../../safe-contact/build.js';
import { componentsOf, whenAnswersChange, whenFormOpens } from './form.js';
import { openTask, whenScreenChanges } from './screen.js';

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const { set: setValue } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');

const partsOf = (field) => [field.querySelector('.fjs-datepicker .fjs-input'), field.querySelector('.fjs-timepicker input')];

let answers = {};
const hear = (_taskId, now) => {
  answers = now;
};
whenFormOpens(hear);
whenAnswersChange(hear);

/** As hands do it: the form takes a time only once its field is left, and on a slow device a day only once it is drawn. */
async function fill(field, key) {
  const [day, time] = partsOf(field);
  const now = new Date();
  for (let tries = 0; tries < 10 && !answers[key]; tries += 1) {
    day._flatpickr.setDate(now, true);
    await drawn();
    time.focus();
    setValue.call(time, now.toTimeString().slice(0, 5));
    time.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
    time.blur();
    await drawn();
  }
  day.focus({ preventScroll: true }); // the button goes with what it was for
}

/** What is to come, such as by when somebody rings, is not now. */
async function fieldsOfThePast(taskId) {
  const components = await componentsOf(taskId).catch(() => new Map());
  return [...components.values()]
    .filter(({ type, properties }) => type === 'datetime' && properties?.when === 'past')
    .map(({ id, key }) => [document.querySelector(`.task-card .fjs-container [id*="-${CSS.escape(id)}-"]`)?.closest('.fjs-form-field-datetime'), key])
    .filter(([field]) => field && !field.closest('.disabled-form') && partsOf(field).every(Boolean));
}

async function place() {
  if (!document.querySelector('.task-card .fjs-container .fjs-form-field-datetime')) {
    return;
  }
  (await fieldsOfThePast(openTask())).forEach(([field, key]) => {
    const empty = partsOf(field).every(({ value }) => value === '');
    const old = field.querySelector('.sc-now');
    if (!empty) {
      old?.remove();
    } else if (!old) {
      const question = field.querySelector('.fjs-form-field-label')?.textContent.replace(/\*$/, '').trim();
      field.append(make('button', { type: 'button', class: 'sc-now btn btn-default', 'aria-label': `Now: ${question}`, onclick: () => fill(field, key) }, 'Now'));
    }
  });
}

whenScreenChanges(place);
document.addEventListener('input', place);
document.addEventListener('change', place);
