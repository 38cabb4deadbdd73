import type * as z from 'zod'
import { fieldsOf, typedForm } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { rejectionOf } from '#http/input-fault.ts'
import type { Page } from '#http/page.tsx'
import type { Typed } from '#ui/form-state.ts'

type SentForm<Schema extends z.ZodType> =
	| { readonly typed: Typed; readonly input: z.output<Schema> }
	| { readonly again: Response }

/** What was sent in a form on the page; or the page again, with what was typed and what is wrong with it. */
export async function sentForm<Schema extends z.ZodType>(
	context: Context,
	page: Page,
	schema: Schema,
): Promise<SentForm<Schema>> {
	const sent = await typedForm(context, page.access)
	if (!sent.ok) return { again: await page.again(context, {}, [sent.reason]) }
	const typed = sent.value
	const form = schema.safeParse(fieldsOf(typed), { reportInput: true })
	if (form.success) return { typed, input: form.data }
	const faults = form.error.issues.map((issue) => rejectionOf(issue))
	return { again: await page.again(context, typed, faults) }
}
