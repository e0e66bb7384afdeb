// src/ui/contract.ts
/** Sent by the element to its owner, the session; does not bubble and does not leave the element. */
var ConsentRequestEvent = class ConsentRequestEvent extends Event {
	static type = "timebot-consent-request";
	request;
	/** Whether a person acted, or a script clicked: the record says so. */
	actor;
	constructor(request, actor) {
		super(ConsentRequestEvent.type);
		this.request = request;
		this.actor = actor;
	}
};
export { ConsentRequestEvent };
