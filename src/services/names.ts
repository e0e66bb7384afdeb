/** Services that ship: each is a file of that name here. */
export const serviceNames = [
  'google-tag',
  'yandex-metrika',
  'youtube',
  'vimeo',
  'vk-video',
  'google-maps',
  'yandex-maps',
  '2gis',
] as const;

export type ServiceName = (typeof serviceNames)[number];
