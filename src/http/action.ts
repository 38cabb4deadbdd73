import type * as z from 'zod'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import type { Params } from '#routes'
import type { Typed } from '#ui/form-state.ts'
import { type Done, NOBODY, type Order } from '#usecases/perform.ts'
import { unlessBusy } from '#usecases/unless-busy.ts'
import type { Access } from './access.ts'
import type { Context } from './context.ts'
import { isScript, json, refusedToScript } from './for-script.ts'
import { readForm, type Upload } from './form-body.ts'
import { rejectionOf } from './input-fault.ts'
import type { Page } from './page.tsx'
import { seeOther, sendOn } from './respond.tsx'
import type { Route } from './route.ts'

export { typedForm } from './form-body.ts'

/** A sent form, as its act sees it. */
export type Sent<Path extends string, Input> = {
	readonly context: Context<Params<Path>>
	readonly params: Params<Path>
	readonly input: Input
	/** The files that were chosen, in order. None where the form takes none. */
	readonly files: readonly Upload[]
	/** The order to a use case: who, in which coalition, under the form's key. */
	readonly order: <Command>(command: Command) => Order<Command>
}

/** Who may send the form: whoever may do the act it asks for, or whom it says, where no seat does that. */
type Entitled = { readonly does: DeclaredAct } | { readonly access: Access }

type ActionDefinition<Path extends string, Schema extends z.ZodType, Value> = Entitled & {
	readonly path: Path
	/** The page the form stands on: shown again, with what was typed, when the act is refused. */
	readonly page: Page
	/** Over the form's fields: each a string, or several under a name that ends in `[]`. */
	readonly form: Schema
	/** Set where the form takes files: how large it may be with them. Bytes. */
	readonly filesWithin?: number
	/** What is typed once the files are read that were sent with it; asked before the form is looked at. */
	readonly read?: (
		files: readonly Upload[],
		typed: Typed,
		context: Context<Params<Path>>,
	) => Promise<Result<Typed, Rejection>>
	/** False: the page is shown with what was sent, to be confirmed there before anything is done. */
	readonly confirmed?: (input: z.output<Schema>, query: URLSearchParams) => boolean
	readonly act: (sent: Sent<Path, z.output<Schema>>) => Promise<Result<Done<Value>, Rejection>>
	/** Where to go when it was done. */
	readonly done: (value: Value, sent: Sent<Path, z.output<Schema>>) => string
	/** True: a script of ours may send it too, and is answered where the page would go, or with the sentence that says why not. */
	readonly scripted?: boolean
	/** True: what was sent goes there, too, where it is shown and by `confirmed` nothing more is done. */
	readonly sendsOn?: (input: z.output<Schema>) => boolean
}

/** Defines what a form does: parse, act, and go on; or the same page again with what was typed and why not. */
export function action<Path extends string, Schema extends z.ZodType, Value>(
	definition: ActionDefinition<Path, Schema, Value>,
): Route {
	const { path, page, form, filesWithin, read, confirmed, act, done, scripted = false, sendsOn } = definition
	const access = 'does' in definition ? definition.does.by : definition.access
	return {
		method: 'POST',
		path,
		access,
		handle: async (context) => {
			const forScript = scripted && isScript(context)
			const again: Page['again'] = (_same, typed, reasons) =>
				forScript && reasons[0] ? refusedToScript(context, access, reasons[0]) : page.again(context, typed, reasons)
			const sentForm = await readForm(context, { access, filesWithin })
			if (!sentForm.ok) return again(context, {}, [sentForm.reason])
			const { typed: asSent, files } = sentForm.value
			const filled = read === undefined ? ok(asSent) : await read(files, asSent, context as Context<Params<Path>>)
			if (!filled.ok) return again(context, asSent, [filled.reason])
			const typed = filled.value
			const parsed = form.safeParse(fieldsOf(typed), { reportInput: true })
			if (!parsed.success)
				return again(
					context,
					typed,
					parsed.error.issues.map((issue) => rejectionOf(issue)),
				)
			if (confirmed && !confirmed(parsed.data, context.url.searchParams)) return again(context, typed, [])
			const own = context as Context<Params<Path>>
			const sent: Sent<Path, z.output<Schema>> = {
				context: own,
				params: own.params,
				input: parsed.data,
				files,
				order: orderFor(context, typed),
			}
			if (context.actor === null) return again(context, typed, [{ code: 'signInRequired' }])
			const result = await unlessBusy(() => act(sent))
			if (!result.ok) return again(context, typed, [result.reason])
			const next = done(result.value.value, sent)
			if (forScript) return json({ done: next })
			return sendsOn?.(parsed.data) ? sendOn(next) : seeOther(next)
		},
	}
}

/** The order a form makes: in the name of whoever is signed in, repeatable under the form's own key. */
export function orderFor(context: Context, typed: Typed): <Command>(command: Command) => Order<Command> {
	const key = typed.key?.[0] || context.deps.newId('random')
	return (command) => ({
		actor: context.actor ?? NOBODY,
		coalition: context.params.coalition ?? '',
		key: { value: key.slice(0, 100), kind: 'form' },
		command,
	})
}

/** Fields as a schema sees them: `name` a string, `name[]` a list. */
export function fieldsOf(typed: Typed): Record<string, string | readonly string[]> {
	return Object.fromEntries(
		Object.entries(typed).map(([name, values]) => [name, name.endsWith('[]') ? values : (values[0] ?? '')]),
	)
}
