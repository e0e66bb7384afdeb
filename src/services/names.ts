/** Services that ship: each is a file of that name here. */
export const serviceNames = ['google-tag', 'yandex-metrika'] as const;

export type ServiceName = (typeof serviceNames)[number];
