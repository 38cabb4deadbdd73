import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { InquiryId, StatementId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { statementListQuery } from '#read/coalition/lists.ts'
import { sortedPublicationQuery } from '#read/publication/publishing.ts'
import { href } from '#routes'
import { changeTitle, openConsultation, referBack, withdrawStatement } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { listSearch, nextOf, nextText } from './lists.ts'
import { paths } from './paths.ts'
import { idOf, idText, instant, instantText, kind, language, stage, track } from './schemas.ts'
import { showStatement, statement } from './statement-view.ts'

const tag = 'Statements'

const listed = z.strictObject({
	id: idText,
	title: z.string(),
	kind,
	language,
	track,
	stage,
	inquiryId: idText.nullable(),
	createdAt: instantText,
	changedAt: instantText,
	topics: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
	label: z.string().nullable().meta({ description: 'The number it was published under.' }),
})

const reason = z.strictObject({ reason: z.string() })

/** The statement in a path. */
export const idIn = (params: { readonly statement: string }) => params.statement as StatementId

export const statementEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.statements,
		access: MEMBERS,
		tag,
		summary: 'Statements, newest first',
		search: z.object({ ...listSearch, stage: stage.optional() }),
		output: z.strictObject({ statements: z.array(listed), next: nextText }),
		load: ({ params }, { limit, before = null, stage: only = null }) =>
			statementListQuery(params.coalition, { limit, before }, only),
		show: (part, asked, { limit }) => ({
			statements: part.map(({ createdAt, changedAt, topics, ...each }) => ({
				...each,
				topics: [...topics],
				createdAt: isoInstant(createdAt),
				changedAt: isoInstant(changedAt),
			})),
			next: nextOf(paths.statements, asked, part, limit),
		}),
	}),
	writing({
		path: paths.statements,
		does: ACTS.startStatement,
		tag,
		summary: 'Start a statement, with an empty text',
		input: z.strictObject({
			kind: kind.default('response'),
			language: language.default('sv'),
			track: track.default('full'),
			title: z.string(),
			inquiryId: idOf<InquiryId>().nullable().default(null),
		}),
		gives: { statementId: idText },
		act: ({ deps, input, order }) => startStatement(deps, order(input)),
		location: ({ statementId }, { params }) => href(paths.statement, { ...params, statement: statementId }),
	}),
	reading({
		path: paths.statement,
		access: MEMBERS,
		tag,
		summary: 'A statement: its stage, its text with the ids of its blocks, its ballot, sign-offs and publication',
		output: statement,
		load: ({ params, now }) => sortedPublicationQuery(params.coalition, params.statement, now),
		show: showStatement,
	}),
	writing({
		path: paths.title,
		does: ACTS.changeTitle,
		tag,
		summary: 'Change the title',
		input: z.strictObject({ title: z.string() }),
		gives: {},
		act: ({ deps, params, input, order }) => changeTitle(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		path: paths.consultation,
		does: ACTS.openConsultation,
		tag,
		summary: 'Ask the associations for their views',
		input: z.strictObject({ dueAt: instant.nullable().default(null) }),
		gives: {},
		act: ({ deps, params, input, order }) => openConsultation(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		path: paths.referral,
		does: ACTS.referBack,
		tag,
		summary: 'Send the text back to be written on; a ballot or sign-off under way ends without effect',
		input: reason,
		gives: {},
		act: ({ deps, params, input, order }) => referBack(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		path: paths.withdrawal,
		does: ACTS.withdrawStatement,
		tag,
		summary: 'Withdraw a statement that is not published',
		input: reason,
		gives: {},
		act: ({ deps, params, input, order }) => withdrawStatement(deps, order({ statementId: idIn(params), ...input })),
	}),
]
