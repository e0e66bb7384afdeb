// src/record/sha256.ts
var rotate = (word, bits) => word >>> bits | word << 32 - bits;
/** The first 32 bits of the fractional part of a root of each of the first `count` primes, as FIPS 180-4 defines its constants. */
var constants = (count, root) => {
	const words = [];
	for (let n = 2; words.length < count; n++) {
		let prime = true;
		for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
		if (prime) words.push(n ** (1 / root) % 1 * 2 ** 32);
	}
	return words.map((word) => word | 0);
};
/**
* SHA-256 (FIPS 180-4) for pages without https, where the platform has none. Loaded only there: a page on https pays
* nothing for it.
*/
var sha256 = async (text) => {
	const k = constants(64, 3);
	const state = constants(8, 2);
	const bytes = new TextEncoder().encode(text);
	const padded = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer((bytes.length + 8 >> 6) * 64 + 64));
	bytes.forEach((byte, i) => padded.setUint8(i, byte));
	padded.setUint8(bytes.length, 128);
	padded.setUint32(padded.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
	padded.setUint32(padded.byteLength - 4, bytes.length << 3);
	const w = /* @__PURE__ */ new Int32Array(64);
	const at = (words, i) => words[i] ?? 0;
	for (let offset = 0; offset < padded.byteLength; offset += 64) {
		for (let i = 0; i < 64; i++) {
			if (i < 16) {
				w[i] = padded.getInt32(offset + i * 4);
				continue;
			}
			const w15 = at(w, i - 15);
			const w2 = at(w, i - 2);
			const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ w15 >>> 3;
			const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ w2 >>> 10;
			w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
		}
		let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
		for (let i = 0; i < 64; i++) {
			const t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (e & f ^ ~e & g) + at(k, i) + at(w, i);
			const t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + (a & b ^ a & c ^ b & c);
			[a, b, c, d, e, f, g, h] = [
				t1 + t2 | 0,
				a,
				b,
				c,
				d + t1 | 0,
				e,
				f,
				g
			];
		}
		[
			a,
			b,
			c,
			d,
			e,
			f,
			g,
			h
		].forEach((word, i) => state[i] = at(state, i) + word | 0);
	}
	return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
};
export { sha256 };
