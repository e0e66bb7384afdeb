import type { BannerTexts, EmbedTexts, PreferencesTexts, ServiceTexts } from './texts.js';

export const banner: BannerTexts = {
  title: 'Cookies and your data',
  acceptAll: 'Accept all',
  rejectAll: 'Reject all',
  customise: 'Customise',
  includes: '“Accept all” includes the Policy of {date} and all purposes: {purposes}.',
  recipients: 'Data goes to: {recipients}.',
  rejects: '“Reject all” leaves only what is necessary. The site stays available.',
  operator: 'Data is collected by {operator}, IIN/BIN {id}.',
  policyLink: 'Privacy Policy of {date}',
  later: 'You can change your choice on any page.',
  language: 'Language',
  newEdition: 'The Policy was updated on {date}, so we ask again.',
  newOffer: 'Purposes, services or recipients of data have changed, so we ask again.',
  expired: 'The term of your choice is over, so we ask again.',
  translation: 'Translation. The Russian text prevails.',
};

export const preferences: PreferencesTexts = {
  title: 'Cookie settings',
  close: 'Close',
  save: 'Save',
  withdraw: 'Withdraw consent',
  alwaysOn: 'Always on',
  acceptPolicy: 'I accept the Privacy Policy of {date}',
  acceptPolicyHint: 'A choice of its own: neither the purposes nor access to the site depend on it.',
  data: 'Data',
  clauses: 'Clauses of the Policy',
  services: 'Services',
  recipients: 'Recipients and countries',
  storage: 'Storage period',
  notStated: 'Not stated',
  noServices: 'The site names no services for this purpose.',
  details: 'Details',
  term: 'Your choice holds until {date}.',
  withdrawn: 'Off: no new data for these purposes. For account consent and data deletion, see “Account data”.',
  left: 'Could not be removed from here: {names}. Remove it in the settings of your browser.',
  account: 'Account data',
  accountHint:
    'These settings do not affect consent to the processing of account data. It is withdrawn by letter: the text is ready, add your name and account.',
  writeLetter: 'Write the letter',
  letterSubject: 'Withdrawal of consent to the processing of personal data of an account',
  letterBody:
    'To: {operator}\n\nStatement\n\nI withdraw consent to the processing of the personal data of my account.\nBasis: {law}.\n\nName: \nAccount (e-mail or phone): \n\nPlease stop the processing within the term set by law and tell me so, or, if you refuse, state the grounds.\n\nRecord of the choice on the site: {record} ({date})',
  noRecord: 'none on this device',
};

export const embed: EmbedTexts = {
  about:
    'Content of {service}. Nothing is sent until you show it. Then your IP address, browser details and the address of this site go to {recipient}. The service may keep data in your browser.',
  once: 'Show once',
  always: 'Always show',
  settings: 'Cookie settings',
  extent:
    'To show it always, this site turns on the purpose “{purpose}” with the service {service}. The site can then do what else belongs to that purpose. Other services and purposes stay as they are. The choice is recorded, and you can change it on any page.',
  allow: 'Turn on and show',
  back: 'Back',
  shown: 'Shown: {title}',
  hidden: 'Hidden: {title}',
};

export const services: ServiceTexts = {
  count: 'Services: {on} of {all} on',
  hint: 'A service works only while its purpose is on. Switching the purpose on switches on all of its services; any of them can then be switched off.',
  company: 'Company',
  recipient: 'Recipient and country',
  keeps: 'Kept in the browser',
  keepsNothing: 'Nothing',
  cookie: 'cookie',
  local: 'local storage',
  session: 'session storage',
  database: 'database',
  cache: 'cache',
  years: '{n} year|{n} years',
  months: '{n} month|{n} months',
  days: '{n} day|{n} days',
  hours: '{n} hour|{n} hours',
  minutes: '{n} minute|{n} minutes',
  untilClosed: 'until the browser is closed',
  untilRemoved: 'until it is removed',
  periodNotStated: 'how long is not stated',
  aboutNotStated: 'what for is not stated',
  thirdParty: 'third party: {host}',
  httpOnly: 'set by a server, out of reach of scripts (httpOnly)',
};
