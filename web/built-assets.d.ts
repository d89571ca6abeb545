/** What did the last build of the browser files produce? `build.mjs` writes the module that this describes to `dist/built-assets.js`. */

/** By source name, such as `person/person.css`: the file's name with its content hash, its sha384 for the `integrity` attribute, and its size. */
export declare const builtAssets: Readonly<Record<string, { readonly file: string; readonly integrity: string; readonly bytes: number }>>;
/** The folder on disk that holds the files, absolute. */
export declare const builtAssetsDir: string;
