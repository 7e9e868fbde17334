/* Sends the forms of our own pages with the session's token; what was typed stays when something is refused. */
const cannotReach = 'We cannot reach the office computer just now. Nothing was sent. If it is urgent, ring duty; in danger, 999.';
const didNotWork = 'That did not work, and nothing was changed. Please try again. If it is urgent, ring duty; in danger, 999.';

const token = () => document.querySelector('meta[name=csrf-token]').content;

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
  return JSON.stringify(body);
}

function say(form, message, kind) {
  const line = document.createElement('p');
  line.className = kind;
  line.setAttribute('role', kind === 'refused' ? 'alert' : 'status');
  line.textContent = message;
  form.append(line);
  return line;
}

function atTheField(form, name, message) {
  const found = form.elements.namedItem(name);
  const control = found instanceof RadioNodeList ? found[0] : found;
  const line = say(form, message, 'refused');
  if (control) {
    (control.closest('fieldset') ?? control).after(line);
    control.setAttribute('aria-invalid', 'true');
    control.focus();
  }
}

async function save(answer) {
  const name = answer.headers.get('Content-Disposition')?.match(/filename="([^"]+)"/)?.[1] ?? 'file';
  const address = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

async function send(form) {
  const file = form.querySelector('input[type=file]');
  if (file?.files[0]?.size > Number(form.dataset.largest)) {
    say(form, 'This file is too large.', 'refused');
    return;
  }
  form.querySelectorAll('.refused, .done').forEach((old) => old.remove());
  form.querySelectorAll('[aria-invalid]').forEach((old) => old.removeAttribute('aria-invalid'));
  const json = form.dataset.send === 'json' || form.dataset.send === 'save';
  const headers = { Accept: 'application/json', 'X-XSRF-TOKEN': token() };
  let answer;
  try {
    answer = await fetch(form.action, {
      method: 'POST',
      credentials: 'same-origin',
      headers: json ? { ...headers, 'Content-Type': 'application/json' } : headers,
      body: json ? asJson(form) : new FormData(form),
    });
  } catch {
    say(form, cannotReach, 'refused');
    return;
  }
  if (!answer.ok) {
    const content = await answer.json().catch(() => null);
    const known = content?.type === 'FormRefused';
    say(form, known ? content.message : didNotWork, 'refused');
    Object.entries(known ? (content.fields ?? {}) : {}).forEach(([name, message]) => atTheField(form, name, message));
    return;
  }
  if (form.dataset.send === 'save') {
    await save(answer);
  }
  location.reload();
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.send) {
    return;
  }
  event.preventDefault();
  const button = form.querySelector('button[type=submit]');
  button.disabled = true;
  try {
    await send(form);
  } finally {
    button.disabled = false;
  }
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) {
    window.print();
  }
});
