import type { Language } from '#i18n/language.ts'
import { type PageQuery, readPage } from '#read/viewer.ts'
import type { Params } from '#routes'
import type { Access } from './access.ts'
import type { Context } from './context.ts'
import { isScript, json } from './for-script.ts'
import { type Page, refuseEntry } from './page.tsx'
import { errorResponse, languageFor } from './respond.tsx'
import type { Route } from './route.ts'

type ForScript<Path extends string, Data> = {
	readonly path: Path
	/** Whom the script is for; the page may be for more. */
	readonly access: Access
	readonly load: (context: Context<Params<Path>>) => PageQuery<Data | null>
	/** What it is told, in the language of whoever uses it. */
	readonly told: (data: Data, params: Params<Path>, language: Language) => object
}

/** A page that a script of ours is told as data. */
export function alsoForScript<Path extends string, Data>(
	shown: Page,
	{ access, load, told }: ForScript<Path, Data>,
): Route {
	const handle = async (context: Context) => {
		if (!isScript(context)) return shown.handle(context)
		const own = context as Context<Params<Path>>
		const { deps, actor, now, params } = context
		const { viewer, data } = await readPage(deps.db, actor, params.coalition ?? null, now, load(own))
		const refusal = await refuseEntry(context, viewer, access, null, [])
		if (refusal) return refusal
		if (data === null) return errorResponse(context, viewer, 404)
		return json(told(data, own.params, languageFor(context, viewer)))
	}
	return { ...shown, handle }
}
