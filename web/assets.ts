/** Where does a page find its styles and scripts, and which folder does the server give out under `/assets/`? */
import { builtAssets, builtAssetsDir } from '#built-assets';

/** Every file in this folder is public, never changes under its name (names carry a content hash), and belongs under `assetsPath`. */
export const assetsDir: string = builtAssetsDir;

/** The address under which the server gives out `assetsDir`. The build bakes it into the scripts, so it is a constant. */
export const assetsPath = '/assets/';

/** A built file as a page refers to it. */
export type Asset = { readonly href: string; readonly integrity: string };

/**
 * The built form of an entry, by its source name: `<room>/<file>`, with `.js` for a script and `.css` for a style.
 * Throws when the build knows no such entry, which is a mistake in the code and not in the request.
 */
export function asset(name: string): Asset {
  const built = builtAssets[name];
  if (built === undefined)
    throw new Error(`no built asset named ${name}: entries are the files in web/<room>/entries/, run node web/build.mjs`);
  return { href: assetsPath + built.file, integrity: built.integrity };
}

/** Size of a built file as it is sent, uncompressed. Throws as `asset` does. */
export function assetBytes(name: string): number {
  const built = builtAssets[name];
  if (built === undefined) throw new Error(`no built asset named ${name}: run node web/build.mjs`);
  return built.bytes;
}

/** The address of a built file, with its content hash. */
export const assetUrl = (name: string): string => asset(name).href;

/** The `integrity` attribute of a built file. */
export const assetIntegrity = (name: string): string => asset(name).integrity;
