type Entries = [string, unknown][];
/**
 * JSON of plain data as they are; other things, such as dates, count as objects by their own fields. Old libraries give arrays a
 * `toJSON` that makes texts of them (Prototype 1.6) or fails, and neither a record nor the hash of a notice may depend on that.
 *
 * @param order the order in which an object's fields are written, where it is another
 * @throws RangeError for what holds itself
 */
export declare const jsonOf: (value: unknown, order?: (entries: Entries) => Entries) => string;
export {};
