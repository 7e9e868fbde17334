/* Name and password go together, and this login opens no to-do list: where to go instead, in the place of Tasklist's own sentence. */
import { line, make } from '../../../../safe-contact/build.js';
import { hush } from './notifications.js';
import { whenScreenChanges } from './screen.js';

let refused = false;

whenScreenChanges(() => {
  const login = document.querySelector('.form-signin');
  const said = login?.querySelector('.sc-not-here');
  if (!refused) {
    said?.remove();
  } else if (login && !said) {
    const words = line('This login is for Cockpit: ', 'refused');
    words.classList.add('sc-not-here');
    words.append(make('a', { href: '/camunda/app/cockpit/' }, '/camunda/app/cockpit/'), '. If it should open to-dos, please ask a registered manager.');
    login.prepend(words);
  }
});

window.addEventListener('sc:login', ({ detail }) => {
  refused = detail.status === 403;
  if (refused) {
    hush(1500);
  }
});
