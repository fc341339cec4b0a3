// Constants the build puts in.

/** `version` of package.json. */
declare const APP_VERSION: string;
