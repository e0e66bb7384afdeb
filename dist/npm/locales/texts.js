// src/locales/texts.ts
/** What a visitor has read who wants an embed always, as its notice has it: the purpose's name is in it. */
var embedNotice = (embed, { policy: { purposes } }) => ({
	embed,
	policy: { purposes }
});
/** Puts values in the place of `{name}`; what has no value stays as it is. */
var fill = (text, values) => text.replace(/\{(\w+)\}/g, (mark, name) => Object.hasOwn(values, name) ? values[name] ?? mark : mark);
/** `2019-01-01` as ru and kk write dates, `01.01.2019`; en gets the same, which cannot be misread as month first only by its dots. */
var dateText = (date) => date.slice(0, 10).split("-").reverse().join(".");
export { dateText, embedNotice, fill };
