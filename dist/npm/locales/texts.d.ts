/**
 * The keys of the widget's own texts. Every language has all of them, and a missing one is a type error. Texts are data,
 * not functions: owners override them in JSON, and a notice's hash leads back to them. `{name}` marks a value.
 */
/** First layer: downloaded with the banner. */
export interface BannerTexts {
    /** Heading of the banner. */
    readonly title: string;
    readonly acceptAll: string;
    readonly rejectAll: string;
    readonly customise: string;
    /** What "Accept all" includes. `{date}` of the edition, `{purposes}`: names of the purposes. */
    readonly includes: string;
    /** Shown where the offer names recipients: "Accept all" lets data go to them. `{recipients}`: names and countries. */
    readonly recipients: string;
    /** What "Reject all" means: only what is necessary runs, and nothing on the site is blocked. */
    readonly rejects: string;
    /** `{operator}`, `{id}`: who collects the data. */
    readonly operator: string;
    /** Text of the link to the policy. `{date}` of the edition. */
    readonly policyLink: string;
    /** Where the choice can be changed later. */
    readonly later: string;
    /** Accessible name of the language switch. */
    readonly language: string;
    /** Why the question comes again: a new edition. `{date}`. What changed follows in the edition's own words. */
    readonly newEdition: string;
    /** Why the question comes again: new purposes, services or recipients, where it cannot be said which. */
    readonly newOffer: string;
    /** What the question is about, and that the other choices stay. `{news}`: purposes and services, new or with new recipients. */
    readonly news: string;
    readonly acceptNew: string;
    readonly rejectNew: string;
    /** To a browser that sends Global Privacy Control: ads stay off until they are allowed here. */
    readonly gpc: string;
    /** Why the question comes again: the term is over. */
    readonly expired: string;
    /** Empty for the language in which the policy was published; elsewhere says that the Russian text prevails. */
    readonly translation: string;
}
/** Further layers: downloaded with the preferences. */
export interface PreferencesTexts {
    readonly title: string;
    readonly close: string;
    readonly save: string;
    readonly withdraw: string;
    /** Beside the switch of a purpose that cannot be refused. */
    readonly alwaysOn: string;
    /** Label of the policy checkbox. `{date}` of the edition. */
    readonly acceptPolicy: string;
    /** Below it: a choice of its own, nothing depends on it. */
    readonly acceptPolicyHint: string;
    /** Headings of a purpose's details. */
    readonly data: string;
    readonly clauses: string;
    readonly services: string;
    readonly recipients: string;
    readonly storage: string;
    /** Shown where neither the policy nor the site owner says. */
    readonly notStated: string;
    /** Shown where the site declares no service for a purpose. */
    readonly noServices: string;
    /** Accessible name of the disclosure of a purpose's details. */
    readonly details: string;
    /** The present choice, be it consent or refusal. `{date}` of its end. How long consent lasts is the policy's to say. */
    readonly term: string;
    /** Shown after a withdrawal. */
    readonly withdrawn: string;
    /** Added where something of a closed service could not be removed, and how the visitor can. `{names}` of it. */
    readonly left: string;
    /** Heading and explanation of the letter about account data (clause 3.4.3). */
    readonly account: string;
    readonly accountHint: string;
    readonly writeLetter: string;
    /** `{record}`, `{date}` of that record, or of the letter where there is none, `{operator}`, `{law}`. Line breaks as \n. */
    readonly letterSubject: string;
    readonly letterBody: string;
    /** In place of the record's id where there is none on this device. */
    readonly noRecord: string;
}
/** In place of an embed: downloaded where a page has one. */
export interface EmbedTexts {
    /** Who gets the data. `{service}`, `{recipient}`: name and country. */
    readonly about: string;
    readonly once: string;
    readonly always: string;
    /** Leads to the preferences. */
    readonly settings: string;
    /** What "always" takes, where the purpose is not allowed yet. `{purpose}`, `{service}`. */
    readonly extent: string;
    /** Agrees to that. */
    readonly allow: string;
    readonly back: string;
    /** Announced to screen readers. `{title}` of the embed. */
    readonly shown: string;
    readonly hidden: string;
}
/** What is said of services, in the preferences of sites that have some. A number's forms are parted by `|`: see `durationIn`. */
export interface ServiceTexts {
    /** Over the services of a purpose. `{on}`, `{all}`: how many are on, and how many there are. */
    readonly count: string;
    /** How the switches of services depend on that of their purpose. */
    readonly hint: string;
    readonly company: string;
    readonly recipient: string;
    /** Heading of what a service keeps in the browser. */
    readonly keeps: string;
    readonly keepsNothing: string;
    /** Kinds of what is kept. */
    readonly cookie: string;
    readonly local: string;
    readonly session: string;
    readonly database: string;
    readonly cache: string;
    /** How long it is kept. `{n}`: a number. */
    readonly years: string;
    readonly months: string;
    readonly days: string;
    readonly hours: string;
    readonly minutes: string;
    readonly untilClosed: string;
    readonly untilRemoved: string;
    readonly periodNotStated: string;
    readonly aboutNotStated: string;
    /** `{host}`: whose it is, where that is not the site. */
    readonly thirdParty: string;
    readonly httpOnly: string;
}
/** What a policy edition says to visitors, first layer. */
export interface PolicyBannerTexts {
    readonly summary: string;
    /** Short name of each purpose, by its key. */
    readonly purposes: Readonly<Record<string, string>>;
    /** What changed since the edition before, for those who decided about that one. */
    readonly changes?: string;
}
/** What a policy edition says to visitors, further layers. */
export interface PolicyDetailTexts {
    /** What each purpose is for, in a sentence or two, by its key. */
    readonly purposes: Readonly<Record<string, string>>;
    /** Name of each kind of data, by its key (clause 1.1.2). */
    readonly data: Readonly<Record<string, string>>;
    /**
     * The gist or wording of each clause that a purpose names, by its key, beginning with the number as the policy has it:
     * two clauses may share one, as TimeBot's `2.2.5a` and `2.2.5b` do.
     */
    readonly clauses: Readonly<Record<string, string>>;
    /** Full name of the law that applies (clause 3.4). */
    readonly law: string;
    /** Rights and how to use them (3.4.3, 4.1, 4.2). */
    readonly rights: string;
    /** How long a consent lasts by the policy (3.4.2, 3.4.4). */
    readonly term: string;
}
/** One language's texts as the banner needs them, of the widget and of the policy. */
export interface FirstLayer {
    readonly ui: BannerTexts;
    readonly policy: PolicyBannerTexts;
}
/** One language's texts as the preferences need them. */
export interface FurtherLayers {
    readonly ui: PreferencesTexts;
    readonly policy: PolicyDetailTexts;
}
/** What a visitor has read who wants an embed always, as its notice has it: the purpose's name is in it. */
export declare const embedNotice: (embed: EmbedTexts, { policy: { purposes } }: FirstLayer) => {
    embed: EmbedTexts;
    policy: {
        purposes: Readonly<Record<string, string>>;
    };
};
/** Puts values in the place of `{name}`; what has no value stays as it is. */
export declare const fill: (text: string, values: Readonly<Record<string, string>>) => string;
/** `2019-01-01` as ru and kk write dates, `01.01.2019`; en gets the same, which cannot be misread as month first only by its dots. */
export declare const dateText: (date: string) => string;
