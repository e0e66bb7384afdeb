import { expect } from '@open-wc/testing';
import { featuresOf, frameOf, harmful, posterOf } from '../../src/entry/embed-markup.js';
import { manifest as doubleGis } from '../../src/services/2gis.js';
import { manifest as googleMaps } from '../../src/services/google-maps.js';
import type { Manifest } from '../../src/services/manifest.js';
import { manifest as vimeo } from '../../src/services/vimeo.js';
import { manifest as vkVideo } from '../../src/services/vk-video.js';
import { manifest as yandexMaps } from '../../src/services/yandex-maps.js';
import { manifest as youtube } from '../../src/services/youtube.js';

// oxlint-disable no-script-url

const VIDEO = 'https://www.youtube-nocookie.com/embed/M7lc1UVf-VE';

const cases: readonly (readonly [
  name: string,
  manifest: Manifest,
  frames: Readonly<Record<string, string | undefined>>,
])[] = [
  [
    'YouTube',
    youtube,
    {
      'https://www.youtube.com/watch?v=M7lc1UVf-VE': VIDEO,
      'https://m.youtube.com/watch?feature=share&v=M7lc1UVf-VE&t=10': VIDEO,
      'http://youtube.com/watch?v=M7lc1UVf-VE#t=10': VIDEO,
      '//youtu.be/M7lc1UVf-VE?si=abc': VIDEO,
      'https://www.youtube.com/shorts/M7lc1UVf-VE': VIDEO,
      'https://www.youtube.com/embed/M7lc1UVf-VE?start=90&rel=0': `${VIDEO}?start=90&rel=0`,
      'https://www.youtube-nocookie.com/embed/M7lc1UVf-VE': VIDEO,
      'https://www.youtube.com/playlist?list=PL590L5WQmH8fJ54F369BLDSqIwcs-TCfs':
        'https://www.youtube-nocookie.com/embed/videoseries?list=PL590L5WQmH8fJ54F369BLDSqIwcs-TCfs',
      'https://www.youtube.com/redirect?q=https://evil.example': undefined,
      'https://www.youtube.com.evil.example/watch?v=M7lc1UVf-VE': undefined,
      'https://evil.example/https://youtu.be/M7lc1UVf-VE': undefined,
      'https://www.youtube.com@evil.example/embed/M7lc1UVf-VE': undefined,
      'https://www.youtube.com:8443/embed/M7lc1UVf-VE': undefined,
      'https://www.youtube.com/embed/../redirect?q=x': undefined,
    },
  ],
  [
    'Vimeo',
    vimeo,
    {
      'https://vimeo.com/76979871': 'https://player.vimeo.com/video/76979871?dnt=1',
      'https://vimeo.com/76979871/ab12cd34ef': 'https://player.vimeo.com/video/76979871?h=ab12cd34ef&dnt=1',
      'https://player.vimeo.com/video/76979871?color=fff': 'https://player.vimeo.com/video/76979871?color=fff',
      'https://vimeo.com/log_in?redirect=x': undefined,
    },
  ],
  [
    'VK Video',
    vkVideo,
    {
      'https://vkvideo.ru/video-229351453_456239019':
        'https://vkvideo.ru/video_ext.php?oid=-229351453&id=456239019&hd=2',
      'https://vk.com/video12_34': 'https://vkvideo.ru/video_ext.php?oid=12&id=34&hd=2',
      'https://vk.com/video_ext.php?oid=-1&id=2&hash=3': 'https://vk.com/video_ext.php?oid=-1&id=2&hash=3',
      'https://vk.com/away.php?to=https://evil.example': undefined,
    },
  ],
  [
    'Google Maps',
    googleMaps,
    {
      'https://www.google.com/maps/embed?pb=!1m18!1m12': 'https://www.google.com/maps/embed?pb=!1m18!1m12',
      'https://www.google.com/maps/embed/v1/place?key=K&q=Almaty':
        'https://www.google.com/maps/embed/v1/place?key=K&q=Almaty',
      'https://www.google.com/maps/d/u/0/embed?mid=1': 'https://www.google.com/maps/d/u/0/embed?mid=1',
      'https://maps.google.com/maps?q=1,2&output=embed': 'https://maps.google.com/maps?q=1,2&output=embed',
      'https://www.google.com/url?q=https://evil.example&output=embed': undefined,
    },
  ],
  [
    'Yandex Maps',
    yandexMaps,
    {
      'https://yandex.kz/map-widget/v1/?ll=76.9,43.2&z=11': 'https://yandex.kz/map-widget/v1/?ll=76.9,43.2&z=11',
      'https://yandex.ru/map-widget/v1/-/CCQpZKAvLA': 'https://yandex.ru/map-widget/v1/-/CCQpZKAvLA',
      'https://yandex.ru/clck/redir?x': undefined,
    },
  ],
  [
    '2GIS',
    doubleGis,
    {
      'https://widgets.2gis.com/widget?type=firmsonmap&options=%7B%7D':
        'https://widgets.2gis.com/widget?type=firmsonmap&options=%7B%7D',
      'https://makemap.2gis.ru/widget?data=eJx': 'https://makemap.2gis.ru/widget?data=eJx',
      'https://2gis.kz/almaty': undefined,
    },
  ],
];

