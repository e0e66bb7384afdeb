import { query } from "../gate/native.js";
import { jsonOf } from "../model/json.js";
import { findCopy, keepCopy } from "../store/config-copy.js";
import { openDatabase } from "../store/database.js";
import { readRows } from "../store/rows.js";
import { databaseOf } from "./database.js";
import { hasEngineWork, ownConfig, statedOf } from "./own.js";
import { within } from "./promises.js";
import { objectOf } from "./read-config.js";
// src/entry/idle-config.ts
/** What a site with a config of its own needs when the page is idle: visitors of one without download none of it. */
/** The last valid config of an address. @throws where there is none */
var configCopy = async (url) => objectOf(findCopy(await within(readRows(openDatabase())) ?? [], url));
/** Whether all that the owner wrote counts: a part that counts for nothing is missing from what the check kept. */
var isSound = ({ config, whole, raw }, checked) => {
	const kept = [
		checked,
		config.services?.length ?? 0,
		Object.keys(config.purposes ?? {}).length
	];
	const stated = whole.purposes.filter(({ id }) => config.purposes?.[id]).length;
	return jsonOf(kept) === jsonOf([
		statedOf(raw),
		whole.services.length,
		stated
	]);
};
/**
* Runs services that only say what they keep: nothing of theirs is urgent. The others run from the start. An embed that
* nobody has declared is warned of there too.
*/
var runServices = async (session) => {
	if (session.run || !(hasEngineWork(session.raw) || query("timebot-embed").length)) return;
	try {
		(await session.load("services")).run(session);
	} catch (error) {
		session.warn("service", "all", error);
	}
};
/** Takes care of what else a config asks for; gives the config after the check, and whether all of it counts. */
var lookAfter = (session) => {
	const { config, raw, restricted } = session;
	const own = ownConfig(session);
	runServices(session);
	if (config.config && !restricted) keepCopy(databaseOf(session), config.config, raw).catch(() => void 0);
	return {
		own,
		sound: isSound(session, own)
	};
};
export { configCopy, lookAfter, runServices };
