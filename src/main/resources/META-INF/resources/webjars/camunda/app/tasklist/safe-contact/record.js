/* The Record tab: the case in order, for those who may see it. Each look is logged by the server. */
import { ours, read, wordsOf } from '../../../../safe-contact/api.js';
import { caseOf } from './case.js';
import { line, make } from '../../../../safe-contact/build.js';
import { choiceOfKinds } from '../../../../safe-contact/kinds.js';

const statementsOf = (each) =>
  make(
    'dl',
    {},
    (each.statements ?? []).flatMap(({ question, answer }) => [
      question ? make('dt', {}, question) : null,
      make('dd', {}, answer),
    ]),
  );

/** What the child says about an entry, under it. */
function childSays(each) {
  return make(
    'section',
    { class: 'sc-child-says', 'data-kind': each.kindWords },
    make('h4', {}, make('span', { class: 'sc-number' }, `${each.number}. `), 'What the child says about this'),
    make('p', { class: 'sc-times' }, [each.happened && `Said ${each.happened}`, `Written ${each.written}`].filter(Boolean).join(' · ')),
    make('p', { class: 'sc-author' }, `Written down by ${[each.author, each.role].filter(Boolean).join(', ')}`),
    each.supersedes ? make('p', { class: 'sc-supersedes' }, `Puts right entry ${each.supersedes}`) : null,
    each.supersededBy?.length ? make('p', { class: 'sc-supersedes' }, `Put right by entry ${each.supersededBy.join(', ')}`) : null,
    statementsOf(each),
  );
}

function entry(each, maySay) {
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
    statementsOf(each),
    each.again?.length
      ? make(
          'details',
          {},
          make('summary', {}, `The same again: ${each.again.length} more, the last on ${each.again.at(-1)}`),
          make('ul', {}, each.again.map((again) => make('li', {}, again))),
        )
      : null,
    (each.childSays ?? []).map(childSays),
    maySay && each.byPerson
      ? make(
          'p',
          { class: 'sc-says' },
          make(
            'a',
            { href: ours(`c/${encodeURIComponent(each.reference)}/r/${each.number}`), target: '_blank', rel: 'noopener' },
            `What the child says about entry ${each.number}`,
          ),
        )
      : null,
  );
}

async function show(node, taskId) {
  const { reference } = await caseOf(taskId);
  const { entries, maySay, ownHomeOnly } = await read(`cases/${encodeURIComponent(reference)}/record`);
  const page = ours(`c/${encodeURIComponent(reference)}/r`);
  const list = make('ol', { class: 'sc-record' }, entries.map((each) => entry(each, maySay)));
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
