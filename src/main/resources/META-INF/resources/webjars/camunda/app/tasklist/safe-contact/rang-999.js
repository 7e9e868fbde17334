/*
 * Beside 999 under a danger that was ticked: that it was rung. Whoever stays on the report does not see the to-do Ring the police, and
 * others would be asked after a while. It is answered from here as by its own form, as soon as it is there, and stands on record the same.
 */
import { ask, read, wordsOf } from '../../../../safe-contact/api.js';
import { make, withRings } from '../../../../safe-contact/build.js';
import { caseOf } from './case.js';
import { isContact } from './contact.js';
import { askEngine, engine, openTask } from './screen.js';
import { person } from './watch.js';

/** The engine begins it by itself a moment after the tick. */
const every = 3000;
const longest = 40;
/** What stands in the box, for which open to-do, and which to-do it answers. */
let shown = null;
let lookingFor = null;

async function toDo(reference) {
  const of = isContact(reference) ? (await read(`contacts/${encodeURIComponent(reference)}/thank-you`)).report : reference;
  const own = await askEngine(`task?assignee=${encodeURIComponent(person())}&maxResults=100`);
  for (const { id } of own.filter(({ taskDefinitionKey }) => taskDefinitionKey === 'callPolice')) {
    if ((await caseOf(id)).reference === of) {
      return id;
    }
  }
  return null;
}

async function send(police, button, said) {
  button.disabled = true;
  said.textContent = 'Sending…';
  try {
    await ask(engine(`task/${encodeURIComponent(police)}/submit-form`), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ variables: { police: { value: 'rang999', type: 'String' } } }),
    });
    button.remove();
    said.textContent = 'It is on record that you rang 999.';
    window.dispatchEvent(new Event('sc:changed'));
  } catch (refused) {
    said.replaceChildren(...withRings(wordsOf(refused)));
    button.disabled = false;
    if (refused.status >= 400 && refused.status < 500 && ![401, 429].includes(refused.status)) {
      button.remove(); // somebody has said it meanwhile, or nobody has to any more
    }
  }
}

/** Puts it into the box that stands there now, which is drawn anew with each word that comes. */
export function placeRang(taskId) {
  if (shown?.taskId === taskId) {
    document.querySelector('.sc-danger')?.append(shown.words);
  }
}

function offer(taskId, police) {
  const said = make('span', { role: 'status' });
  const button = make('button', { type: 'button', class: 'sc-rang btn btn-default' }, 'I rang 999');
  button.addEventListener('click', () => send(police, button, said));
  shown?.words.remove();
  shown = { taskId, police, words: make('p', {}, button, ' ', said) };
  placeRang(taskId);
  // Whoever looks at the box sees all of it; whoever is elsewhere by now stays there.
  const { top, bottom } = document.querySelector('.sc-danger')?.getBoundingClientRect() ?? {};
  if (top < innerHeight && bottom > 0 && !document.activeElement?.matches('textarea, input:not([type=checkbox], [type=radio])')) {
    button.scrollIntoView({ block: 'nearest' });
  }
}

/** Once the danger has reached the server: offers it as soon as this person is asked to ring. */
export async function offerRang(taskId, reference) {
  if (lookingFor === taskId) {
    return;
  }
  lookingFor = taskId;
  for (let looks = 0; looks < longest && openTask() === taskId; looks += 1) {
    const police = await toDo(reference).catch(() => null);
    if (police) {
      if (police !== shown?.police) {
        offer(taskId, police);
      }
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  lookingFor = null;
}
