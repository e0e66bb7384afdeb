/** As Google's guide to content security policies names them (developers.google.com/tag-platform/security/guides/csp). */
export declare const googleHosts: readonly ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com', '*.doubleclick.net', '*.googlesyndication.com', 'www.googleadservices.com', 'www.google.com'];
