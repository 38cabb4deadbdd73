import { readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile, type Plugin } from 'esbuild'
import * as z from 'zod'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { CLIENT_SCRIPT, clientScript } from './client-script.ts'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const MAIN = 'index.mjs'

const settings = z.object({ compatibilityDate: z.iso.date(), compatibilityFlags: z.array(z.string()) })

const byName = z.record(z.string(), z.string())

export const bundle = settings.extend({
	mainModule: z.string(),
	/** All that is uploaded, by name: JavaScript modules, minified. */
	modules: byName,
	/** The main module and what it imports statically: what is evaluated first when an isolate starts, and public pages need. */
	starting: z.array(z.string()),
	/** A source map for each module, by the module's name. */
	sourceMaps: byName,
})
export type Bundle = z.output<typeof bundle>

/** Scripts that pages load are imported as text, like style sheets and templates. */
const scriptsAsText: Plugin = {
	name: 'scripts-as-text',
	setup: ({ onLoad }) => {
		onLoad({ filter: CLIENT_SCRIPT }, async ({ path }) => {
			return { contents: await clientScript(path), loader: 'text' }
		})
	},
}

/** Node's own modules are the runtime's (nodejs_compat). A CommonJS package's `require` of one becomes an import. */
const nodeModules: Plugin = {
	name: 'node-modules',
	setup: ({ onResolve, onLoad }) => {
		const bare = new RegExp(`^(node:)?(${builtinModules.join('|')})$`)
		onResolve({ filter: bare }, ({ path, kind }) => {
			const named = path.startsWith('node:') ? path : `node:${path}`
			return kind === 'require-call' ? { path: named, namespace: 'required' } : { path: named, external: true }
		})
		onLoad({ filter: /./, namespace: 'required' }, ({ path }) => {
			return { contents: `import found from '${path}'; module.exports = found` }
		})
	},
}

/** fontkit reads web fonts compressed with Brotli, by a dictionary of 120 kB. The fonts here are none: one would be refused. */
const withoutWebFonts: Plugin = {
	name: 'without-web-fonts',
	setup: ({ onLoad }) => {
		onLoad({ filter: /[\\/]node_modules[\\/]brotli[\\/]decompress\.js$/ }, () => {
			return { contents: "module.exports = () => { throw new Error('No font compressed with Brotli is read here.') }" }
		})
	},
}

/**
 * A font as a string with a character for each byte, and not in base64, which hides from compression what is there twice: a
 * seventh less is uploaded.
 */
const fontsAsCharacters: Plugin = {
	name: 'fonts-as-characters',
	setup: ({ onLoad }) => {
		onLoad({ filter: /\.ttf$/ }, async ({ path }) => {
			const characters = JSON.stringify((await readFile(path)).toString('latin1'))
			const contents = `const characters = ${characters}
				const bytes = new Uint8Array(characters.length)
				for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at)
				export default bytes`
			return { contents }
		})
	},
}

/**
 * The Worker's modules, the same bytes that a deploy uploads. What is imported dynamically is a module of its own, evaluated
 * when it is first asked for: wrangler's own bundling would put it into the module that starts.
 */
export async function buildWorker(): Promise<Result<Bundle, string>> {
	try {
		const { outputFiles, metafile } = await build({
			absWorkingDir: ROOT,
			entryPoints: ['src/index.ts'],
			outdir: 'dist',
			// wrangler takes every file of this ending; in the tests in workerd, packages' .js files are of many kinds.
			outExtension: { '.js': '.mjs' },
			write: false,
			bundle: true,
			splitting: true,
			metafile: true,
			format: 'esm',
			target: 'es2024',
			conditions: ['workerd', 'worker', 'browser'],
			external: ['cloudflare:*'],
			// A module of a Worker has no address; the one that asks for its own, to find a file beside it, carries that file too.
			define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"file:///"' },
			loader: { '.css': 'text', '.md': 'text', '.txt': 'text', '.svg': 'text' },
			plugins: [scriptsAsText, fontsAsCharacters, withoutWebFonts, nodeModules],
			minify: true,
			charset: 'utf8',
			legalComments: 'none',
			sourcemap: 'linked',
			chunkNames: '[name]-[hash]',
			logLevel: 'silent',
		})
		const texts = outputFiles.map(({ path, text }) => [basename(path), text] as const)
		const isMap = ([name]: readonly [string, string]) => name.endsWith('.map')
		return ok({
			...(await readSettings()),
			mainModule: MAIN,
			modules: Object.fromEntries(texts.filter((text) => !isMap(text))),
			starting: startingIn(metafile),
			sourceMaps: Object.fromEntries(texts.filter(isMap).map(([name, map]) => [name.slice(0, -'.map'.length), map])),
		})
	} catch (error) {
		return refuse(error instanceof Error ? error.message : String(error))
	}
}

/** The closure of what the main module imports statically. */
function startingIn({ outputs }: Metafile): string[] {
	const found = new Set<string>()
	const follow = (path: string) => {
		if (found.has(path)) return
		found.add(path)
		for (const { path: imported, kind, external } of outputs[path]?.imports ?? []) {
			if (kind === 'import-statement' && !external) follow(imported)
		}
	}
	follow(`dist/${MAIN}`)
	return [...found].map((path) => basename(path))
}

/** The dates and flags of production, which the tests in workerd and the local runner have too. */
async function readSettings(): Promise<Pick<Bundle, 'compatibilityDate' | 'compatibilityFlags'>> {
	const text = await readFile(join(ROOT, 'wrangler.toml'), 'utf8')
	const value = (name: string) => JSON.parse(new RegExp(`^${name} = (.+)$`, 'm').exec(text)?.[1] ?? 'null')
	return settings.parse({
		compatibilityDate: value('compatibility_date'),
		compatibilityFlags: value('compatibility_flags'),
	})
}
