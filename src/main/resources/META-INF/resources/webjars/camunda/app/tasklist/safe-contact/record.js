/* The Record tab: the case in order, for those who may see it. Each look is logged by the server. */
import { ours, read, wordsOf } from '../../../../safe-contact/api.js';
import { caseOf } from './case.js';
import { line, make } from '../../../../safe-contact/build.js';
import { choiceOfKinds } from '../../../../safe-contact/kinds.js';

function entry(each) {
  const times = [
    each.happened && `Happened ${each.happened}`,
    each.known && each.known !== each.happened && `Known ${each.known}`,
    each.written && `Written ${each.written}`,
  ].filter(Boolean);
  return make(
    'li',
    { class: 'sc-entry', 'data-kind': each.kindWords },
    make(
      'h3',
      {},
      make('span', { class: 'sc-number' }, `${each.number}. `),
      each.title,
      ' ',
      make('span', { class: 'sc-kind' }, each.kindWords),
    ),
    make('p', { class: 'sc-times' }, times.join(' · ')),
    make('p', { class: 'sc-author' }, [each.author, each.role].filter(Boolean).join(', ')),
    each.supersedes ? make('p', { class: 'sc-supersedes' }, `Replaces entry ${each.supersedes}, which stays as it was`) : null,
    each.supersededBy?.length
      ? make('p', { class: 'sc-supersedes' }, `Put right by entry ${each.supersededBy.join(', ')}`)
      : null,
    make(
      'dl',
      {},
      (each.statements ?? []).flatMap(({ question, answer }) => [
        question ? make('dt', {}, question) : null,
        make('dd', {}, answer),
      ]),
    ),
    each.again?.length
      ? make(
          'details',
          {},
          make('summary', {}, `The same again: ${each.again.length} more, the last on ${each.again.at(-1)}`),
          make('ul', {}, each.again.map((again) => make('li', {}, again))),
        )
      : null,
  );
}

async function show(node, taskId) {
  const { reference } = await caseOf(taskId);
  const { entries, ownHomeOnly } = await read(`cases/${encodeURIComponent(reference)}/record`);
  const page = ours(`c/${encodeURIComponent(reference)}/r`);
  const list = make('ol', { class: 'sc-record' }, entries.map(entry));
  node.replaceChildren(
    make(
      'p',
      { class: 'sc-record-head' },
      make('strong', {}, reference),
      ' ',
      make('a', { href: page, target: '_blank', rel: 'noopener' }, 'Open to print'),
      ' · ',
      make('a', { href: ours('w'), target: '_blank', rel: 'noopener' }, 'What I wrote'),
    ),
    ownHomeOnly
      ? line('This is what your home wrote. What your workers noted, they go through with you.')
      : '',
    choiceOfKinds(list) ?? '',
    entries.length ? list : line('Nothing is written yet.'),
  );
}

export default {
  id: 'sc-r',
  pluginPoint: 'tasklist.task.detail',
  priority: 500,
  properties: { label: 'Record' },
  render(node, { taskId }) {
    node.append(line('One moment…'));
    show(node, taskId).catch((refused) => node.replaceChildren(line(wordsOf(refused), 'refused')));
  },
};
