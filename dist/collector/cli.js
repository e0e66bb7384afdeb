#!/usr/bin/env node
import { a as placeOf, i as DatabaseUnavailable, n as createCollector, r as isOrigin } from "./shared.js";
import { parseArgs } from "node:util";
// src/collector/line.ts
/**
* One line about a record, for a terminal. It leaves the subject out, which is a capability; what it shows cannot hold
* control characters, because the schema bounds it.
*/
var lineOf = ({ at, action, policy, purposes }, verdict) => {
	const granted = Object.keys(purposes).filter((id) => purposes[id]);
	return [
		at,
		action,
		policy.accepted ? "policy accepted" : "policy not accepted",
		`granted: ${granted.join(", ") || "nothing"}`,
		...verdict === "seen" ? ["sent again"] : []
	].join(" · ");
};
// src/collector/options.ts
/** The command line or the environment says something that cannot be done; the message names it and the remedy. */
var UsageError = class extends Error {
	constructor(message) {
		super(message);
		this.name = "UsageError";
	}
};
var HELP = `Receives consent records and keeps them in an SQLite file.

Usage: timebot-consent-collector [options]

  --port <number>      port to listen on; 0 takes a free one   (CONSENT_PORT, 8787)
  --host <address>     address to listen on                    (CONSENT_HOST, 127.0.0.1)
  --database <file>    where the records are kept              (CONSENT_DATABASE, ./consents.db)
  --path <path>        where records are posted                (CONSENT_PATH, /consents)
  --origin <origin>    another site whose pages may post, e.g. https://timebot.kz; may be
                       given several times                     (CONSENT_ORIGINS, separated by spaces)
  --help, --version

Pages of the same host may always post. GET /livez and /readyz tell whether it runs and whether
it can write. SIGTERM and SIGINT stop it once the requests under way have been answered.`;
var OPTIONS = {
	port: { type: "string" },
	host: { type: "string" },
	database: { type: "string" },
	path: { type: "string" },
	origin: {
		type: "string",
		multiple: true
	},
	help: {
		type: "boolean",
		short: "h"
	},
	version: {
		type: "boolean",
		short: "v"
	}
};
var parse = (args) => {
	try {
		return parseArgs({
			args: [...args],
			options: OPTIONS,
			strict: true,
			allowPositionals: false
		}).values;
	} catch (error) {
		if (error instanceof TypeError) throw new UsageError(`${error.message}. See --help.`);
		throw error;
	}
};
var portOf = ({ value, from }) => {
	const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
	if (port <= 65535) return port;
	throw new UsageError(`${from} is "${value}": give a whole number from 0 to 65535, e.g. 8787.`);
};
var pathOf = ({ value, from }) => {
	if (/^\/[\w\-./~]*$/.test(value)) return value;
	throw new UsageError(`${from} is "${value}": give a path that begins with a slash and has no query, e.g. /consents.`);
};
var originOf = ({ value, from }) => {
	if (isOrigin(value)) return value;
	const { origin } = URL.canParse(value) ? new URL(value) : { origin: "null" };
	throw new UsageError(`${from} is "${value}": give the origin alone, ${origin === "null" ? "scheme, host and port, e.g. https://timebot.kz" : origin}.`);
};
var filled = ({ value, from }) => {
	if (value !== "") return value;
	throw new UsageError(`${from} is empty: give a value or leave it out. See --help.`);
};
/**
* Reads the command line; the environment stands in for options that are not given.
*
* @throws UsageError
*/
var commandOf = (args, env) => {
	const { help, version, origin, ...given } = parse(args);
	if (help) return { kind: "help" };
	if (version) return { kind: "version" };
	const setting = (name, otherwise) => {
		const variable = `CONSENT_${name.toUpperCase()}`;
		const fromArgs = given[name];
		if (fromArgs !== void 0) return {
			value: fromArgs,
			from: `--${name}`
		};
		return {
			value: env[variable] ?? otherwise,
			from: variable
		};
	};
	const origins = origin?.map((value) => ({
		value,
		from: "--origin"
	})) ?? (env["CONSENT_ORIGINS"] ?? "").split(/[\s,]+/).flatMap((value) => value ? {
		value,
		from: "CONSENT_ORIGINS"
	} : []);
	return {
		kind: "serve",
		port: portOf(setting("port", "8787")),
		host: filled(setting("host", "127.0.0.1")),
		database: filled(setting("database", "./consents.db")),
		path: pathOf(setting("path", "/consents")),
		origins: origins.map(originOf)
	};
};
// src/collector/cli.ts
var version = "0.1.0";
/** Faults go to stderr, one JSON object a line: what a log collector reads. Never a body, never an address. */
var logFault = (error) => {
	console.error(JSON.stringify({
		time: (/* @__PURE__ */ new Date()).toISOString(),
		level: "error",
		message: error.message
	}));
};
var codeOf = (error) => error instanceof Error && "code" in error ? error.code : void 0;
/** Why it could not start, with the remedy; undefined for what is not the user's to mend. */
var startError = (error, { host, port }) => {
	if (error instanceof DatabaseUnavailable) return `${error.message}\nThe database cannot be opened: --database must name an SQLite file, new or its own, in a folder that exists and can be written.`;
	switch (codeOf(error)) {
		case "EADDRINUSE": return `Port ${port} on ${host} is taken by another program: stop it, or give another --port.`;
		case "EACCES": return `Port ${port} on ${host} may not be opened by this user: give a --port above 1023.`;
		case "EADDRNOTAVAIL":
		case "ENOTFOUND": return `${host} is no address of this machine: give another --host, e.g. 127.0.0.1.`;
		default: return;
	}
};
var serve = async ({ port, host, database, path, origins }) => {
	process.stdout.on("error", () => {});
	const app = await createCollector({
		database,
		path,
		origins,
		onRecord: (record, verdict) => console.log(lineOf(record, verdict)),
		onFault: logFault
	});
	const stop = () => {
		app.close().catch((error) => {
			logFault(error instanceof Error ? error : new Error(String(error)));
			process.exitCode = 1;
		});
	};
	process.once("SIGTERM", stop);
	process.once("SIGINT", stop);
	const address = await app.listen({
		port,
		host
	});
	console.log(`timebot-consent-collector ${version} listens on ${address}${path} · database ${placeOf(database)}`);
};
var run = async () => {
	const command = commandOf(process.argv.slice(2), process.env);
	if (command.kind === "help") return console.log(HELP);
	if (command.kind === "version") return console.log(version);
	try {
		await serve(command);
	} catch (error) {
		const message = startError(error, command);
		throw message === void 0 ? error : new UsageError(message);
	}
};
try {
	await run();
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	console.error(error.message);
	process.exitCode = 2;
}
export {};
