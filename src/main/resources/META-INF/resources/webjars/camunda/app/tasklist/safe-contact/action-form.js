/* The form of an action on a case: asks, sends, and says at the field what is refused. */
import { isByItself, tryAgain } from '../../../../safe-contact/again.js';
import { ours, send, wordsOf } from '../../../../safe-contact/api.js';
import { dangerNow, line, make } from '../../../../safe-contact/build.js';
import { sendKept } from '../../../../safe-contact/kept.js';
import { say } from './done.js';
import { notTaken, settled, unreached } from './unreached.js';
import { person } from './watch.js';

const longest = 4000;
const longestLine = 60;

function question(name, text, control) {
  const id = `sc-${name}-${Math.random().toString(36).slice(2)}`;
  control.id = id;
  control.name = name;
  return make('div', { class: 'sc-question' }, make('label', { for: id }, text), control);
}

/**
 * The form of an action.
 *
 * @param found the case, as the server says what may be done on it
 * @param taskId the to-do that is open; empty away from any
 * @param after shows what came of it: the words, and the form whose place they may take
 */
export function form(action, found, taskId, after) {
  const field = action.field ?? 'reason';
  const path = action.path({ ...found, reference: encodeURIComponent(found.reference) }, encodeURIComponent(taskId));
  const body = make('form', { class: 'sc-action-form', action: ours(`api/${path}`), novalidate: true });
  if (action.help) {
    body.append(make('p', { class: 'sc-help-text' }, action.help));
  }
  if (action.endsWorry && found.abuseReportMissing) {
    body.append(
      make(
        'p',
        { class: 'sc-help-text' },
        make('strong', {}, 'Somebody who knows of sexual abuse has not made their own report yet.'),
        ' Please say in your reason why this need not wait for it.',
      ),
    );
  }
  if (action.choice) {
    const options = action.choice.from(found).map(([value, label]) => make('option', { value }, label));
    const select = make('select', {}, make('option', { value: '' }, 'Please choose'), options);
    body.append(question(action.choice.key, action.choice.label, select));
  }
  if (action.reason) {
    body.append(question(field, action.reason, action.line ? make('input', { type: 'text', maxlength: longestLine, autocomplete: 'off' }) : make('textarea', { rows: 3, maxlength: longest })));
  }
  if (action.decides) {
    body.append(question('help', 'How does this help the child?', make('textarea', { rows: 2, maxlength: longest })));
  }
  if (action.tick) {
    const box = make('input', { type: 'checkbox', name: action.tick.key });
    const tick = make('label', { class: 'sc-tick' }, box, action.tick.label);
    body.append(tick);
    // 999 shows at the tap, before anything is sent.
    box.addEventListener('change', () => {
      body.querySelector('.sc-danger')?.remove();
      if (box.checked) {
        tick.after(make('p', { class: 'sc-danger', role: 'alert' }, dangerNow()));
      }
    });
  }
  const button = make('button', { type: 'submit', class: 'btn btn-primary' }, action.button);
  body.append(button);
  body.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!isByItself(event)) {
      forgetRefusals(body);
    }
    button.disabled = true;
    const answers = Object.fromEntries([...new FormData(body)].filter(([, answer]) => answer !== ''));
    if (action.tick) {
      answers[action.tick.key] = body.elements.namedItem(action.tick.key).checked;
    }
    const sendIt = () => sendKept(body, person(), () => send(path, { ...answers, ...action.knows?.(found) }));
    let taken;
    try {
      taken = await sendIt();
    } catch (refused) {
      button.disabled = false;
      if (refused.status === 0 && action.again) {
        tryAgain(body, () => goOn(action, found.reference, body.action, sendIt));
      } else {
        forgetRefusals(body);
        atTheFields(body, refused);
      }
      return;
    }
    const words = taken?.message ?? (action.done instanceof Function ? action.done(found, answers) : action.done);
    // It arrived: what the screen cannot show next does not ask for it once more.
    await after(words, body).catch(() => body.replaceChildren(line(words, 'done')));
  });
  return body;
}

/** The form is gone, and what was pressed in it has not arrived. */
async function goOn(action, reference, address, sendIt) {
  const what = `"${action.title}" on ${reference}`;
  try {
    const taken = await sendIt();
    settled(address);
    say(taken?.message ?? action.done);
  } catch (refused) {
    if (refused.status === 0) {
      unreached(address, { words: `${what} has not reached us yet.`, stands: () => false, send: () => goOn(action, reference, address, sendIt) });
    } else {
      // What was typed is kept, and stands in the form again.
      notTaken(address, { words: `${what} was not taken: ${wordsOf(refused)}`, stands: () => [...document.forms].some((each) => each.action === address) });
    }
  }
}

function forgetRefusals(body) {
  body.querySelectorAll('.sc-line').forEach((old) => old.remove());
}

function atTheFields(body, refused) {
  const fields = Object.entries(refused.fields ?? {});
  if (fields.length === 0) {
    body.append(line(wordsOf(refused), 'refused'));
  }
  const controls = fields.map(([key, message]) => {
    const control = body.elements.namedItem(key);
    control?.setAttribute('aria-invalid', 'true');
    (control ?? body.lastElementChild).after(line(message, 'refused'));
    return control;
  });
  controls.find(Boolean)?.focus();
}
