/** What a page's probe has seen. Milliseconds since the navigation began unless said otherwise; undefined is "not yet". */
export interface Seen {
  /** The first frame with the banner has been painted. */
  banner: number | undefined;
  firstPaint: number | undefined;
  /** Time stamp of the click on a control of the banner. */
  click: number | undefined;
  /** The first frame without the banner has been painted. */
  gone: number | undefined;
  /** The first script that the visitor has allowed runs. */
  granted: number | undefined;
  /** The click's Event Timing, milliseconds; the browser reports none that is shorter than 16. */
  clickDuration: number | undefined;
  /** Sum of layout shift scores. */
  shift: number;
  /** Sum of what long tasks take beyond 50 ms, milliseconds. */
  blocking: number;
}

declare global {
  interface Window {
    bench: Seen;
  }
}

/**
 * Runs in every page before its own scripts, the same for all. It looks at frames only between the moment when a banner is
 * there and the moment when it shows, and again from the click until it is gone: looking costs main thread.
 */
export const probe = (): void => {
  const seen: Seen = {
    banner: undefined,
    firstPaint: undefined,
    click: undefined,
    gone: undefined,
    granted: undefined,
    clickDuration: undefined,
    shift: 0,
    blocking: 0,
  };
  window.bench = seen;

  const banner = (): Element | null | undefined =>
    document.querySelector('timebot-consent')?.shadowRoot?.querySelector('.banner') ??
    document.querySelector('#cc-main .cm');

  /** From the first frame of a transition on, to the last one: whatever can be seen at all. */
  const isVisible = (): boolean => {
    const element = banner();
    if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { height, top, bottom } = element.getBoundingClientRect();
    return height > 0 && top < innerHeight && bottom > 0;
  };

  /** Calls back when the first frame is out for which something holds. */
  const painted = (holds: () => boolean, done: () => void): void => {
    requestAnimationFrame(() => {
      if (!holds()) return painted(holds, done);
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', done, { once: true });
      port1.start();
      port2.postMessage(undefined);
    });
  };

  const changes = new MutationObserver(() => {
    if (!banner()) return;
    changes.disconnect();
    painted(isVisible, () => (seen.banner = performance.now()));
  });
  // the shadow root's owner changes its `view` when it renders
  changes.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['view', 'class'] });

  addEventListener(
    'click',
    ({ timeStamp }) => {
      seen.click = timeStamp;
      painted(
        () => !isVisible(),
        () => (seen.gone = performance.now()),
      );
    },
    { capture: true },
  );

  const observe = (type: string, take: (entry: PerformanceEntry) => void, options = {}): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  observe('longtask', ({ duration }) => (seen.blocking += Math.max(0, duration - 50)));
  observe('layout-shift', (entry) => (seen.shift += Number(Reflect.get(entry, 'value'))));
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaint = startTime;
  });
  observe(
    'event',
    ({ name, duration }) => {
      if (name === 'click') seen.clickDuration = duration;
    },
    { durationThreshold: 16 },
  );
};
