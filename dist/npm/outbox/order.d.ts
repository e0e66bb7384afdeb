/** The entries, oldest first; of equally old ones, the one that was put in first. */
export declare const oldestFirst: <T extends {
    readonly body: string;
}>(entries: readonly (readonly [id: string, entry: T])[]) => (readonly [id: string, entry: T])[];
