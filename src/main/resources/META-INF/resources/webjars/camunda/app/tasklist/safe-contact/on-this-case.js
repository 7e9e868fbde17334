/* The On this case tab: what this person may do here and now; the server says which, and asks for a reason. */
import { ours, send, wordsOf } from '../../../../safe-contact/api.js';
import { caseOf } from './case.js';
import { line, make } from '../../../../safe-contact/build.js';
import { known as house, waysToHelp } from '../../../../safe-contact/house.js';
import { keepWhatIsTyped, sendKept } from '../../../../safe-contact/kept.js';
import { say } from './done.js';
import { forgetOpenTask, openAnew, refresh, whenTaskChanges } from './screen.js';
import { person } from './watch.js';

const longest = 4000;
const longestLine = 60;

/** What each action asks, in the order in which people look for it; what was done the server says, or `done` does. */
const actions = {
  worried: {
    title: "I'm more worried now",
    help: 'Somebody is told again at once.',
    reason: 'What has changed?',
    tick: { key: 'dangerNow', label: 'Somebody is in danger now' },
    button: "I'm more worried now",
    path: (found) => `cases/${found.reference}/worried`,
  },
  add: {
    title: 'Add to this',
    help:
      "It is added to the record for good, with your name and the time. If somebody else has this, they get a message; it alarms nobody. Worried now: press I'm more worried now.",
    field: 'text',
    choice: {
      key: 'kind',
      label: 'What is it?',
      from: () => [
        ['FACT', 'What I saw, heard or did'],
        ['CHILDS_WORDS', "The child's words, as the child said them"],
        ['OPINION', 'What I think'],
        ['THIRD_PARTY', 'What somebody else told me'],
      ],
    },
    reason: 'What do you want to add?',
    button: 'Add',
    done: 'Added. If somebody else has this, they get a message.',
    path: (found) => `cases/${found.reference}/additions`,
  },
  policeReference: {
    title: 'Add the police reference',
    field: 'policeReference',
    line: true,
    reason: 'The police reference, if they gave you one',
    button: 'Add',
    done: 'Added to the record.',
    path: (found) => `cases/${found.reference}/police-reference`,
  },
  giveBack: {
    title: 'Give back',
    help: 'It goes back to everybody who was asked. Until somebody takes it, the next people are told.',
    reason: 'Why do you give it back?',
    button: 'Give back',
    done: 'Given back. Everybody who was asked can take it again.',
    leave: true,
    path: (_found, taskId) => `tasks/${taskId}/give-back`,
  },
  handOver: {
    title: 'Hand over to …',
    reason: 'What should they know?',
    choice: { key: 'to', label: 'Who takes it?', from: (found) => found.people.map((each) => [each.id, each.name]) },
    button: 'Hand over',
    done: (found, { to }) => `Handed over to ${found.people.find(({ id }) => id === to).name}.`,
    leave: true,
    path: (_found, taskId) => `tasks/${taskId}/hand-over`,
  },
  takeOver: {
    title: 'Take over',
    help: 'Somebody else has this. It becomes yours, and the record says that you took it over.',
    reason: 'Why do you take it over?',
    button: 'Take over',
    done: 'It is yours now.',
    openAnew: true,
    path: (_found, taskId) => `tasks/${taskId}/take-over`,
  },
  lower: {
    title: 'Less serious than it looked',
    endsWorry: true,
    reason: 'Why?',
    choice: { key: 'level', label: 'How serious is it?', from: (found) => found.levels.map((each) => [each.value, each.label]) },
    decides: true,
    knows: ({ seenAt }) => ({ seenAt }),
    button: 'Set',
    done: 'Set. It stands in the record with your name.',
    path: (found) => `cases/${found.reference}/lower`,
  },
  startedByAccident: {
    title: 'Started by accident',
    endsWorry: true,
    help: 'Ends this. The record stays.',
    reason: 'How do you know?',
    decides: true,
    button: 'End it',
    done: 'Noted.',
    leave: true,
    path: (found) => `cases/${found.reference}/started-by-accident`,
  },
};

