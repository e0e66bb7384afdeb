// src/record/hash.ts
/** SHA-256 by the platform, which has it in secure contexts only. */
var platformSha256 = async (text) => {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
export { platformSha256 };
