/** What the markup of an embed may ask for. Pure: attributes in, addresses and faults out. */
import type { Manifest } from '../services/manifest.js';
import { isAt } from '../signals/check.js';

/** An address, https where it says http or nothing; undefined for `javascript:`, `data:` and what is no address. */
const parse = (address: string, base: string): URL | undefined => {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) ? url : undefined;
};

/** Longer than the addresses that maps' constructors make; what a pattern costs grows with it. */
const LONGEST = 2000;

/**
 * The address of the frame that shows what `src` leads to; undefined where the service has none for it.
 *
 * @throws SyntaxError where a pattern of the site's own service is none
 */
export const frameOf = (
  src: string,
  { hosts = [], frames }: Pick<Manifest, 'hosts' | 'frames'>,
): string | undefined => {
  // a relative address is at no vendor
  const url = src.length > LONGEST ? undefined : parse(src, 'https://relative.invalid');
  if (!url) return undefined;
  url.protocol = 'https:';
  url.hash = '';
  for (const { match, to } of frames ?? [{ match: '.+', to: undefined }]) {
    const pattern = new RegExp(`^(?:${match})$`);
    if (!pattern.test(url.href)) continue;
    const frame = to ? url.href.replace(pattern, to) : url.href;
    return isAt(frame, hosts) ? frame : undefined;
  }
  return undefined;
};

/** The address of an owner's picture; undefined where it is none or belongs to a vendor, who would be asked for it. */
export const posterOf = (poster: string, base: string, hosts: readonly string[]): string | undefined => {
  const url = parse(poster, base);
  if (!url) return undefined;
  const { href } = url;
  url.protocol = 'https:'; // a vendor is one without it too
  return isAt(url.href, hosts) ? undefined : href;
};

/** Features that a frame may be allowed: none that listens to a visitor, looks at him or pays. */
const FEATURES =
  /^(?:accelerometer|autoplay|clipboard-write|encrypted-media|fullscreen|geolocation|gyroscope|picture-in-picture|screen-wake-lock|web-share)$/;

/** The features of an `allow` attribute, without the origins beside them: a frame gets them for its own address. */
export const featuresOf = (allow: string): { readonly allowed: string; readonly refused: readonly string[] } => {
  const names = allow.split(';').flatMap((part) => part.trim().split(/\s/)[0] || []);
  return {
    allowed: names.filter((name) => FEATURES.test(name)).join('; '),
    refused: names.filter((name) => !FEATURES.test(name)),
  };
};

/** A name among attributes that can only mean harm: a handler, or a document in place of the vendor's. */
export const harmful = (names: readonly string[]): string | undefined =>
  names.find((name) => /^(?:on.|srcdoc$)/.test(name));
