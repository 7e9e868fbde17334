/*
 * What stands on every screen: the way to help on the login page, and that this is a demonstration where it is one.
 * Loaded by Tasklist, Cockpit, Admin and the profile page before anybody has logged in.
 */
import { ours, sayDuty } from './api.js';
import { attend, lookWhoIsThere, hasEnded } from './attended.js';
import { dangerNow, line, make, ring } from './build.js';
import { isUnkept } from './keeping.js';
import { leaveButton } from './leave.js';

/** The 999, ambulance, 111 and duty lines, in the words of every reporting screen; to stand before any field. */
export function waysToHelp(dutyTelephone) {
  return make(
    'section',
    { class: 'sc-help', 'aria-label': 'Help now' },
    make('p', { class: 'sc-help-now' }, dangerNow()),
    make(
      'p',
      {},
      'Hurt, has taken something, or may end their life: ',
      ring('999'),
      ', ambulance, stay with them. Talk of hurting themself: NHS ',
      ring('111'),
      ', option 2, and duty.',
    ),
    dutyTelephone ? make('p', { class: 'sc-help-duty' }, 'Duty, day and night: ', ring(dutyTelephone)) : null,
  );
}

function demonstration() {
  if (!document.querySelector('.sc-demo')) {
    document.body.prepend(
      make('p', { class: 'sc-demo', role: 'note' }, 'Demonstration: invented people, nothing here is real'),
    );
    document.body.classList.add('sc-has-demo');
  }
}

function wayOut() {
  if (!document.querySelector('.sc-leave')) {
    document.body.append(leaveButton());
  }
}

const guideLink = () => make('a', { class: 'sc-guide', href: ours('guide'), target: '_blank', rel: 'noopener' }, 'How this works');

/** In Tasklist it stands in the header (guide.js). */
function guide() {
  const footer = document.querySelector('footer [class*=col-]:not(#footer-timezone)');
  if (footer && !location.pathname.includes('/app/tasklist/') && !footer.querySelector('.sc-guide')) {
    footer.append(' ', guideLink());
  }
}

function helpOnTheLoginPage(dutyTelephone) {
  const login = document.querySelector('.form-signin');
  if (login?.querySelector('form') && !login.querySelector('.sc-help')) {
    login.querySelector('form').before(waysToHelp(dutyTelephone));
    login.querySelector('form').after(make('p', { class: 'sc-before-login' }, guideLink()));
  }
}

function nameWhatHasNoName() {
  document.querySelectorAll('.dropdown-toggle:not([aria-label]):has(> .glyphicon-home)').forEach((house) => {
    house.setAttribute('aria-label', 'Other applications');
  });
  document.querySelectorAll('.form-signin input[placeholder]').forEach((field) => {
    if (!field.hasAttribute('aria-label')) {
      field.setAttribute('aria-label', field.placeholder);
      field.setAttribute('autocomplete', field.type === 'password' ? 'current-password' : 'username');
      field.setAttribute('autocapitalize', 'none');
    }
  });
}

/** Camunda's own messages are the same for everybody: duty's number, which changes with the hour, is put behind them. */
function dutyBehindMessages(dutyTelephone) {
  document.querySelectorAll('.page-notifications .message:not(:has(a))').forEach((message) => {
    if (dutyTelephone && message.textContent.includes('ring duty')) {
      message.append(' ', ring(dutyTelephone));
    }
  });
}

/** The version behind the stroke is not shown: then the stroke says nothing. */
function noStrokeAtTheEnd() {
  const stroke = document.querySelector('footer .version')?.previousSibling;
  if (stroke?.data?.trim() === '/') {
    stroke.data = ' ';
  }
}

/** Camunda moves to the name again a moment later, and a password typed meanwhile would stand there for all to read. */
function neverJumpWhileSomebodyTypes() {
  const name = document.querySelector('.form-signin input[autofocus]');
  name?.removeAttribute('autofocus');
  if (document.activeElement === document.body) {
    name?.focus();
  }
}

let name = '';
document.addEventListener('submit', ({ target }) => {
  name = target.matches('.form-signin form') ? target.querySelector('input[autocomplete=username]').value : name;
}, true);
document.addEventListener('input', ({ target }) => {
  name = target.matches('.form-signin input[autocomplete=username]') ? '' : name;
}, true);

/** After a wrong password Camunda draws the page anew and takes the name away too: only the password is asked again. */
function keepTheName() {
  const field = document.querySelector('.form-signin input[autocomplete=username]');
  if (field && name && !field.value) {
    field.value = name;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form.querySelector('input[type=password]').focus();
  }
}

/** Whoever comes back reads why there is a login page. */
function sayThatItHasEnded() {
  const login = document.querySelector('.form-signin');
  if (login && hasEnded() && !login.querySelector('.sc-ended')) {
    const words = isUnkept()
      ? 'Log in again on this page, and leave it open: what you wrote last is not kept yet, and stands here alone.'
      : 'Log in again and go on: what you wrote is kept.';
    const said = line(`Your login has ended, so that nobody else reads this screen. ${words}`);
    said.classList.add('sc-ended');
    login.prepend(said);
  }
}

const isSomebodyThere = () => Boolean(document.querySelector('[cam-widget-header] .account'));

/** Whoever was sent to the login from one of our pages goes back to it. */
function backToTheirPage() {
  const back = new URLSearchParams(location.search).get('back');
  if (back && isSomebodyThere()) {
    const page = new URL(back, location.origin).href;
    location.replace(page.startsWith(ours('.')) ? page : location.pathname);
  }
}

/** What the house says about itself; an empty answer when it cannot be reached, so that 999 still shows. */
export const known = fetch(ours('api/house'), { headers: { Accept: 'application/json' } })
  .then((answer) => (answer.ok ? answer.json() : {}))
  .catch(() => ({}));

// Camunda's own request may have brought the login page before ours heard of the end; nothing changes on it after that.
window.addEventListener('sc:unattended', sayThatItHasEnded);
attend(isSomebodyThere, known.then(({ dutyTelephone }) => dutyTelephone));

let said = null;
function keep() {
  wayOut();
  nameWhatHasNoName();
  noStrokeAtTheEnd();
  guide();
  keepTheName();
  neverJumpWhileSomebodyTypes();
  sayThatItHasEnded();
  lookWhoIsThere();
  backToTheirPage();
  if (said?.demo) {
    demonstration();
  }
  if (said) {
    helpOnTheLoginPage(said.dutyTelephone);
    dutyBehindMessages(said.dutyTelephone);
  }
}

keep();
new MutationObserver(keep).observe(document.body, { childList: true, subtree: true });
known.then((words) => {
  said = words;
  sayDuty(words.dutyTelephone);
  keep();
});

export default [];
