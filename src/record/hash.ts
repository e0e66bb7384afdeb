/** SHA-256 of a text's UTF-8 bytes, hex: what `sha256` of the platform or of the chunk for pages without it gives. */
export type Sha256 = (text: string) => Promise<string>;

/** SHA-256 by the platform, which has it in secure contexts only. */
export const platformSha256: Sha256 = async (text) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
