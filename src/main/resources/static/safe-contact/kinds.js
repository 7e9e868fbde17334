/* Reading one kind of entry of a record at a time. On paper it is always the whole record. */
import { make } from './build.js';

const everything = '';

/** A choice for a list whose entries say their kind in data-kind; null while there is only one kind. */
export function choiceOfKinds(list) {
  const entries = [...list.children];
  /** Its own, and that of what the child says about it, which stands under it. */
  const kindsOf = (each) => [each, ...each.querySelectorAll('[data-kind]')].map(({ dataset }) => dataset.kind);
  const kinds = [...new Set(entries.flatMap(kindsOf))];
  if (kinds.length < 2) {
    return null;
  }
  const choice = make(
    'select',
    {},
    make('option', { value: everything }, 'Everything'),
    kinds.map((kind) => make('option', { value: kind }, kind)),
  );
  choice.addEventListener('change', () => {
    entries.forEach((each) => {
      each.hidden = choice.value !== everything && !kindsOf(each).includes(choice.value);
    });
  });
  return make('label', { class: 'sc-kinds' }, 'Show ', choice);
}
