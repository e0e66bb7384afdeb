import { type EmbedTexts } from '../locales/texts.js';
import type { Service } from '../model/services.js';
import type { ConsentRecord } from '../record/record.js';
import { type Committed } from './commit.js';
import type { Session } from './session.js';
/** The grant of one service, ready for the visitor's click. */
export interface Always {
    /** The language that its notice is in. */
    readonly lang: string;
    /** Name of the purpose that it needs. */
    readonly purpose: string;
    /** @param told whether the visitor has been told of the purpose */
    readonly grant: (actor: ConsentRecord['actor'], told: boolean) => Promise<Committed>;
}
/** Makes everything ready that a click on "always" needs, so that it has nothing to wait for. */
export declare const prepareAlways: (session: Session, service: Service, ui: EmbedTexts, lang: string) => Promise<Always>;
