// src/locales/languages.ts
/** Russian first: the policy was published in it. */
var languages = [
	{
		code: "ru",
		name: "Русский"
	},
	{
		code: "kk",
		name: "Қазақша"
	},
	{
		code: "en",
		name: "English"
	}
];
/** Label of the button that opens the preferences on every page, by language. */
var triggers = {
	ru: "Настройки cookie",
	kk: "Cookie баптаулары",
	en: "Cookie settings"
};
export { languages, triggers };
