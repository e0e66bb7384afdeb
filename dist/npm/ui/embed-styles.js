// src/ui/embed-styles.ts
/** Marks what the build minifies; no Lit, which a page with a mere embed never downloads. */
var css = String.raw;
var dark = "--bg:var(--timebot-consent-background,#191c23);--fg:var(--timebot-consent-color,#f1f3f7);--accent:var(--timebot-consent-accent,#a3bffa);--on:var(--timebot-consent-on-accent,#111827);color-scheme:dark";
/**
* Of embeds. The box is the same before and after: what is in it never sizes it. A page's own rules for `timebot-embed`
* count more than those for the host.
*/
var styles = css`
  :host {
    display: block;
    position: relative;
    box-sizing: border-box;
    width: 100%; /* else the ratio would make a width of the least height, wider than a phone */
    aspect-ratio: 16 / 9;
    min-height: 220px;
    overflow: hidden;
  }
  :host([hidden]) {
    display: none;
  }
  .main,
  iframe,
  .placeholder,
  .poster {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    border: 0;
  }
  .main {
    overflow: auto;
  }
  .placeholder {
    --bg: var(--timebot-consent-background, #fff);
    --fg: var(--timebot-consent-color, #161b26);
    --accent: var(--timebot-consent-accent, #1f4fd1);
    --on: var(--timebot-consent-on-accent, #fff);
    color-scheme: light;
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    justify-content: end;
    border: 1px solid color-mix(in srgb, var(--fg) 55%, var(--bg));
    background: var(--bg);
    color: var(--fg);
    font: 14px/1.45 var(--timebot-consent-font, system-ui, sans-serif);
    text-align: start;
  }
  @media (prefers-color-scheme: dark) {
    .placeholder:not([data-theme='light']) {
      ${dark}
    }
  }
  .placeholder[data-theme='dark'] {
    ${dark}
  }
  .poster {
    object-fit: cover;
  }
  .panel {
    position: relative;
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: 8px;
    max-height: 100%;
    padding: 12px;
    background: var(--bg);
    overflow-wrap: anywhere;
  }
  .panel:only-child {
    margin-block: auto;
  }
  p {
    margin: 0;
  }
  .title {
    flex: none;
    font-weight: 600;
    font-size: 16px;
    line-height: 1.3;
  }
  .text {
    min-height: 0;
    overflow: auto;
  }
  .keys {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  button {
    min-height: 44px;
    border: 1px solid transparent;
    border-radius: var(--timebot-consent-radius, 10px);
    font: inherit;
    cursor: pointer;
  }
  .key {
    flex: 1 1 120px;
    padding: 4px 10px;
    background: var(--accent);
    color: var(--on);
    font-weight: 600;
    line-height: 1.2;
  }
  .link {
    padding: 0;
    background: none;
    color: inherit;
    text-decoration: underline;
  }
  ::slotted(a) {
    color: var(--fg) !important; /* a page's own links are made for its own background */
    display: inline-block;
    margin-inline-end: 12px;
    line-height: 44px;
  }
  :focus-visible {
    outline: 3px solid var(--accent, #2f6fed);
    outline-offset: -3px;
  }
  .key:focus-visible {
    outline-offset: 1px;
  }
  .status {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
export { styles };