/** What came of the last press on the open to-do: Tasklist may draw the tab anew after it. */
let done = '';
whenTaskChanges(() => {
  done = '';
});

function question(name, text, control) {
  const id = `sc-${name}-${Math.random().toString(36).slice(2)}`;
  control.id = id;
  control.name = name;
  return make('div', { class: 'sc-question' }, make('label', { for: id }, text), control);
}

/** Nothing stays on the screen as it was before. */
async function after(action, words, body, taskId, scope) {
  if (action.leave) {
    forgetOpenTask();
    say(words);
  } else if (action.openAnew) {
    await openAnew(taskId);
    say(words);
  } else {
    done = words;
    body.replaceChildren(line(words, 'done'));
  }
  if (scope) {
    refresh(scope);
  }
  window.dispatchEvent(new CustomEvent('sc:changed'));
}

function form(action, found, taskId, scope) {
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
    body.append(make('label', { class: 'sc-tick' }, box, action.tick.label));
  }
  const button = make('button', { type: 'submit', class: 'btn btn-primary' }, action.button);
  body.append(button);
  body.addEventListener('submit', async (event) => {
    event.preventDefault();
    body.querySelectorAll('.sc-line').forEach((old) => old.remove());
    button.disabled = true;
    const answers = Object.fromEntries([...new FormData(body)].filter(([, answer]) => answer !== ''));
    if (action.tick) {
      answers[action.tick.key] = body.elements.namedItem(action.tick.key).checked;
    }
    let taken;
    try {
      taken = await sendKept(body, person(), () => send(path, { ...answers, ...action.knows?.(found) }));
    } catch (refused) {
      button.disabled = false;
      atTheFields(body, refused);
      return;
    }
    const words = taken?.message ?? (action.done instanceof Function ? action.done(found, answers) : action.done);
    // It arrived: what the screen cannot show next does not ask for it once more.
    await after(action, words, body, taskId, scope).catch(() => body.replaceChildren(line(words, 'done')));
  });
  return body;
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

/** The same away from the tab, where the police were told just now. */
export function policeReference(reference) {
  const asked = form(actions.policeReference, { reference }, '', null);
  keepWhatIsTyped([asked], person());
  return asked;
}

/** What is agreed has a file too, in which nothing is kept that somebody saw. */
const isReport = /^INC-/;

const evidence = (reference) =>
  make(
    'p',
    {},
    make(
      'a',
      { href: ours(`cases/${encodeURIComponent(reference)}/evidence`), target: '_blank', rel: 'noopener' },
      'Evidence on this case',
    ),
  );

async function show(node, taskId, scope) {
  const [found, { dutyTelephone }] = await Promise.all([caseOf(taskId, true), house]);
  const may = Object.entries(actions).filter(([name]) => found.actions?.includes(name));
  node.replaceChildren(
    may.length ? waysToHelp(dutyTelephone) : '',
    make('p', { class: 'sc-record-head' }, make('strong', {}, found.reference)),
    done ? line(done, 'done') : '',
    ...may.map(([name, action]) =>
      make(
        'details',
        { class: `sc-action sc-action-${name}` },
        make('summary', {}, action.title),
        form(action, found, taskId, scope),
      ),
    ),
    isReport.test(found.reference) ? evidence(found.reference) : '',
    may.length ? '' : line('There is nothing that you can do here just now.'),
  );
  keepWhatIsTyped([...node.querySelectorAll('form')], person());
}

export default {
  id: 'sc-on-this-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 400,
  properties: { label: 'On this case' },
  render(node, { taskId }, scope) {
    node.append(line('One moment…'));
    show(node, taskId, scope).catch((refused) => node.replaceChildren(line(wordsOf(refused), 'refused')));
  },
};
