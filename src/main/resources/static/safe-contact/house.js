/*
 * What stands on every screen: the way to help on the login page, and that this is a demonstration where it is one.
 * Loaded by Tasklist, Cockpit, Admin and the profile page before anybody has logged in.
 */
const root = document.querySelector('base')?.getAttribute('app-root') ?? '/camunda';
const house = `${root}/../safe-contact/api/house`;

function link(number) {
  const call = document.createElement('a');
  call.href = `tel:${number.replace(/[^+\d]/g, '')}`;
  call.textContent = number;
  return call;
}

function line(className, ...parts) {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  paragraph.append(...parts);
  return paragraph;
}

/** The 999, ambulance, 111 and duty lines, in the words of every reporting screen. */
export function waysToHelp(dutyTelephone) {
  const help = document.createElement('section');
  help.className = 'sc-help';
  help.setAttribute('aria-label', 'Help now');
  help.append(
    line('sc-help-now', 'Somebody is in danger: ', link('999')),
    line(
      '',
      'Hurt, has taken something, or may end their life: ',
      link('999'),
      ', ask for an ambulance, stay with them. Talk of hurting themself, not in danger now: NHS ',
      link('111'),
      ', option 2, and ring duty.',
    ),
  );
  if (dutyTelephone) {
    help.append(line('sc-help-duty', 'Duty, day and night: ', link(dutyTelephone)));
  }
  return help;
}

function demonstration() {
  if (!document.querySelector('.sc-demo')) {
    const ribbon = line('sc-demo', 'Demonstration: invented people, nothing here is real');
    ribbon.setAttribute('role', 'note');
    document.body.prepend(ribbon);
    document.body.classList.add('sc-has-demo');
  }
}

function helpOnTheLoginPage(dutyTelephone) {
  const login = document.querySelector('.form-signin');
  if (login && !login.querySelector('.sc-help')) {
    login.append(waysToHelp(dutyTelephone));
  }
}

function nameTheFields() {
  document.querySelectorAll('.form-signin input[placeholder]').forEach((field) => {
    if (!field.hasAttribute('aria-label')) {
      field.setAttribute('aria-label', field.placeholder);
      field.setAttribute('autocomplete', field.type === 'password' ? 'current-password' : 'username');
      field.setAttribute('autocapitalize', 'none');
    }
  });
}

/** What the house says about itself; an empty answer when it cannot be reached, so that 999 still shows. */
export const known = fetch(house, { headers: { Accept: 'application/json' } })
  .then((answer) => (answer.ok ? answer.json() : {}))
  .catch(() => ({}));

known.then(({ demo, dutyTelephone }) => {
  const keep = () => {
    if (demo) {
      demonstration();
    }
    helpOnTheLoginPage(dutyTelephone);
    nameTheFields();
  };
  keep();
  new MutationObserver(keep).observe(document.body, { childList: true, subtree: true });
});

export default [];
