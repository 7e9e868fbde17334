/* The On this case tab: what this person may do here and now; the server says which, and asks for a reason. */
import { ours, wordsOf } from '../../../../safe-contact/api.js';
import { form } from './action-form.js';
import { actions } from './case-actions.js';
import { caseOf } from './case.js';
import { line, make } from '../../../../safe-contact/build.js';
import { known as house, waysToHelp } from '../../../../safe-contact/house.js';
import { keepWhatIsTyped } from '../../../../safe-contact/kept.js';
import { say } from './done.js';
import { forgetOpenTask, openAnew, refresh, whenTaskChanges } from './screen.js';
import { person } from './watch.js';

/** What came of the last press on the open to-do: Tasklist may draw the tab anew after it. */
let done = '';
whenTaskChanges(() => {
  done = '';
});

/** Nothing stays on the screen as it was before. */
async function after(action, words, body, taskId, scope) {
  if (action.leave) {
    forgetOpenTask();
    say(words, taskId);
  } else if (action.openAnew) {
    await openAnew(taskId);
    say(words);
  } else {
    done = words;
    body.replaceChildren(line(words, 'done'));
  }
  refresh(scope);
  window.dispatchEvent(new CustomEvent('sc:changed'));
}

/** What is agreed has a file too, in which nothing is kept that somebody saw. */
const isReport = /^INC-/;

const page = (path, words) => make('p', {}, make('a', { href: ours(`c/${path}`), target: '_blank', rel: 'noopener' }, words));

const pages = (reference) => [
  page(encodeURIComponent(reference), 'Who has this case, and what waits'),
  page(`${encodeURIComponent(reference)}/e`, 'Evidence on this case'),
];

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
        form(action, found, taskId, (words, body) => after(action, words, body, taskId, scope)),
      ),
    ),
    ...(isReport.test(found.reference) ? pages(found.reference) : []),
    may.length ? '' : line('There is nothing that you can do here just now.'),
  );
  keepWhatIsTyped([...node.querySelectorAll('form')], person());
}

export default {
  id: 'sc-c',
  pluginPoint: 'tasklist.task.detail',
  priority: 400,
  properties: { label: 'On this case' },
  render(node, { taskId }, scope) {
    node.append(line('One moment…'));
    show(node, taskId, scope).catch((refused) => node.replaceChildren(line(wordsOf(refused), 'refused')));
  },
};
