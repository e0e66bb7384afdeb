// src/ui/contract.ts
/**
* Sent by the element to its owner, the session; does not bubble and does not leave the element. No mere `Event`: MooTools
* puts a class of its own in that one's place.
*/
var ConsentRequestEvent = class ConsentRequestEvent extends CustomEvent {
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
