import { css } from "lit";
// src/ui/service-styles.ts
/** Of the services, on top of the preferences'. */
var styles = css`
  /* names of cookies may be long words */
  .dialog {
    overflow-wrap: anywhere;
  }
  .services ul {
    margin-block: 4px;
    padding-left: 12px;
    border-left: 2px solid var(--line);
  }
  .services li:first-child {
    border: 0;
  }
  .services b {
    font-weight: 600;
  }
  .services :disabled {
    cursor: default;
  }
  code {
    font: inherit;
    color: var(--fg);
  }
`;
export { styles };
