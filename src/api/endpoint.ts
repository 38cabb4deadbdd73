import * as z from 'zod'
import type { DeclaredAct, Scope } from '#domain/kernel/act.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Role } from '#domain/members/seats.ts'
import type { AppDeps, Context } from '#http/context.ts'
import type { Route } from '#http/route.ts'
import { type TokenEntry, tokenEntryQuery } from '#read/person/token-entry.ts'
import { nothing, type PageQuery } from '#read/viewer.ts'
import type { Params } from '#routes'
import type { ActorRef, Done, Order } from '#usecases/perform.ts'
import { isUseDue, noteUse } from '#usecases/person/last-use.ts'
import { unlessBusy } from '#usecases/unless-busy.ts'
import { bodyOf, type TextBodies } from './body.ts'
import { admitted, bearerOf } from './entry.ts'
import { inputFaults } from './input-faults.ts'
import { refused, unacceptable } from './problem.ts'
import { instantText } from './schemas.ts'

/** What the document (OpenAPI) says of an endpoint, from the very schemas that requests are checked by. */
export type About = {
	readonly tag: string
	readonly summary: string
	/** What a token needs; null for what is open to everyone. */
	readonly scope: Scope | null
	readonly search: z.ZodObject | null
	readonly input: z.ZodType | null
	/** Content types other than JSON that the body may have. */
	readonly texts: readonly string[]
	readonly output: z.ZodType
	/** Set where the answer is no JSON but a file: its media type. `elsewhere`: what is at the address that may be answered instead. */
	readonly file?: { readonly type: string; readonly elsewhere?: string }
}

export type Endpoint = Route & { readonly about: About }

/** A request that was let in. */
export type Asked<Path extends string> = {
	readonly deps: AppDeps
	readonly context: Context
	readonly params: Params<Path>
	readonly entry: TokenEntry
}

type Common<Path extends string> = {
	readonly path: Path
	readonly tag: string
	readonly summary: string
}

type Reading<Path extends string, Data, Output extends z.ZodType, Search extends z.ZodObject> = Common<Path> & {
	readonly access: readonly Role[]
	readonly search?: Search
	readonly output: Output
	/** Counts that it is asked for, before anything is worked out, where that takes long; or refuses. */
	readonly turn?: (deps: AppDeps, personId: string) => Promise<Result<null, Rejection>>
	/** Null, here or shown: no such thing. */
	readonly load: (context: Context<Params<Path>>, search: z.output<Search>, ref: ActorRef) => PageQuery<Data | null>
	readonly show: (
		data: Data,
		asked: Asked<Path>,
		search: z.output<Search>,
	) => z.output<Output> | null | Promise<z.output<Output> | null>
}

/** Defines a GET: who is asking and what they get are read in one round trip. */
export function reading<
	Path extends string,
	Data,
	Output extends z.ZodType,
	Search extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(definition: Reading<Path, Data, Output, Search>): Endpoint {
	const { path, access, tag, summary, search, output, turn, load, show } = definition
	const scope = 'read'
	return {
		method: 'GET',
		path,
		access,
		about: { tag, summary, scope, search: search ?? null, input: null, texts: [], output },
		handle: async (context) => {
			const { request, deps, url } = context
			const own = context as Context<Params<Path>>
			const parsed = (search ?? z.object({})).safeParse(Object.fromEntries(url.searchParams), { reportInput: true })
			// A search that does not parse is answered when it is known who asks.
			const found = parsed.success ? (parsed.data as z.output<Search>) : null
			if (turn !== undefined) {
				const known = await enter(context, access, scope, nothing)
				if ('refusal' in known) return known.refusal
				const taken = await turn(deps, known.entry.personId)
				if (!taken.ok) return refused(request, taken.reason)
			}
			const letIn = await enter(context, access, scope, (ref) => (found === null ? nothing : load(own, found, ref)))
			if ('refusal' in letIn) return letIn.refusal
			if (!parsed.success) return faulty(request, parsed.error)
			const { entry, data } = letIn
			if (data === null || found === null) return refused(request, { code: 'notFound' })
			const asked = { deps, context, params: own.params, entry }
			const shown = await show(data, asked, found)
			return shown === null ? refused(request, { code: 'notFound' }) : answer(shown, 200)
		},
	}
}

/** An act that was asked for. */
export type Sent<Path extends string, Input> = Asked<Path> & {
	readonly input: Input
	/** The order to a use case: in the name of the token's person, under the request's key. */
	readonly order: <Command>(command: Command) => Order<Command>
}

