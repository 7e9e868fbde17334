/* Sends the forms of our own pages with the session's token; what was typed stays when something is refused. */
import { isByItself, tryAgain } from './again.js';
import { ask, ifInDanger, page, read, sayDuty, send as sendTo, wordsOf } from './api.js';
import { attend } from './attended.js';
import { line, make, withRings } from './build.js';
import './hint.js';
import { isWritten, keepWhatIsTyped, sendKept } from './kept.js';
import { choiceOfKinds } from './kinds.js';
import { leaveButton, loadAnew } from './leave.js';
import { recall, remember } from './memory.js';
import './only-here.js';

/** What came of the last press, said on the page that loads after it; our own sentence, nothing that was typed. */
const done = 'sc-done';
const mostLooks = 4;
const every = 10000;
const pressedTwice = 3000;
const dutyTelephone = document.querySelector('.help .duty')?.textContent;
sayDuty(dutyTelephone);
/** Whose page this is: somebody else may log in beside it. */
const reader = document.querySelector('meta[name=reader]')?.content;

/** What is written; a reason to open a file, and that one has looked only at words, are said each time. */
const isKept = (form) => form.dataset.send === 'json';

function asJson(form) {
  const body = {};
  for (const [name, value] of new FormData(form)) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLElement && 'number' in control.dataset) {
      body[name] = /^\d+$/.test(value) ? Number(value) : null;
    } else if (form.querySelector(`[name="${CSS.escape(name)}"][data-many]`)) {
      (body[name] ??= []).push(value);
    } else {
      body[name] = value;
    }
  }
  for (const flag of form.querySelectorAll('[data-flag]')) {
    body[flag.name] = flag.checked;
  }
  return JSON.stringify(body);
}

function say(form, message) {
  const said = make('p', { class: 'refused', role: 'alert' }, withRings(message));
  form.append(said);
  return said;
}

function atTheField(form, name, message) {
  const found = form.elements.namedItem(name);
  const control = found instanceof RadioNodeList ? found[0] : found;
  const said = say(form, message);
  if (!control) {
    return;
  }
  const field = control.closest('fieldset') ?? control.closest('label') ?? control;
  const question = field.querySelector('legend');
  if (field.matches('fieldset')) {
    field.insertBefore(said, question?.nextSibling ?? field.firstChild);
  } else {
    field.after(said);
  }
  control.setAttribute('aria-invalid', 'true');
  field.addEventListener(
    'input',
    () => {
      said.remove();
      control.removeAttribute('aria-invalid');
    },
    { once: true },
  );
}

async function save(answer) {
  const name = answer.headers.get('Content-Disposition')?.match(/filename="([^"]+)"/)?.[1] ?? 'file';
  const address = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

const whoHasIt = (thanks) => read(`thank-you/${encodeURIComponent(thanks.dataset.thanks)}`).then(JSON.stringify, () => '');

const waitsOn = (shown) => shown.querySelector('[data-waits]')?.textContent ?? '';

/** What waits on this case, as its page says it now. */
const whatWaits = () => page(location.pathname).then(waitsOn);

