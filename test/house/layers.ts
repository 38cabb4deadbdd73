/** Every file belongs to one layer. `page` and `forms` are parts of `features` with rules of their own. */
export type Layer = keyof typeof LAYERS

export type Rule = {
	/** Layers whose values and types may be imported. A layer may always import itself. */
	readonly may?: readonly string[]
	/** Layers of which only types may be imported. */
	readonly types?: readonly string[]
	/** Packages, each with all its subpaths. */
	readonly packages?: readonly string[]
}

const pages = { may: ['domain', 'ui', 'i18n', 'routes', 'markup'], packages: ['hono/jsx'] }
const doors = ['http', 'domain', 'usecases', 'read', 'i18n', 'markup', 'intake', 'routes']

/** Who may import whom. What is not named here is forbidden; what no file uses is not named here. */
export const LAYERS = {
	domain: { packages: ['temporal-polyfill'] },
	schema: { may: ['domain'], packages: ['zod'] },
	db: { may: ['domain', 'schema'], packages: ['drizzle-orm', '@libsql/client', 'zod', '@orama/stemmers'] },
	// `markup`: the words of a block as they are read, some of which a comment may be about.
	usecases: { may: ['domain', 'db', 'markup'], types: ['files'], packages: ['canonicalize'] },
	read: { may: ['domain', 'schema', 'db'], packages: ['zod'] },
	markup: { may: ['domain'], packages: ['marked', 'xss', 'diff'] },
	writing: {
		may: ['domain', 'markup'],
		packages: ['prosemirror-model', 'prosemirror-state', 'prosemirror-transform', 'zod'],
	},
	live: {
		may: ['domain', 'usecases', 'read', 'writing'],
		types: ['env'],
		packages: ['prosemirror-model', 'prosemirror-transform', 'zod'],
	},
	export: {
		may: ['domain', 'i18n', 'markup'],
		types: ['read'],
		packages: [
			'@expo-google-fonts/atkinson-hyperlegible-next',
			'docx',
			'fast-png',
			'feed',
			'fflate',
			'fontkit',
			'hyphen',
			'pdfkit',
		],
	},
	intake: { may: ['domain', 'files'], packages: ['fflate', 'mammoth', 'pako', 'postal-mime', 'unpdf', 'zod'] },
	i18n: { may: ['domain'], types: ['intake'] },
	mail: { may: ['domain', 'i18n', 'routes', 'markup'], types: ['env'], packages: ['cloudflare:sockets'] },
	files: { may: ['domain', 'usecases'], types: ['env'] },
	// Only the shared parts may print HTML as it is: what `markup` has made safe.
	ui: { may: [...pages.may, 'client'], types: ['read'], packages: ['hono/jsx', 'hono/html'] },
	page: { ...pages, types: ['read', 'forms'] },
	features: { may: [...doors, 'ui', 'export', 'mail', 'templates', 'forms', 'page'], packages: ['hono', 'zod'] },
	forms: { may: ['domain', 'schema', 'usecases', 'intake', 'features', 'page'], packages: ['zod'] },
	api: { may: [...doors, 'schema', 'export'], packages: ['zod'] },
	http: {
		may: ['domain', 'usecases', 'read', 'ui', 'i18n', 'mail', 'routes'],
		types: ['files', 'intake'],
		packages: ['hono', 'zod'],
	},
	jobs: { may: ['domain', 'usecases', 'read', 'mail', 'export', 'routes'], types: ['files'] },
	// What runs in the browser. `i18n`: its own words, told in the page's language.
	client: {
		may: ['domain', 'writing', 'markup', 'i18n'],
		packages: [
			'prosemirror-commands',
			'prosemirror-dropcursor',
			'prosemirror-gapcursor',
			'prosemirror-history',
			'prosemirror-inputrules',
			'prosemirror-keymap',
			'prosemirror-model',
			'prosemirror-state',
			'prosemirror-tables',
			'prosemirror-view',
		],
	},
	routes: { may: [] },
	env: { packages: ['zod'] },
	templates: {},
	app: 'anything',
	local: 'anything',
	test: 'anything',
} as const satisfies Record<string, Rule | 'anything'>

/** The layers that are whole folders of `src/`. */
const FOLDERS = [
	'domain',
	'schema',
	'db',
	'usecases',
	'read',
	'markup',
	'writing',
	'live',
	'export',
	'intake',
	'i18n',
	'mail',
	'files',
	'ui',
	'api',
	'jobs',
	'client',
	'http',
] as const

const FILES: readonly (readonly [RegExp, Layer])[] = [
	[/\.test\.tsx?$/, 'test'],
	[/^(test|bench)\//, 'test'],
	[/^(local\/|[^/]+\.ts$)/, 'local'],
	[/^templates\//, 'templates'],
	[/^src\/(app|index|public-app|routing|warm-up)\.ts$/, 'app'],
	[/^src\/(routes|href)\.ts$/, 'routes'],
	[/^src\/env\.ts$/, 'env'],
	[/^src\/features\/[^/]+\/(.*-)?forms\.ts$/, 'forms'],
	// Whatever draws in a slice is a page, so that no page borrows more through a part of itself.
	[/^src\/features\/[^/]+\/(?!(.*-)?routes\.tsx$).*\.tsx$/, 'page'],
	[/^src\/features\/[^/]+\//, 'features'],
]

/** Whether the layout has a place for files that begin so, or end so, yet none stands there. */
export function emptyPlaces(paths: readonly string[]): string[] {
	return [...FOLDERS.map((folder) => new RegExp(`^src/${folder}/`)), ...FILES.map(([pattern]) => pattern)].flatMap(
		(place) => (paths.some((path) => place.test(path)) ? [] : [place.source]),
	)
}

/** The layer of a path from the project's root, or null when the file stands where the layout has no place for it. */
export function layerOf(path: string): Layer | null {
	for (const [pattern, layer] of FILES) if (pattern.test(path)) return layer
	return FOLDERS.find((folder) => path.startsWith(`src/${folder}/`)) ?? null
}

export function ruleOf(layer: Layer): Rule | 'anything' {
	return LAYERS[layer]
}

/** The slice a file of `features` belongs to; one slice never imports another. */
export function sliceOf(path: string): string | null {
	return /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? null
}