type Writing<Path extends string, Input extends z.ZodType, Gives extends z.ZodRawShape> = Common<Path> & {
	/** The act it asks for, which says who may and with which scope. */
	readonly does: DeclaredAct
	readonly input: Input
	/** Bodies that are text: what the schema is to take in their place, by content type. */
	readonly texts?: TextBodies
	/** What the act gives, beside the instant `at` which it was done. */
	readonly gives: Gives
	readonly act: (
		sent: Sent<Path, z.output<Input>>,
	) => Promise<Result<Done<z.output<z.ZodObject<Gives>> | null>, Rejection>>
	/** Where what was made can be read. */
	readonly location?: (value: z.output<z.ZodObject<Gives>>, sent: Sent<Path, z.output<Input>>) => string
}

/** Defines a POST: 201 when it was done now, 200 when it had been done before under the same key. */
export function writing<Path extends string, Input extends z.ZodType, Gives extends z.ZodRawShape>(
	definition: Writing<Path, Input, Gives>,
): Endpoint {
	const { path, tag, summary, does, input, texts = {}, gives, act, location } = definition
	const { by: access, scope } = does
	const output = z.strictObject({ ...gives, at: instantText })
	return {
		method: 'POST',
		path,
		access,
		about: { tag, summary, scope, search: null, input, texts: Object.keys(texts), output },
		handle: async (context) => {
			const { request, deps } = context
			const letIn = await enter(context, access, scope, nothing)
			if ('refusal' in letIn) return letIn.refusal
			const key = keyOf(request)
			if (key === null) return unacceptable(request, { code: 'keyMissing' })
			const body = await bodyOf(request, texts)
			if (!body.ok) return unacceptable(request, body.reason)
			const parsed = input.safeParse(body.value, { reportInput: true })
			if (!parsed.success) return faulty(request, parsed.error)
			const { params } = context as Context<Params<Path>>
			const order = <Command>(command: Command): Order<Command> => ({
				actor: letIn.actor,
				coalition: context.params.coalition ?? '',
				key: { value: key, kind: 'strict' },
				command,
			})
			const sent = { deps, context, params, entry: letIn.entry, input: parsed.data, order }
			const result = await unlessBusy(() => act(sent))
			if (!result.ok) return refused(request, result.reason)
			const { value, replayed, at } = result.value
			const response = answer({ ...value, at: isoInstant(at) }, replayed ? 200 : 201)
			if (replayed) response.headers.set('idempotent-replay', 'true')
			if (value !== null && location) response.headers.set('location', deps.origin + location(value, sent))
			return response
		},
	}
}

/** Who they are comes before what they sent, so that a body tells a stranger nothing. */
export async function enter<Data>(
	{ request, deps, params, now }: Context,
	access: readonly Role[],
	scope: Scope,
	query: PageQuery<Data | null | true> | ((ref: ActorRef) => PageQuery<Data | null | true>),
) {
	const actor = await bearerOf(request)
	if (actor === null) return { refusal: refused(request, { code: 'signInRequired' }) }
	const [found, data] = await deps.db.read<[TokenEntry | null, Data | null | true]>(
		tokenEntryQuery(actor, params.coalition ?? '', now),
		typeof query === 'function' ? query(actor) : query,
	)
	// After the answer, and never in its way.
	if (found !== null && isUseDue(found.lastUsedAt, now)) deps.background(noteUse(deps, actor))
	const entry = admitted(found, access, scope)
	if (!entry.ok) {
		if (found !== null) {
			const status = found.seats.length === 0 ? 404 : 403
			const coalition = found.seats[0]?.coalitionId ?? null
			deps.log?.({ event: 'forbidden', status, coalition, person: found.personId })
		}
		return { refusal: refused(request, entry.reason) }
	}
	return { actor, entry: entry.value, data: data as Data | null }
}

/** 1 to 100 visible ASCII characters, bare or in quotes as a structured field has them. */
function keyOf(request: Request): string | null {
	const key = (request.headers.get('idempotency-key') ?? '').trim().replace(/^"(.*)"$/, '$1')
	return /^[!-~]{1,100}$/.test(key) ? key : null
}

function faulty(request: Request, error: z.ZodError): Response {
	const faults = inputFaults(error)
	return refused(request, faults[0]?.rejection ?? { code: 'invalid', field: '' }, faults)
}

function answer(body: unknown, status: number): Response {
	const response = new Response(JSON.stringify(body), { status })
	response.headers.set('content-type', 'application/json')
	response.headers.set('cache-control', 'private, no-store')
	return response
}
