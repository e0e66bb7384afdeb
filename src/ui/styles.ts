import { css } from 'lit';

const dark = css`
  --bg: var(--timebot-consent-background, #191c23);
  --fg: var(--timebot-consent-color, #f1f3f7);
  --accent: var(--timebot-consent-accent, #a3bffa);
  --on: var(--timebot-consent-on-accent, #111827);
  color-scheme: dark;
`;

/** Of both views. `!important` on the host where a page's own resets must not reach. */
export const styles = css`
  :host {
    --bg: var(--timebot-consent-background, #fff);
    --fg: var(--timebot-consent-color, #161b26);
    --accent: var(--timebot-consent-accent, #1f4fd1);
    --on: var(--timebot-consent-on-accent, #fff);
    /* mixed, so that they keep their contrast with a site's own colours */
    --fine: color-mix(in srgb, var(--fg) 75%, var(--bg));
    --line: color-mix(in srgb, var(--fg) 55%, var(--bg));
    --r: var(--timebot-consent-radius, 10px);
    color-scheme: light;
    display: block !important;
    position: fixed !important;
    inset: auto 0 0 !important;
    margin: 0 !important;
    z-index: var(--timebot-consent-z-index, 2147483647) !important;
    container-type: inline-size;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
    }
  }
  :host([theme='dark']) {
    ${dark}
  }
  :host([position='top']) {
    inset: 0 0 auto !important;
  }
  :host(:not([view='banner'], [view='preferences'])) {
    display: none !important;
  }

  * {
    box-sizing: border-box;
    margin: 0;
  }
  .box {
    all: initial;
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: 12px;
    max-height: min(100dvh, max(60dvh, 340px));
    padding: 16px max(16px, 2%, 50% - 600px, env(safe-area-inset-left), env(safe-area-inset-right))
      max(16px, env(safe-area-inset-bottom));
    border: 1px solid #8884;
    background: var(--bg);
    color: var(--fg);
    color-scheme: inherit;
    font: 15px/1.5 var(--timebot-consent-font, system-ui, sans-serif);
    box-shadow: 0 0 40px #0004;
    overflow-wrap: break-word;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 12px;
  }
  h2 {
    font-size: 19px;
    line-height: 1.3;
  }
  .text {
    display: grid;
    gap: 8px;
    min-height: 0;
    margin: -4px;
    padding: 4px; /* room for focus rings, which scrolling would cut off */
    overflow: auto;
  }
  .fine {
    color: var(--fine);
    font-size: 13px;
  }
  .note {
    padding-left: 12px;
    border-left: 3px solid var(--accent);
  }
  a {
    padding-block: 12px;
    color: var(--fg);
  }
  button {
    min-height: 44px;
    min-width: 44px;
    padding: 6px;
    border: 1px solid transparent;
    border-radius: var(--r);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .langs {
    display: flex;
    margin: -4px 0 -8px -6px;
    font-size: 14px;
  }
  [aria-pressed='true'] {
    font-weight: 600;
    text-decoration: underline;
  }
  .keys {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .key {
    padding-inline: max(10px, 1.5cqw);
    background: var(--accent);
    color: var(--on);
    font-weight: 600;
    line-height: 1.25;
  }
  .light {
    grid-column: 1 / -1;
    border-color: var(--line);
    background: none;
    color: var(--fg);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 1px;
  }

  @media (min-width: 600px) {
    :host([layout='box']) {
      inset: auto 16px 16px auto !important;
      width: 420px !important;
    }
    :host([layout='box'][position='bottom-left']) {
      inset: auto auto 16px 16px !important;
    }
    :host([layout='box']) .box {
      border-radius: calc(2 * var(--r));
    }
  }
  /* a bar has the width for this, a box never has */
  @container (600px <= width < 1000px) {
    .keys {
      grid: auto / 1fr 1fr auto;
    }
    .light {
      grid-column: auto;
    }
  }
  @container (1000px <= width) {
    .banner {
      display: grid;
      grid: auto minmax(0, 1fr) / minmax(0, 1fr) auto;
      column-gap: 40px;
    }
    .keys {
      grid-area: 1 / 2 / 3;
      align-self: center;
    }
  }
`;
