/**
 * Google's advanced consent mode: its tags load before the choice, so they may stand right behind our script and must
 * find everything denied. That is why this is here and not with the services, whose chunk comes later.
 *
 * @param services as the owner wrote them. They are read as JSON: a value of another kind than expected reads as none
 * @returns the defaults that they ask for, as JSON, each once
 */
export declare const googleDefaults: (services: readonly unknown[]) => ReadonlySet<string>;
export declare const denyGoogle: (services: readonly unknown[]) => void;
declare global {
    interface Window {
        dataLayer?: unknown;
    }
}
