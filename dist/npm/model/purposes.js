// src/model/purposes.ts
/** Names that a purpose or service cannot have: `policy` is the acceptance's own, the other reads as a property. */
var RESERVED_IDS = ["policy", "constructor"];
export { RESERVED_IDS };
