export interface WebKitSession {
  readonly version: string;
  /** A command of the WebDriver session; the path without the session's own. */
  readonly send: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly open: (url: string) => Promise<unknown>;
  readonly run: (script: string, ...args: readonly unknown[]) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** A browser with a profile of its own, which it forgets. `alwaysMatch`: WebDriver capabilities. */
export declare const launchWebKit: (alwaysMatch?: Readonly<Record<string, unknown>>) => Promise<WebKitSession>;
