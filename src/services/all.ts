/** Every manifest that ships, at once: for tools and tests. A page loads those that it names. */
import { manifest as googleAds } from './google-ads.js';
import { manifest as googleTag } from './google-tag.js';
import { manifest as googleTagManager } from './google-tag-manager.js';
import { manifest as matomo } from './matomo.js';
import { manifest as metaPixel } from './meta-pixel.js';
import { manifest as microsoftClarity } from './microsoft-clarity.js';
import { manifest as microsoftUet } from './microsoft-uet.js';
import { manifest as posthog } from './posthog.js';
import { manifest as tiktokPixel } from './tiktok-pixel.js';
import { manifest as vkAds } from './vk-ads.js';
import { manifest as yandexAds } from './yandex-ads.js';
import { manifest as yandexMetrika } from './yandex-metrika.js';
import { manifest as twoGis } from './2gis.js';
import { manifest as googleMaps } from './google-maps.js';
import { manifest as vimeo } from './vimeo.js';
import { manifest as vkVideo } from './vk-video.js';
import { manifest as yandexMaps } from './yandex-maps.js';
import { manifest as youtube } from './youtube.js';
import type { Manifest } from './manifest.js';
import type { ServiceName } from './names.js';

export const manifests: Readonly<Record<ServiceName, Manifest>> = {
  'google-ads': googleAds,
  'google-tag': googleTag,
  'google-tag-manager': googleTagManager,
  matomo,
  'meta-pixel': metaPixel,
  'microsoft-clarity': microsoftClarity,
  'microsoft-uet': microsoftUet,
  posthog,
  'tiktok-pixel': tiktokPixel,
  'vk-ads': vkAds,
  'yandex-ads': yandexAds,
  'yandex-metrika': yandexMetrika,
  '2gis': twoGis,
  'google-maps': googleMaps,
  vimeo,
  'vk-video': vkVideo,
  'yandex-maps': yandexMaps,
  youtube,
};
