import { css } from "lit";
// src/ui/preferences-styles.ts
/** Of the preferences, on top of what both views share. */
var styles = css`
  :host([view='preferences'][view][view]) {
    inset: 0 !important;
    width: auto !important;
    pointer-events: none; /* the dialog is what is pressed; without it nothing lies over the page */
  }
  .dialog {
    position: fixed;
    inset: 0;
    width: min(640px, 100%);
    height: fit-content;
    max-height: 100dvh;
    margin: auto;
    padding-top: max(16px, env(safe-area-inset-top));
  }
  .dialog:not([open]) {
    display: none;
  }
  ::backdrop {
    background: #0009;
  }
  .dialog h2 {
    flex: 1;
    outline: 0;
  }
  .dialog .text {
    overscroll-behavior: contain;
  }
  .dialog .langs {
    width: 100%;
    margin-bottom: 0;
  }
  svg {
    display: block;
    width: 24px;
    margin: auto;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  li {
    padding-block: 8px 4px;
    border-top: 1px solid var(--line);
  }
  label {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    cursor: pointer;
  }
  summary {
    line-height: 44px;
    cursor: pointer;
  }
  b {
    flex: 1;
  }
  h3 {
    font-size: 16px;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0 0 4px;
    color: var(--fine);
  }
  input {
    flex: none;
    width: 24px;
    height: 24px;
    accent-color: var(--accent);
  }
  .dialog .keys {
    grid-template-columns: 1fr;
  }
  /* stays in place while there is nothing to say: a live region that comes together with its text may go unheard */
  [role='status']:empty {
    margin-top: -12px;
    border: 0;
  }
  @media (forced-colors: none) {
    [role='switch'] {
      appearance: none;
      width: 44px;
      border-radius: 12px;
      background: radial-gradient(circle at 12px, var(--bg) 8px, #0000 8.5px) var(--line);
    }
    [role='switch']:checked {
      background: radial-gradient(circle at 32px, var(--on) 8px, #0000 8.5px) var(--accent);
    }
    [role='switch']:disabled {
      opacity: 0.6;
    }
  }
  @media (min-width: 600px) {
    .dialog {
      max-height: min(820px, 100dvh - 32px);
      padding: 24px;
      border-radius: calc(2 * var(--r));
    }
    .dialog .keys {
      grid-template-columns: 1fr 1fr 1fr;
      align-self: auto;
    }
  }
`;
export { styles };