describe('the frame of an address', () => {
  for (const [name, manifest, frames] of cases) {
    for (const [src, frame] of Object.entries(frames)) {
      it(`${name}: ${src} ${frame ? 'is shown' : 'is refused'}`, () => {
        expect(frameOf(src, manifest)).to.equal(frame);
      });
    }

    it(`${name} shows nothing but http addresses`, () => {
      for (const src of [
        'javascript:alert(1)',
        'data:text/html,x',
        'blob:https://x.example/1',
        '',
        '/embed/x',
        'https://',
      ])
        expect(frameOf(src, manifest), src).to.equal(undefined);
    });

    it(`${name}: nothing that repeats holds what repeats, so that no address takes long to read`, () => {
      const nested = /[*+}]\)[*+{]/;
      expect('(?:a+)+').to.match(nested);
      for (const { match } of manifest.frames ?? []) expect(match).not.to.match(nested);
    });
  }

  it('is any https address of the hosts, where a service has no patterns', () => {
    const hosts = ['video.example', '*.cdn.example'];
    expect(frameOf('https://video.example/any?x#y', { hosts })).to.equal('https://video.example/any?x');
    expect(frameOf('https://a.cdn.example/', { hosts })).to.equal('https://a.cdn.example/');
    expect(frameOf('https://evilcdn.example/', { hosts })).to.equal(undefined);
    expect(frameOf('https://video.example/', {})).to.equal(undefined);
  });

  it('has to be at a host of the service, whatever a pattern makes of it', () => {
    const frames = [{ match: 'https://video\\.example/(.*)', to: 'https://$1' }];
    expect(frameOf('https://video.example/evil.example', { hosts: ['video.example'], frames })).to.equal(undefined);
    expect(frameOf('https://video.example/video.example/1', { hosts: ['video.example'], frames })).to.equal(
      'https://video.example/1',
    );
  });
});

describe('what else markup asks for', () => {
  it('a picture comes from nobody who waits for consent', () => {
    const hosts = ['*.ytimg.com', 'vk.com'];
    const base = 'https://site.example/page/';
    expect(posterOf('p.jpg', base, hosts)).to.equal('https://site.example/page/p.jpg');
    expect(posterOf('http://cdn.example/p.jpg', base, hosts)).to.equal('http://cdn.example/p.jpg');
    for (const poster of [
      'https://i.ytimg.com/vi/1/0.jpg',
      'http://i.ytimg.com/1.jpg',
      '//vk.com/1',
      'data:image/png,',
      'javascript:1',
    ])
      expect(posterOf(poster, base, hosts), poster).to.equal(undefined);
  });

  it('a frame is allowed nothing that listens, looks or pays', () => {
    expect(featuresOf('autoplay; fullscreen *;camera; microphone https://evil.example;;payment')).to.deep.equal({
      allowed: 'autoplay; fullscreen',
      refused: ['camera', 'microphone', 'payment'],
    });
  });

  it('handlers and documents are harmful', () => {
    expect(harmful(['service', 'onload'])).to.equal('onload');
    expect(harmful(['srcdoc'])).to.equal('srcdoc');
    expect(harmful(['service', 'src', 'id', 'allow'])).to.equal(undefined);
  });
});
