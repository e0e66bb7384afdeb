import Fastify from "fastify";
import { statSync } from "node:fs";
import { resolve } from "node:path";
// src/record/schema.ts
/**
* The record, version 1, as JSON Schema (2020-12): the one source of the TypeScript type, of validation in the widget
* and in the collector, and of the contract published as `dist/record.schema.json`.
*
* The fields answer Law 94-V of Kazakhstan, article 8(4): operator (1), term (3), transfer (4), cross-border (5),
* publication (6), list of data (7); and article 25(2)(5): the operator proves that consent was given.
*/
var UUID = {
	type: "string",
	pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
};
var SHA256 = {
	type: "string",
	pattern: "^[0-9a-f]{64}$"
};
var TIME = {
	type: "string",
	pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?Z$"
};
var CHOICES = {
	type: "object",
	propertyNames: { pattern: "^[a-z][a-z0-9-]{0,39}$" },
	additionalProperties: { type: "boolean" },
	maxProperties: 64
};
var recordSchema = {
	$schema: "https://json-schema.org/draft/2020-12/schema",
	title: "Consent record, version 1",
	type: "object",
	properties: {
		v: { const: 1 },
		kind: { const: "decision" },
		id: {
			...UUID,
			description: "Made at the click; the idempotency key of delivery"
		},
		subject: {
			type: "string",
			pattern: "^[0-9a-f]{32}$",
			description: "Random 128 bits, made at the first decision; a capability: never in URLs or logs"
		},
		seq: {
			type: "integer",
			minimum: 1,
			maximum: 1e9
		},
		prev: {
			...UUID,
			type: ["string", "null"],
			description: "id of the previous record"
		},
		site: {
			type: "string",
			pattern: "^(https?://[^/?#@\\s\\x00-\\x1f\\x7f]{1,255}|null)$",
			description: "Origin of the page"
		},
		action: { enum: [
			"given",
			"refused",
			"changed",
			"withdrawn",
			"renewed"
		] },
		actor: { enum: ["person", "script"] },
		gpc: {
			type: "boolean",
			description: "Whether Global Privacy Control was on"
		},
		at: TIME,
		expires: TIME,
		policy: {
			type: "object",
			properties: {
				id: {
					type: "string",
					pattern: "^[a-z][a-z0-9-]{0,39}$"
				},
				edition: {
					type: "string",
					pattern: "^\\d{4}-\\d\\d-\\d\\d$"
				},
				hash: SHA256,
				accepted: { type: "boolean" }
			},
			required: [
				"id",
				"edition",
				"hash",
				"accepted"
			],
			additionalProperties: false
		},
		notice: {
			type: "object",
			properties: {
				lang: {
					type: "string",
					pattern: "^[A-Za-z0-9_-]{2,35}$"
				},
				layer: { enum: [
					"banner",
					"preferences",
					"api"
				] },
				hash: {
					...SHA256,
					description: "Of the exact texts shown: see notices.json"
				}
			},
			required: [
				"lang",
				"layer",
				"hash"
			],
			additionalProperties: false
		},
		purposes: {
			...CHOICES,
			description: "Every purpose offered"
		},
		services: {
			...CHOICES,
			description: "Every service offered"
		},
		operator: {
			type: "object",
			properties: {
				name: {
					type: "string",
					pattern: "^[^\\x00-\\x1f\\x7f]{1,200}$"
				},
				id: {
					type: "string",
					pattern: "^[^\\x00-\\x1f\\x7f]{1,40}$"
				}
			},
			required: ["name", "id"],
			additionalProperties: false
		},
		transfer: {
			type: "object",
			properties: {
				thirdParties: { type: "boolean" },
				crossBorder: {
					type: "array",
					items: {
						type: "string",
						pattern: "^[A-Z]{2}$"
					},
					maxItems: 64
				},
				publication: { type: "boolean" }
			},
			required: [
				"thirdParties",
				"crossBorder",
				"publication"
			],
			additionalProperties: false
		},
		data: {
			type: "array",
			items: {
				type: "string",
				pattern: "^[a-z][a-z0-9-]{0,39}$"
			},
			maxItems: 32,
			description: "Kinds of data covered; of clause 1.1.2: ip, cookie, browser, time, page"
		},
		widget: {
			type: "string",
			pattern: "^\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}([-+.][0-9A-Za-z.+-]{1,40})?$"
		}
	},
	required: [
		"v",
		"kind",
		"id",
		"subject",
		"seq",
		"prev",
		"site",
		"action",
		"actor",
		"gpc",
		"at",
		"expires",
		"policy",
		"notice",
		"purposes",
		"services",
		"operator",
		"transfer",
		"data",
		"widget"
	],
	additionalProperties: false
};
/** Largest record that the widget sends and the endpoint takes, bytes of UTF-8. */
var MAX_RECORD_BYTES = 8192;
// src/model/bare.ts
/**
* A copy without a prototype, for objects whose fields may be absent: a page's scripts may put anything on
* `Object.prototype`, and a `required` there were a consent that nobody gave.
*/
var bare = (fields) => Object.assign(Object.create(null), fields);
// src/record/validate.ts
var typeOf = (value) => value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
var own = (value, key) => Object.getOwnPropertyDescriptor(value, key)?.value;
/**
* The first flaw of a value under a schema, or undefined where it is valid.
*
* A general validator weighs more than the whole loader, so this one knows just the keywords of `Schema`; the tests hold
* it against Ajv on generated values. It is the same code in the widget and in the collector.
*/
var validate = (value, keywords, path = "") => {
	const schema = bare(keywords);
	const flaw = (message) => ({
		path,
		message
	});
	const type = typeOf(value);
	if (schema.type) {
		const types = [schema.type].flat();
		if (!types.some((t) => t === type || t === "number" && type === "integer")) return flaw(`must be ${types.join(" or ")}, is ${type}`);
	}
	if ("const" in schema && value !== schema.const) return flaw(`must be ${JSON.stringify(schema.const)}`);
	if (schema.enum && !schema.enum.some((allowed) => allowed === value)) return flaw(`must be one of ${schema.enum.join(", ")}`);
	if (typeof value === "string") {
		const { pattern } = schema;
		if (pattern && !new RegExp(pattern, "u").test(value)) return flaw(`must match ${pattern}`);
	}
	if (typeof value === "number") {
		const { minimum = -Infinity, maximum = Infinity } = schema;
		if (value < minimum || value > maximum) return flaw(`must be from ${minimum} to ${maximum}`);
	}
	if (Array.isArray(value)) {
		if (value.length > (schema.maxItems ?? Infinity)) return flaw(`must have at most ${schema.maxItems} items`);
		const { items } = schema;
		return items && firstOf(value.keys(), (index) => validate(value[index], items, `${path}/${index}`));
	}
	if (typeof value === "object" && value !== null) {
		const { properties = {}, required = [], additionalProperties = true, maxProperties = Infinity } = schema;
		const keys = Object.keys(value);
		if (keys.length > maxProperties) return flaw(`must have at most ${maxProperties} properties`);
		const missing = required.find((key) => !Object.hasOwn(value, key));
		if (missing !== void 0) return {
			path: `${path}/${missing}`,
			message: "is missing"
		};
		return firstOf(keys, (key) => {
			const at = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
			if (schema.propertyNames && validate(key, schema.propertyNames)) return {
				path: at,
				message: "is no valid name"
			};
			const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
			if (known === false) return {
				path: at,
				message: "is unknown"
			};
			return typeof known === "object" ? validate(own(value, key), known, at) : void 0;
		});
	}
};
var firstOf = (items, check) => {
	for (const item of items) {
		const flaw = check(item);
		if (flaw) return flaw;
	}
};
// src/record/parse.ts
/** Thrown for text that is no record of version 1. `path` is a JSON Pointer to what is wrong. */
var InvalidRecord = class extends Error {
	path;
	constructor({ path, message }) {
		super(`${path || "record"} ${message}`);
		this.name = "InvalidRecord";
		this.path = path;
	}
};
var parseJson = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		throw new InvalidRecord({
			path: "",
			message: "is no JSON"
		});
	}
};
function assertRecord(value) {
	const flaw = validate(value, recordSchema);
	if (flaw) throw new InvalidRecord(flaw);
}
/**
* The record that a text holds.
*
* @throws InvalidRecord naming the path of the first thing that is wrong
*/
var parseRecord = (text) => {
	if (new TextEncoder().encode(text).length > 8192) throw new InvalidRecord({
		path: "",
		message: `must be at most ${MAX_RECORD_BYTES} bytes`
	});
	const value = parseJson(text);
	assertRecord(value);
	return value;
};
// src/collector/body.ts
/** A request that is answered with a 4xx status. `path` is a JSON Pointer to what is wrong in the body. */
var Refusal = class extends Error {
	status;
	path;
	constructor(status, message, path) {
		super(message);
		this.name = "Refusal";
		this.status = status;
		this.path = path;
	}
};
/** Widgets on another origin send text/plain, which needs no preflight; some runtimes send no type at all. */
var ACCEPTED_TYPES = [
	"",
	"text/plain",
	"application/json"
];
/** @throws Refusal (415) where the headers announce a body that is not plain JSON text */
var assertReadable = (headers) => {
	const [type = ""] = (headers["content-type"] ?? "").split(";");
	if (!ACCEPTED_TYPES.includes(type.trim().toLowerCase())) throw new Refusal(415, "content-type must be application/json or text/plain");
	if (headers["content-encoding"]) throw new Refusal(415, "content-encoding is not supported");
};
var decode = (bytes) => {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new Refusal(400, "body is no UTF-8", "");
	}
};
/**
* The record in a body, with its exact text. UTF-8 is read strictly, so the text stands for the same bytes.
*
* @throws Refusal naming what is wrong and where
*/
var readRecord = (bytes) => {
	if (bytes.length > 8192) throw new Refusal(413, `record must be at most ${MAX_RECORD_BYTES} bytes`, "");
	const text = decode(bytes);
	if (text.startsWith("﻿")) throw new Refusal(400, "body begins with a byte order mark", "");
	try {
		return {
			record: parseRecord(text),
			text
		};
	} catch (error) {
		if (error instanceof InvalidRecord) throw new Refusal(400, error.message, error.path);
		throw error;
	}
};
// src/collector/database.ts
/** The database does not take writes now. Nothing of the record was acknowledged; the sender tries again. */
var DatabaseUnavailable = class extends Error {
	constructor(place, cause) {
		super(`${place}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
		this.name = "DatabaseUnavailable";
	}
};
var hasDriver = (module) => module !== void 0 && "DatabaseSync" in module;
/**
* Node's own SQLite where it has one (22 and later); the same file format through libsql before that. Never open one file
* with both in one process: the system's file locks do not hold between two libraries of one process.
*/
var driverClass = async () => {
	const sqlite = process.getBuiltinModule("node:sqlite");
	return hasDriver(sqlite) ? sqlite.DatabaseSync : (await import("libsql")).default;
};
var MEMORY = ":memory:";
/** Where a database will be: the absolute path of its file, or `:memory:`. */
var placeOf = (database) => database === MEMORY ? MEMORY : resolve(database);
var SCHEMA_VERSION = 1;
/** A failure that takes longer than this, in milliseconds, has waited for a lock. */
var SLOW = 50;
var LARGEST = "x".repeat(MAX_RECORD_BYTES);
/**
* `bytes` is the record as it came; the other columns repeat parts of it for look-ups. It is TEXT, which SQLite keeps as
* the same UTF-8, so that `json_extract(bytes, …)` works in reports.
*/
var SCHEMA = `
  CREATE TABLE records (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    seq INTEGER NOT NULL,
    prev TEXT,
    site TEXT NOT NULL,
    action TEXT NOT NULL,
    at TEXT NOT NULL,
    received TEXT NOT NULL,
    bytes TEXT NOT NULL
  ) STRICT;
  CREATE INDEX records_by_subject ON records (subject, seq);
  PRAGMA user_version = ${SCHEMA_VERSION};
`;
var column = (row, name) => typeof row === "object" && row !== null ? Object.getOwnPropertyDescriptor(row, name)?.value : void 0;
/** All or nothing; the lock is taken at the start, so that what is read stays true until the commit. */
var transaction = (driver, work) => {
	driver.exec("BEGIN IMMEDIATE");
	try {
		const result = work();
		driver.exec("COMMIT");
		return result;
	} catch (error) {
		try {
			driver.exec("ROLLBACK");
		} catch {}
		throw error;
	}
};
var migrate = (driver) => {
	const version = () => column(driver.prepare("PRAGMA user_version").get(), "user_version");
	if (version() === SCHEMA_VERSION) return;
	transaction(driver, () => {
		const found = version();
		if (found === 0) driver.exec(SCHEMA);
		else if (found !== SCHEMA_VERSION) throw new Error(`has layout ${String(found)}, made by a newer version`);
	});
};
/** Which file a path leads to: a file that was replaced has another number. */
var fileAt = (place) => {
	const { dev, ino } = statSync(place, { bigint: true });
	return `${dev}:${ino}`;
};
/**
* Opens the database, and makes its table where there is none.
*
* @param place path of the file, or `:memory:`, which is gone with the process
* @param patience milliseconds that a write waits for another process's lock
* @throws DatabaseUnavailable where the file cannot be opened, is no database or was made by a newer version
*/
var openDatabase = async (place, { patience = 5e3, clock = () => performance.now() } = {}) => {
	const path = placeOf(place);
	const SqlDatabase = await driverClass();
	const connect = () => {
		try {
			const driver = new SqlDatabase(path);
			try {
				driver.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`);
				migrate(driver);
				return {
					driver,
					file: path === MEMORY ? "" : fileAt(path)
				};
			} catch (error) {
				driver.close();
				throw error;
			}
		} catch (cause) {
			throw new DatabaseUnavailable(path, cause);
		}
	};
	const { driver, file } = connect();
	const insert = driver.prepare(`INSERT INTO records (id, subject, seq, prev, site, action, at, received, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`);
	const compare = driver.prepare("SELECT bytes = ? AS same FROM records WHERE id = ?");
	const assertInPlace = () => {
		if (path !== MEMORY && fileAt(path) !== file) throw new Error("is not the file that was opened: start again");
	};
	let restUntil = 0;
	/**
	* Waiting for a lock stops the whole process. After a failure that took long, the same time passes with immediate
	* refusals, so that a queue of requests does not wait for the same lock one after the other.
	*/
	const attempt = (work) => {
		const began = clock();
		if (began < restUntil) throw new DatabaseUnavailable(path, /* @__PURE__ */ new Error("rests after a slow failure"));
		try {
			assertInPlace();
			const result = work();
			assertInPlace();
			return result;
		} catch (cause) {
			const ended = clock();
			if (ended - began > SLOW) restUntil = ended + (ended - began);
			throw new DatabaseUnavailable(path, cause);
		}
	};
	return {
		keep: ({ id, subject, seq, prev, site, action, at }, text, received) => attempt(() => transaction(driver, () => {
			const time = new Date(received).toISOString();
			if (Number(insert.run(id, subject, seq, prev, site, action, at, time, text).changes) === 1) return "created";
			return column(compare.get(text, id), "same") === 1 ? "seen" : "conflict";
		})),
		probe: () => {
			attempt(() => transaction(driver, () => {
				insert.run("probe", "", 0, null, "", "", "", "", LARGEST);
				driver.exec(`DELETE FROM records WHERE id = 'probe'`);
			}));
		},
		close: () => {
			try {
				driver.exec("PRAGMA wal_checkpoint(TRUNCATE)");
			} finally {
				driver.close();
			}
		}
	};
};
// src/collector/origins.ts
/** Whether a text is an origin as browsers write it: scheme, host and port without a path, or `null` for opaque ones. */
var isOrigin = (value) => value === "null" || URL.canParse(value) && new URL(value).origin === value;
/**
* Whether an `Origin` header may send records to a host: it is on the list, or it is the page's own site. The scheme of
* the own site is not compared, because behind a proxy that ends TLS the service does not know it.
*/
var isAllowed = (origin, host, origins) => origins.includes(origin) || URL.canParse(origin) && new URL(origin).host === host;
// src/collector/collector.ts
/** A record has at most 8 KiB; twice that is read, so that a too large one can be told so. */
var BODY_LIMIT = 16384;
/** How long a stop waits for requests under way, milliseconds. */
var DRAIN_LIMIT = 1e4;
/** Seconds after which a sender may try again. */
var RETRY_AFTER = 5;
/** The answers are for the widget alone: not to be sniffed, framed, run or kept. */
var HEADERS = {
	"cache-control": "no-store",
	"content-security-policy": "default-src 'none'",
	"cross-origin-resource-policy": "cross-origin",
	"x-content-type-options": "nosniff"
};
var errorOf = (thrown) => thrown instanceof Error ? thrown : new Error(String(thrown));
/** Fastify's own errors (body too large, malformed length) carry the status they are to be answered with. */
var statusOf = (error) => "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 500;
/**
* The endpoint as a plugin, to be registered in an application that has other routes too: parsers, headers and error
* answers hold for its own routes only. It closes its database with the application.
*
* Request logs are silenced for its routes, because they name the sender's IP address.
*/
var collectorPlugin = async (app, { database: place, path = "/consents", origins, onRecord, onFault, now = Date.now }) => {
	const wrong = origins.find((origin) => !isOrigin(origin));
	if (wrong !== void 0) throw new TypeError(`origins: "${wrong}" must be an origin without a path, e.g. https://timebot.kz`);
	const database = await openDatabase(place);
	let failing = false;
	/** Runs a write; tells the beginning of an outage, once. */
	const write = (work) => {
		try {
			const result = work();
			failing = false;
			return result;
		} catch (error) {
			if (!failing) onFault?.(errorOf(error));
			failing = true;
			throw error;
		}
	};
	const announce = (record, verdict) => {
		try {
			onRecord?.(record, verdict);
		} catch (error) {
			onFault?.(errorOf(error));
		}
	};
	let closing = false;
	let underWay = 0;
	let onIdle;
	app.addHook("preClose", async () => {
		closing = true;
		if (underWay === 0) return;
		await new Promise((done) => {
			const limit = setTimeout(done, DRAIN_LIMIT);
			onIdle = () => {
				clearTimeout(limit);
				done();
			};
		});
	});
	app.addHook("onClose", async () => database.close());
	app.removeAllContentTypeParsers();
	app.addContentTypeParser("*", {
		parseAs: "buffer",
		bodyLimit: BODY_LIMIT
	}, (_request, body, done) => {
		done(null, body);
	});
	app.addHook("onRequest", async (_request, reply) => {
		reply.headers(HEADERS);
	});
	app.setErrorHandler((thrown, _request, reply) => {
		const error = errorOf(thrown);
		if (error instanceof Refusal) return reply.code(error.status).send({
			error: error.message,
			path: error.path
		});
		if (error instanceof DatabaseUnavailable) return reply.code(503).header("retry-after", RETRY_AFTER).send({ error: "the database takes no writes now" });
		const status = statusOf(error);
		if (status < 500) return reply.code(status).send({ error: error.message });
		onFault?.(error);
		return reply.code(500).send({ error: "internal error" });
	});
	const quiet = { logLevel: "silent" };
	app.route({
		...quiet,
		method: ["POST", "OPTIONS"],
		url: path,
		onRequest: async (request, reply) => {
			const { origin } = request.headers;
			reply.header("vary", "Origin");
			if (origin !== void 0) {
				if (!isAllowed(origin, request.host, origins)) throw new Refusal(403, `origin ${origin} is not allowed`);
				reply.headers({
					"access-control-allow-origin": origin,
					"access-control-expose-headers": "Retry-After"
				});
			}
			if (request.method === "OPTIONS") return;
			assertReadable(request.headers);
			underWay += 1;
			reply.raw.once("close", () => {
				underWay -= 1;
				if (underWay === 0) onIdle?.();
			});
		},
		handler: async (request, reply) => {
			if (request.method === "OPTIONS") return reply.code(204).headers({
				"access-control-allow-methods": "POST",
				"access-control-allow-headers": "Content-Type",
				"access-control-max-age": 86400
			}).send();
			const { origin } = request.headers;
			const { record, text } = readRecord(Buffer.isBuffer(request.body) ? request.body : /* @__PURE__ */ new Uint8Array());
			if (origin !== void 0 && origin !== "null" && record.site !== origin) throw new Refusal(403, `/site is ${record.site}, but ${origin} sends it`, "/site");
			const verdict = write(() => database.keep(record, text, now()));
			if (verdict === "conflict") return reply.code(409).send({ error: "this id is taken by a record with other bytes" });
			announce(record, verdict);
			return reply.code(verdict === "created" ? 201 : 200).send({ id: record.id });
		}
	});
	app.get("/livez", quiet, async () => ({ status: "alive" }));
	app.get("/readyz", quiet, async (_request, reply) => {
		if (closing) return reply.code(503).send({ error: "closing" });
		write(() => database.probe());
		return { status: "ready" };
	});
};
/**
* The endpoint as a service of its own, not yet listening: `await (await createCollector(options)).listen({ port })`.
* `close()` lets requests under way finish, for ten seconds at most.
*
* @throws DatabaseUnavailable where the file cannot be opened
*/
var createCollector = async (options) => {
	const app = Fastify({
		logger: false,
		requestTimeout: 1e4,
		http: {
			headersTimeout: 5e3,
			connectionsCheckingInterval: 1e3
		},
		keepAliveTimeout: 72e3,
		return503OnClosing: false
	});
	app.server.maxConnections = 5e3;
	app.setNotFoundHandler((_request, reply) => reply.code(404).headers(HEADERS).send({ error: "not found" }));
	let limit;
	app.addHook("preClose", async () => {
		limit = setTimeout(() => app.server.closeAllConnections(), DRAIN_LIMIT);
	});
	app.addHook("onClose", async () => clearTimeout(limit));
	await app.register(collectorPlugin, options);
	return app;
};
export { placeOf as a, DatabaseUnavailable as i, createCollector as n, isOrigin as r, collectorPlugin as t };
