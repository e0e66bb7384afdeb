// src/entry/at-once.ts
/**
* Has something closed in the task of every decision, right after the gate and before the decision's evidence: whoever waits
* for the state hears of it after the next paint, when the page may have been left.
*/
var closeAtOnce = (session, close) => {
	const { updateGate } = session;
	session.updateGate = () => {
		updateGate();
		close();
	};
};
export { closeAtOnce };
