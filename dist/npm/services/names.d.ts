/** Services that ship: each is a file of that name here. */
export declare const serviceNames: readonly ['google-ads', 'google-tag', 'google-tag-manager', 'matomo', 'meta-pixel', 'microsoft-clarity', 'microsoft-uet', 'posthog', 'tiktok-pixel', 'vk-ads', 'yandex-ads', 'yandex-metrika', '2gis', 'google-maps', 'vimeo', 'vk-video', 'yandex-maps', 'youtube'];
export type ServiceName = (typeof serviceNames)[number];
