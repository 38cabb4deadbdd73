import { ACTS } from '#domain/acts.ts'
import { carried, stretchNow } from '#domain/amendment/carrying.ts'
import { wantedFrom } from '#domain/amendment/want.ts'
import type { AmendmentId, StatementId } from '#domain/kernel/id.ts'
import { ASSOCIATION_ROLES, MEMBERS, VOTERS } from '#domain/members/seats.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { typedText } from '#export/typed-text.ts'
import { action } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { type AmendmentView, amendmentViewQuery } from '#read/amendment/amendments.ts'
import { newAmendmentOfQuery } from '#read/amendment/from-comment.ts'
import { amendmentsViewQuery } from '#read/amendment/list.ts'
import { href, type Params, routes } from '#routes'
import { type FormState, type Typed, typedValue } from '#ui/form-state.ts'
import {
	changeAmendment,
	decideAmendment,
	joinAmendment,
	leaveAmendment,
	proposeAmendment,
	putForwardAmendment,
	reopenAmendment,
	withdrawAmendment,
} from '#usecases/amendment/amendment.ts'
import { AmendmentPage } from './amendment-page.tsx'
import { AmendmentsPage, askedIn } from './amendments-page.tsx'
import { consensusRoutes } from './consensus-routes.tsx'
import {
	amendmentForm,
	decisionForm,
	joiningForm,
	leavingForm,
	plainForm,
	seenIn,
	versionForm,
	WAYS_TO_AMEND,
	type WayToAmend,
	wordingForm,
} from './forms.ts'
import { mergingRoutes } from './merging-routes.tsx'
import { NewAmendmentPage } from './new-amendment-page.tsx'
import { severalRoutes } from './several-routes.tsx'
import { WithdrawalPage } from './withdrawal-page.tsx'
import { WordingPage } from './wording-page.tsx'
import { proposedIn, stretchFor, wantOf } from './written.ts'

type StatementParams = Params<typeof routes.amendments>
type AmendmentParams = Params<typeof routes.amendment>

const statementIn = ({ statement }: StatementParams) => statement as StatementId
const idsIn = (params: AmendmentParams) => ({
	statementId: statementIn(params),
	amendmentId: params.amendment as AmendmentId,
})

const at = ({ coalition, statement }: StatementParams) => ({ coalition, statement })
const atAmendment = (params: StatementParams, amendment: string, done: string) =>
	href(routes.amendment, { ...at(params), amendment }, { done })

const sentIn = (sent: Typed | null) => sent && seenIn(sent.seen?.[0] ?? '')

const wayIn = (asked: string | null | undefined): WayToAmend => WAYS_TO_AMEND.find((way) => way === asked) ?? 'change'

/** A field's text where it was typed and is to be seen as a change; null where it is still to be written. */
const toBeSeen = (form: FormState) => (form.typed === null || form.rejection !== null ? null : typedValue(form, 'text'))

const contentsOf = (blocks: readonly { readonly content: BlockVersion['content'] }[]) =>
	blocks.map(({ content }) => content)

const amendmentsPage = page({
	path: routes.amendments,
	access: MEMBERS,
	load: ({ params, url, actor, now }) => {
		const { show, by, ...part } = askedIn(url.searchParams)
		const among = { ...part, by: by ?? undefined, state: show === 'waiting' ? null : (show ?? undefined) }
		return amendmentsViewQuery(params.coalition, params.statement, among, actor, now)
	},
	view: AmendmentsPage,
})

const newAmendmentPage = page({
	path: routes.newAmendment,
	access: ASSOCIATION_ROLES,
	load: ({ params, url, now }: Context<StatementParams>, sent) => {
		const comment = sent?.comment?.[0] ?? url.searchParams.get('comment')
		return newAmendmentOfQuery(params.coalition, params.statement, { sent: sentIn(sent), comment }, now)
	},
	view: (view) => {
		const { data, form, query } = view
		const way = wayIn(form.typed?.way?.[0] ?? query.get('way'))
		const stretch =
			data.sent ?? stretchFor(way, data.blocks, { part: query.get('part'), section: query.get('section') })
		const seen = way === 'remove' ? '' : toBeSeen(form)
		return (
			<NewAmendmentPage
				{...view}
				way={way}
				stretch={stretch}
				shown={way === 'change' ? typedText(contentsOf(stretch), positionsBefore(data.blocks, stretch[0])) : ''}
				wanted={seen === null ? null : wantedFrom(stretch, wantOf(way, seen))}
			/>
		)
	},
})

/** Pages about one amendment. */
const onOne = {
	access: MEMBERS,
	load: ({ params, actor, now }: Context<AmendmentParams>, sent: Typed | null) =>
		amendmentViewQuery(params.coalition, params.statement, params.amendment, { ref: actor, sent: sentIn(sent) }, now),
} as const

const amendmentPage = page({ ...onOne, path: routes.amendment, view: AmendmentPage })

