/** Every file belongs to one layer. `page`, `forms` and `protocol` are parts of `features` and `live` with rules of their own. */
export type Layer = keyof typeof LAYERS

export type Rule = {
	/** Layers whose values and types may be imported. A layer may always import itself. */
	readonly may?: readonly string[]
	/** Layers of which only types may be imported. */
	readonly types?: readonly string[]
	/** Packages, each with all its subpaths. */
	readonly packages?: readonly string[]
}

const pages = { may: ['domain', 'ui', 'i18n', 'routes', 'markup'], types: ['read'], packages: ['hono/jsx'] }

const doors = {
	may: [
		'http',
		'domain',
		'usecases',
		'read',
		'ui',
		'i18n',
		'markup',
		'export',
		'intake',
		'mail',
		'routes',
		'templates',
	],
	packages: ['hono', 'zod'],
}
const slices = { ...doors, may: [...doors.may, 'features', 'forms', 'page'] }

/** Who may import whom. What is not named here is forbidden. */
const LAYERS = {
	domain: { packages: ['temporal-polyfill'] },
	db: { may: ['domain'], packages: ['drizzle-orm', '@libsql/client', 'zod', '@orama/stemmers'] },
	usecases: { may: ['domain', 'db'], types: ['files'], packages: ['canonicalize'] },
	read: { may: ['domain', 'db'], packages: ['zod'] },
	markup: { may: ['domain'], types: ['export', 'intake'], packages: ['marked', 'xss', 'diff'] },
	export: { may: ['domain'], types: ['markup', 'intake'], packages: ['canonicalize', 'feed'] },
	intake: {
		may: ['domain'],
		types: ['markup', 'export'],
		packages: ['fflate', 'mammoth', 'pako', 'postal-mime', 'unpdf', 'zod'],
	},
	i18n: { may: ['domain'], types: ['intake'] },
	mail: { may: ['domain', 'i18n', 'routes', 'markup', 'templates'], types: ['env'], packages: ['cloudflare:sockets'] },
	files: { types: ['domain', 'env'] },
	// Only the shared parts may print HTML as it is: what `markup` has made safe.
	ui: { ...pages, may: [...pages.may, 'client'], packages: ['hono/jsx', 'hono/html'] },
	page: { ...pages, types: ['read', 'forms', 'intake'] },
	features: slices,
	forms: slices,
	api: doors,
	http: {
		may: ['domain', 'usecases', 'read', 'ui', 'i18n', 'mail', 'routes'],
		types: ['files'],
		packages: ['hono', 'zod'],
	},
	jobs: { may: ['domain', 'usecases', 'read', 'mail'] },
	live: { may: ['domain', 'usecases', 'read', 'mail', 'protocol'], packages: ['cloudflare:workers'] },
	protocol: { may: ['domain'], packages: ['zod'] },
	client: { may: ['domain', 'protocol'] },
	routes: { may: ['domain'] },
	env: { packages: ['zod'] },
	templates: {},
	app: 'anything',
	local: 'anything',
	test: 'anything',
} as const satisfies Record<string, Rule | 'anything'>

/** The layers that are whole folders of `src/`. */
const FOLDERS = [
	'domain',
	'db',
	'usecases',
	'read',
	'markup',
	'export',
	'intake',
	'i18n',
	'mail',
	'files',
	'ui',
	'api',
	'jobs',
	'live',
	'client',
	'http',
] as const

const FILES: readonly (readonly [RegExp, Layer])[] = [
	[/\.test\.tsx?$/, 'test'],
	[/^(test|bench)\//, 'test'],
	[/^(local\/|[^/]+\.ts$)/, 'local'],
	[/^templates\//, 'templates'],
	[/^src\/(app|index|public-app|routing)\.ts$/, 'app'],
	[/^src\/routes\.ts$/, 'routes'],
	[/^src\/env\.ts$/, 'env'],
	[/^src\/live\/protocol\.ts$/, 'protocol'],
	[/^src\/features\/[^/]+\/(.*-)?forms\.ts$/, 'forms'],
	// Whatever draws in a slice is a page, so that no page borrows more through a part of itself.
	[/^src\/features\/[^/]+\/(?!(.*-)?routes\.tsx$).*\.tsx$/, 'page'],
	[/^src\/features\/[^/]+\//, 'features'],
]

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
