import { ACTS } from '#domain/acts.ts'
import { changesApart } from '#domain/amendment/apart.ts'
import { wantedFrom } from '#domain/amendment/want.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { ASSOCIATION_ROLES } from '#domain/members/seats.ts'
import { typedText } from '#export/typed-text.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { newAmendmentQuery } from '#read/amendment/amendments.ts'
import { href, routes } from '#routes'
import { proposeAmendments } from '#usecases/amendment/several.ts'
import { seenIn } from './forms.ts'
import { severalForm } from './several-forms.ts'
import { SeveralPage } from './several-page.tsx'
import { alongWith, textSentIn, wantIn } from './several-written.ts'

const severalPage = page({
	path: routes.amendmentsInText,
	access: ASSOCIATION_ROLES,
	load: ({ params, now }, typed) =>
		newAmendmentQuery(params.coalition, params.statement, typed && seenIn(typed.seen?.[0] ?? ''), now),
	view: (view) => {
		const { data, form } = view
		const sent = textSentIn(form.typed)
		const seen = data.sent ?? data.blocks
		const wanted = sent && wantedFrom(seen, sent.want)
		const isWritten = sent === null || sent.again
		return (
			<SeveralPage
				{...view}
				sent={sent}
				changes={isWritten || wanted === null ? null : changesApart(seen, wanted)}
				along={alongWith(form.typed)}
				field={{ blocks: seen, text: typedText(seen.map(({ content }) => content)) }}
				before={sent?.byEditor && wanted ? { seen, wanted: wanted.map((block) => ({ ...block, name: '' })) } : null}
			/>
		)
	},
})

export const severalRoutes: readonly Route[] = [
	severalPage,
	action({
		path: routes.amendmentsInText,
		does: ACTS.proposeAmendments,
		page: severalPage,
		form: severalForm,
		confirmed: ({ confirmed }) => confirmed,
		act: ({ context, params, input: { confirmed: _confirmed, placed, text, ...input }, order }) =>
			proposeAmendments(
				context.deps,
				order({ ...input, want: wantIn(placed, text), statementId: params.statement as StatementId }),
			),
		done: ({ made, prepared }, { params }) =>
			href(routes.amendments, params, { done: prepared ? 'allPrepared' : 'allMade', count: String(made) }),
	}),
]