/** For those alone who put it forward: that there is something waiting is nobody else's to see. */
const forwardingPage = page({ ...onOne, access: VOTERS, path: routes.amendment, view: AmendmentPage })

const wordingPage = page({
	...onOne,
	access: ASSOCIATION_ROLES,
	path: routes.amendmentWording,
	view: (view) => {
		const { data, form } = view
		const stretch = data.sent ?? data.blocks.slice(...stretchNow(data.amendment.seen, data.blocks))
		const seen = toBeSeen(form)
		return (
			<WordingPage
				{...view}
				stretch={stretch}
				shown={typedText(contentsOf(wantedNow(data)), positionsBefore(data.blocks, stretch[0]))}
				wanted={seen === null ? null : wantedFrom(stretch, wantOf('change', seen))}
			/>
		)
	},
})

const withdrawalPage = page({
	...onOne,
	access: ASSOCIATION_ROLES,
	path: routes.amendmentWithdrawal,
	view: WithdrawalPage,
})

/** What the amendment wants of the stretch as it is now; its own words where others changed the same. */
function wantedNow({ amendment, blocks }: AmendmentView): readonly Wanted[] {
	const now = carried(amendment, blocks)
	if (!now.ok) return amendment.wanted
	const [from, until] = stretchNow(amendment.seen, blocks)
	return now.blocks.slice(from, now.blocks.length - (blocks.length - until))
}

/** How many positions stand before the block. */
function positionsBefore(blocks: readonly BlockVersion[], first: BlockVersion | undefined): number {
	const place = blocks.findIndex(({ blockId }) => blockId === first?.blockId)
	return blocks.slice(0, Math.max(0, place)).filter(({ content }) => content.kind === 'position').length
}

export const amendmentRoutes: readonly Route[] = [
	amendmentsPage,
	action({
		path: routes.amendments,
		does: ACTS.proposeAmendment,
		page: newAmendmentPage,
		form: amendmentForm,
		confirmed: ({ confirmed, again }) => confirmed !== undefined && again === undefined,
		act: ({ context, params, input, order }) =>
			proposeAmendment(context.deps, order({ ...proposedIn(input), statementId: statementIn(params) })),
		done: ({ amendmentId, prepared }, { params }) => atAmendment(params, amendmentId, prepared ? 'prepared' : 'made'),
	}),
	newAmendmentPage,
	...severalRoutes,
	...mergingRoutes,
	...consensusRoutes,
	amendmentPage,
	action({
		path: routes.amendmentForwarding,
		does: ACTS.putForwardAmendment,
		page: forwardingPage,
		form: versionForm,
		act: ({ context, params, input, order }) =>
			putForwardAmendment(context.deps, order({ ...idsIn(params), ...input })),
		done: (_value, { params }) => atAmendment(params, params.amendment, 'made'),
	}),
	wordingPage,
	action({
		path: routes.amendmentWording,
		does: ACTS.changeAmendment,
		page: wordingPage,
		form: wordingForm,
		confirmed: ({ confirmed, again }) => confirmed !== undefined && again === undefined,
		act: ({ context, params, input, order }) =>
			changeAmendment(context.deps, order({ ...idsIn(params), ...proposedIn(input) })),
		done: (_value, { params }) => atAmendment(params, params.amendment, 'changed'),
	}),
	withdrawalPage,
	action({
		path: routes.amendmentWithdrawal,
		does: ACTS.withdrawAmendment,
		page: withdrawalPage,
		form: plainForm,
		act: ({ context, params, order }) => withdrawAmendment(context.deps, order(idsIn(params))),
		done: (_value, { params }) => atAmendment(params, params.amendment, 'withdrawn'),
	}),
	action({
		path: routes.amendmentJoinings,
		does: ACTS.joinAmendment,
		page: amendmentPage,
		form: joiningForm,
		act: ({ context, params, input, order }) => joinAmendment(context.deps, order({ ...idsIn(params), ...input })),
		done: (_value, { params }) => atAmendment(params, params.amendment, 'joined'),
	}),
	action({
		path: routes.amendmentLeavings,
		does: ACTS.leaveAmendment,
		page: amendmentPage,
		form: leavingForm,
		act: ({ context, params, input, order }) => leaveAmendment(context.deps, order({ ...idsIn(params), ...input })),
		done: (_value, { params }) => atAmendment(params, params.amendment, 'left'),
	}),
	action({
		path: routes.amendmentDecision,
		does: ACTS.decideAmendment,
		page: amendmentPage,
		form: decisionForm,
		act: ({ context, params, input, order }) => decideAmendment(context.deps, order({ ...idsIn(params), ...input })),
		done: (_value, { params }) => atAmendment(params, params.amendment, 'decided'),
	}),
	action({
		path: routes.amendmentReopening,
		does: ACTS.reopenAmendment,
		page: amendmentPage,
		form: plainForm,
		act: ({ context, params, order }) => reopenAmendment(context.deps, order(idsIn(params))),
		done: (_value, { params }) => atAmendment(params, params.amendment, 'reopened'),
	}),
]
