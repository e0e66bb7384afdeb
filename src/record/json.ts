/**
 * JSON of a value as it is. Old libraries give arrays a `toJSON` that makes texts of them (Prototype 1.6), and neither a record
 * nor the hash of a notice may depend on that.
 *
 * @param shape what stands for a part of it, where that is something else
 */
export const jsonOf = (value: unknown, shape = (part: unknown): unknown => part): string =>
  JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key) {
    return shape(this[key]);
  });
