/* After sending: who has it, when they ring, what to do until then, instead of an empty page. */
import { ours, read } from './api.js';
import { caseOf } from './case.js';
import { make, openTask, ring, whenTaskChanges } from './page.js';

let panel = null;

function plain() {
  const at = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });
  return { title: 'Thank you', lines: [`Sent at ${at}. It is on record.`] };
}

function build({ title, lines, dutyFirst, dutyTelephone, reference }) {
  const rings = dutyTelephone
    ? make('p', { class: 'sc-thanks-duty' }, dutyFirst ? 'Please ring duty now: ' : 'Duty, day and night: ', ring(dutyTelephone))
    : null;
  return make(
    'section',
    { class: 'sc-thanks', role: 'status', tabindex: '-1' },
    make('h2', {}, title),
    dutyFirst ? rings : null,
    lines.map((text) => make('p', {}, text)),
    dutyFirst ? null : rings,
    make('p', { class: 'sc-thanks-danger' }, 'Somebody is in danger: ', ring('999')),
    reference ? make('p', { class: 'sc-thanks-reference' }, `Reference ${reference}`) : null,
  );
}

/** Whoever wrote something can always read it, with nothing left to do as well. */
function wayToOwnWords(empty) {
  if (!empty.parentElement.querySelector('.sc-own-words')) {
    const link = make('a', { href: ours('what-i-wrote'), target: '_blank', rel: 'noopener' }, 'Read what I wrote before');
    empty.after(make('p', { class: 'sc-own-words' }, link));
  }
}

function place() {
  const empty = document.querySelector('.task-details .no-task');
  if (empty) {
    wayToOwnWords(empty);
  }
  if (panel && empty && !panel.isConnected) {
    empty.before(panel);
    panel.focus({ preventScroll: true });
  }
  document.body.classList.toggle('sc-thanking', Boolean(panel) && !openTask());
}

new MutationObserver(place).observe(document.body, { childList: true, subtree: true });

window.addEventListener('sc:sent', async ({ detail }) => {
  panel?.remove();
  panel = build(plain());
  place();
  const { reference } = await caseOf(detail.taskId).catch(() => ({}));
  const told = reference ? await read(`thank-you/${encodeURIComponent(reference)}`).catch(() => null) : null;
  if (told && panel) {
    panel.remove();
    panel = build({ reference, ...told });
    place();
  }
});

// The thanks stand until somebody opens something else.
let before = openTask();
whenTaskChanges((now) => {
  if (now && now !== before && panel) {
    panel.remove();
    panel = null;
  }
  before = now;
  place();
});

