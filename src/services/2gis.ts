import type { Manifest } from './manifest.js';

/** 2GIS: the map of a firm and the map constructor. What they keep is not documented. */
export const manifest: Manifest = {
  id: 'double-gis', // an id begins with a letter
  purpose: 'personalisation',
  name: '2ГИС',
  vendor: '2GIS',
  recipient: '2GIS',
  country: 'RU',
  hosts: ['2gis.ru', '*.2gis.ru', '2gis.com', '*.2gis.com', '2gis.kz', '*.2gis.kz'],
  frames: [{ match: 'https://widgets\\.2gis\\.com/widget\\?.+' }, { match: 'https://makemap\\.2gis\\.ru/widget\\?.+' }],
};
