import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Language } from '#i18n/language.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { nothing, type PageQuery, readPage } from '#read/viewer.ts'
import type { Params } from '#routes'
import type { Deps } from '#usecases/perform.ts'
import type { Access } from './access.ts'
import type { Context } from './context.ts'
import { isScript, json } from './for-script.ts'
import { type Page, refuseEntry } from './page.tsx'
import { refusalHeaders, refusalStatus } from './refusal-status.ts'
import { errorResponse, languageFor } from './respond.tsx'
import type { Route } from './route.ts'

type ForScript<Path extends string, Data> = {
	readonly path: Path
	/** Whom the script is for; the page may be for more. */
	readonly access: Access
	/** Counts that it asks, before anything is worked out, where that takes long; or refuses. */
	readonly turn?: (deps: Deps, personId: string) => Promise<Result<null, Rejection>>
	readonly load: (context: Context<Params<Path>>) => PageQuery<Data | null>
	/** What it is told, in the language of whoever uses it. */
	readonly told: (data: Data, params: Params<Path>, language: Language) => object
}

/** A page that a script of ours is told as data. */
export function alsoForScript<Path extends string, Data>(
	shown: Page,
	{ access, turn, load, told }: ForScript<Path, Data>,
): Route {
	const handle = async (context: Context) => {
		if (!isScript(context)) return shown.handle(context)
		const own = context as Context<Params<Path>>
		const { deps, actor, now, params } = context
		if (turn !== undefined) {
			const { viewer } = await readPage(deps.db, actor, params.coalition ?? null, now, nothing)
			const stranger = await refuseEntry(context, viewer, access, null, [])
			if (stranger) return stranger
			const taken = await turn(deps, viewer.person?.id ?? '')
			if (!taken.ok) {
				const { code } = taken.reason
				const sentence = refusalSentence(languageFor(context, viewer), taken.reason)
				return json({ code, sentence }, refusalStatus(taken.reason), refusalHeaders(taken.reason))
			}
		}
		const { viewer, data } = await readPage(deps.db, actor, params.coalition ?? null, now, load(own))
		const refusal = await refuseEntry(context, viewer, access, null, [])
		if (refusal) return refusal
		if (data === null) return errorResponse(context, viewer, 404)
		return json(told(data, own.params, languageFor(context, viewer)))
	}
	return { ...shown, handle }
}
