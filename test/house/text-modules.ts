import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vitest/config'
import { CLIENT_SCRIPT, clientScript } from '#local/client-script.ts'

/** What wrangler's Text rule reads as text in the bundle. Of scripts, only those that pages load. */
const TEXT = /\.(css|md|txt|svg)$|client\/[\w-]+\.js$/
/** What is read as bytes. */
const BYTES = /\.ttf$/
const MARK = '\0text:'

/**
 * Gives `import css from './style.css'` and the like the file's text as default export, as the Worker's bundle does.
 * The module gets an id of its own that ends in none of the endings above, so that Vite's CSS handling never sees it.
 */
export function textModules(): Plugin {
	return {
		name: 'text-modules',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (importer === undefined || !(TEXT.test(source) || BYTES.test(source))) return null
			const found = await this.resolve(source, importer, { skipSelf: true })
			return found === null ? null : `${MARK}${found.id}.text`
		},
		async load(id) {
			if (!id.startsWith(MARK)) return null
			const file = id.slice(MARK.length, -'.text'.length)
			this.addWatchFile(file)
			if (BYTES.test(file))
				return `export default new Uint8Array(Buffer.from('${await readFile(file, 'base64')}', 'base64'))`
			const text = CLIENT_SCRIPT.test(file) ? await clientScript(file) : await readFile(file, 'utf8')
			return `export default ${JSON.stringify(text)}`
		},
	}
}
