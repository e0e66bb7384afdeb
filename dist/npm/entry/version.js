// src/entry/version.ts
/** Version of the widget, as records and the API state it; a test holds it against package.json. */
var version = "0.1.0";
export { version };
