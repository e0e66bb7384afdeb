/**
 * Google's advanced consent mode: its tags load before the choice, so they may stand right behind our script and must
 * find everything denied. That is why this is here and not with the services, whose chunk comes later.
 *
 * @param entry the service as the owner configured it, with Google's own names
 */
export declare const denyGoogle: (entry: Readonly<Record<string, unknown>>) => void;
declare global {
    interface Window {
        dataLayer?: unknown;
    }
}
