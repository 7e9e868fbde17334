/* Says on the page who looks at it, so that each role sees only what it has a use for. */
import { read } from '../../../../safe-contact/api.js';
import { whenScreenChanges } from './screen.js';

let asked = false;

whenScreenChanges(() => {
  const somebody = Boolean(document.querySelector('[cam-widget-header] .account'));
  if (!somebody) {
    asked = false;
    document.body.classList.remove('sc-carer');
  } else if (!asked) {
    asked = true;
    read('me')
      .then(({ carer }) => document.body.classList.toggle('sc-carer', carer))
      .catch(() => {
        asked = false;
      });
  }
});