/** Who answers by when is still said as of before, for a moment: nothing of it stands beside what was just pressed. */
async function untilTheCaseMovedOn(thanks, before) {
  thanks?.replaceChildren(line('One moment: we look who has this now.'));
  const look = () => (thanks ? whoHasIt(thanks) : whatWaits().catch(() => before));
  for (let looks = 0; looks < mostLooks && (await look()) === before; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function forgetRefusals(form) {
  form.querySelectorAll('.refused').forEach((old) => old.remove());
  form.querySelectorAll('[aria-invalid]').forEach((old) => old.removeAttribute('aria-invalid'));
}

async function send(form) {
  const file = form.querySelector('input[type=file]');
  if (file?.files[0]?.size > Number(form.dataset.largest)) {
    say(form, `This file is too large. At most ${Math.floor(form.dataset.largest / 1048576)} MB fit. ${ifInDanger()}`);
    return;
  }
  const thanks = document.querySelector('[data-thanks]');
  const before = 'moves' in form.dataset && (thanks ? whoHasIt(thanks) : waitsOn(document)); // asked beside the worry, which waits for nothing
  const json = form.dataset.send === 'json' || form.dataset.send === 'save';
  try {
    const post = () =>
      ask(form.action, {
        method: 'POST',
        headers: json ? { 'Content-Type': 'application/json' } : {},
        body: json ? asJson(form) : new FormData(form),
      });
    const answer = await (isKept(form) ? sendKept(form, reader, post) : post());
    if (form.dataset.send === 'save') {
      await save(answer);
    } else {
      const taken = await answer.json().catch(() => null);
      remember(done, taken?.message ?? form.dataset.done ?? 'Noted.');
    }
    if ('moves' in form.dataset) {
      form.replaceChildren(line(recall(done) ?? 'Noted.', 'done'));
      await untilTheCaseMovedOn(thanks, await before);
    }
    history.scrollRestoration = 'manual'; // what was done is said at the top
    loadAnew();
  } catch (refused) {
    if (refused.status === 0 && 'again' in form.dataset) {
      tryAgain(form);
      return;
    }
    forgetRefusals(form);
    const fields = Object.entries(refused.fields ?? {});
    if (fields.length === 0) {
      say(form, wordsOf(refused));
    }
    fields.forEach(([name, message]) => atTheField(form, name, message));
    form.querySelector('[aria-invalid]')?.focus();
  }
}

function pressableNumbers(within) {
  within.querySelectorAll('[data-telephones] :is(h2, p, dd)').forEach((words) => words.replaceChildren(...withRings(words.textContent)));
}

/** Shown on the same page: its address does not say what was looked for. */
async function find(form) {
  try {
    const answer = await ask(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = document.querySelector('#found');
    found.replaceChildren(...page.querySelector('#found').childNodes);
    pressableNumbers(found);
  } catch (refused) {
    say(form, wordsOf(refused));
  }
}

/** A form that the browser sends by itself goes once, however often it is pressed. */
function onlyOnce(event, form) {
  if (Date.now() - Number(form.dataset.sent ?? 0) < pressedTwice) {
    event.preventDefault();
  } else {
    form.dataset.sent = Date.now();
  }
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.send) {
    onlyOnce(event, form);
    return;
  }
  event.preventDefault();
  const button = form.querySelector('button[type=submit]');
  button.disabled = true;
  if (!isByItself(event)) {
    forgetRefusals(form);
  }
  try {
    await (form.dataset.send === 'find' ? find(form) : send(form));
  } finally {
    button.disabled = false;
  }
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) {
    window.print();
  }
});

/** As the button in Tasklist's header: to the report that was begun and not sent, or to a new one. */
async function report(button) {
  button.disabled = true;
  document.querySelector('main > .sc-refused')?.remove();
  try {
    const { taskId } = await sendTo('reports');
    location.assign(`${button.dataset.report}#/?task=${encodeURIComponent(taskId)}`);
  } catch (refused) {
    const said = line(wordsOf(refused), 'refused');
    said.classList.add('refused');
    document.querySelector('main').prepend(said);
    said.scrollIntoView({ block: 'center' });
  } finally {
    button.disabled = false;
  }
}

document.querySelector('[data-report]')?.addEventListener('click', ({ currentTarget }) => report(currentTarget));

function sayWhatWasDone() {
  const words = recall(done);
  remember(done);
  if (words) {
    const said = line('', 'done');
    said.classList.add('card', 'good');
    document.querySelector('main').prepend(said);
    said.append(...withRings(words)); // into what stands already: only then a screen reader says it
  }
}

/** Who has it and when they ring follows by itself, but never under somebody's hands. */
async function follow(thanks) {
  const shown = await whoHasIt(thanks);
  setInterval(async () => {
    const now = await whoHasIt(thanks);
    if (now && shown && now !== shown && !isWritten([...document.forms].filter(isKept))) {
      loadAnew();
    }
  }, every);
}

sayWhatWasDone();

document.querySelectorAll('[data-thanks]').forEach(follow);

pressableNumbers(document);

keepWhatIsTyped([...document.forms].filter(isKept), reader);

document.querySelectorAll('ol.entries').forEach((list) => list.before(choiceOfKinds(list) ?? ''));

attend(() => !document.querySelector('meta[name=before-login]'), Promise.resolve(dutyTelephone));

(document.querySelector('.bar') ?? document.body).prepend(leaveButton());
