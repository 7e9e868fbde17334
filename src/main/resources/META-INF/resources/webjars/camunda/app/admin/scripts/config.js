// Admin under the product's name: logins and groups, for the technical administrator.
export default {
  app: { name: 'Logins', vendor: 'Safe Contact' },
  customScripts: ['../../../safe-contact/house'],
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
};
