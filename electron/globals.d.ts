// Constants the build puts in.

/** `version` of package.json. */
declare const __APP_VERSION__: string;
