// The profile page under the product's name.
export default {
  app: { name: 'Your login', vendor: 'Safe Contact' },
  customScripts: ['../../../safe-contact/house'],
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  links: [],
  disableWelcomeMessage: true,
};
