import { ACTS } from '#domain/acts.ts'
import { markOf, readRoster } from '#domain/members/roster.ts'
import { MEANINGS } from '#domain/members/roster-columns.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { membersQuery } from '#read/members/members.ts'
import { rosterReceiptQuery } from '#read/members/roster.ts'
import { href, routes } from '#routes'
import type { FormState } from '#ui/form-state.ts'
import { takeInRoster } from '#usecases/members/take-in-roster.ts'
import { rosterForm } from './forms.ts'
import { RosterPage } from './roster-page.tsx'
import { RosterReceiptPage } from './roster-receipt-page.tsx'

/** What was said of the columns, as far as it is something that can be said. */
function columnsIn({ typed }: FormState) {
	return (typed?.['columns[]'] ?? []).flatMap((said) => MEANINGS.find((meaning) => meaning === said) ?? [])
}

const rosterPage = page({
	path: routes.roster,
	access: COALITION_ROLES,
	load: ({ params, now }) => membersQuery(params.coalition, now),
	view: (view) => {
		const { form, data, now } = view
		const { seats, persons, coalition } = data
		const text = form.typed?.text?.[0] ?? ''
		const read = readRoster(text, columnsIn(form), { ...coalition, seats, persons }, now)
		// What is wrong with the list itself is told where it is pasted.
		const shown = read.ok && form.errors.text === undefined ? read.value : null
		return RosterPage({ ...view, read: shown, mark: shown ? markOf(shown.plan) : '' })
	},
})

const receiptPage = page({
	path: routes.rosterReceipt,
	access: COALITION_ROLES,
	load: ({ params, now }) => rosterReceiptQuery(params.coalition, Number(params.first), now),
	view: RosterReceiptPage,
})

const NOBODY: Parameters<typeof readRoster>[2] = { name: '', associations: [], seats: [], persons: [] }

export const rosterRoutes: readonly Route[] = [
	rosterPage,
	action({
		path: routes.roster,
		does: ACTS.takeInRoster,
		page: rosterPage,
		form: rosterForm,
		// What cannot be read is refused at once, as the act refuses it.
		confirmed: ({ confirmed, text }) => confirmed !== '' || !readRoster(text, [], NOBODY, 0).ok,
		act: ({ context, input: { text, columns, mark }, order }) =>
			takeInRoster(context.deps, order({ text, columns, mark })),
		done: ({ first }, { params }) => href(routes.rosterReceipt, { ...params, first: String(first) }),
	}),
	receiptPage,
]
