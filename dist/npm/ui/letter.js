import { dateText, fill } from "../locales/texts.js";
// src/ui/letter.ts
/**
* Address of a prefilled letter about the data of an account, which no click on this device can reach (clause 3.4.3;
* Law 94-V, article 8(7)): who asks for what by which law, and the record that shows what was consented to.
*
* @param today ISO date, for a device that holds no record
*/
var letter = ({ policy: { contact, operator }, record }, { ui, policy }, today) => {
	const values = {
		record: record?.id ?? ui.noRecord,
		date: dateText(record?.at ?? today),
		operator: operator.name,
		law: policy.law
	};
	const field = (text) => encodeURIComponent(fill(text, values).replaceAll("\n", "\r\n"));
	return `mailto:${encodeURIComponent(contact).replaceAll("%40", "@")}?subject=${field(ui.letterSubject)}&body=${field(ui.letterBody)}`;
};
export { letter };
