import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { FILE_LIMIT } from '#domain/inquiry/file.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId, OlderId } from '#domain/kernel/id.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { letterReader } from '#intake/reader.ts'
import { olderListQuery, olderViewQuery } from '#read/publication/older-views.ts'
import { href } from '#routes'
import { fileFactsSchema } from '#schema/older.ts'
import {
	contestOlder,
	correctOlder,
	importOlder,
	removeOlder,
	takeBackOlderContest,
} from '#usecases/publication/older.ts'
import { keepOlderFiles } from '#usecases/publication/older-files.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { block, idOf, idText, instantText, kind, language } from './schemas.ts'

const tag = 'Older statements'

/** RFC 4648, section 4, with its padding. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** How many the list gives at once. */
const PART = 100

const file = fileFactsSchema.meta({
	id: 'OlderFile',
	description: 'A file that was kept before, as keeping it gave it.',
})

const dated = z.string().meta({ description: 'As far as it is known: 2017, 2017-05 or 2017-05-03.' })
const inquiry = z.strictObject({ title: z.string(), sender: z.string(), references: z.string() })

const content = {
	title: z.string(),
	language,
	kind,
	decidedOn: dated,
	inquiry: inquiry.default({ title: '', sender: '', references: '' }),
	standsBehind: z.string().default(''),
	files: z.array(file).max(50).default([]),
	blocks: z.array(block).max(2000).default([]),
}

const place = z
	.string()
	.meta({ description: 'In its address, after the year: its number, or a1, a2 … where it has none.' })
const olderIn = ({ older }: { readonly older: string }) => older as OlderId
const associationId = idOf<AssociationId>()

export const olderEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.older,
		access: MEMBERS,
		tag,
		summary: 'Statements from before Samsvar was used, the latest year first, a hundred at a time',
		search: z.object({ part: z.coerce.number().int().min(1).max(1_000_000).default(1) }),
		output: z.strictObject({
			older: z.array(
				z.strictObject({
					...{ id: idText, label: z.string(), title: z.string(), language: z.string(), decidedOn: dated },
					removedAt: instantText.nullable(),
					contestedBy: z.array(z.string()).meta({ description: 'Associations that say they do not know of it.' }),
				}),
			),
			total: z.int(),
		}),
		load: ({ params }, { part }) => olderListQuery(params.coalition, { from: (part - 1) * PART, size: PART }),
		show: ({ older, total }) => ({
			total,
			older: older.map(({ removedAt, contestedBy, ...each }) => {
				return { ...each, removedAt: removedAt === null ? null : isoInstant(removedAt), contestedBy: [...contestedBy] }
			}),
		}),
	}),
	writing({
		path: paths.olderFiles,
		does: ACTS.importOlder,
		tag,
		summary: 'Keep a file that is to be part of an older statement: PDF, Word, text or Markdown',
		input: z.strictObject({
			name: z.string().max(1000),
			content: z
				.string()
				.regex(BASE64)
				.meta({ description: 'The bytes, in Base64; 1.5 MB go into a request. Larger files: by the page.' }),
		}),
		gives: { file },
		act: async ({ deps, input: { name, content: encoded }, order }) => {
			const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
			const open = async () => {
				if (bytes.length > FILE_LIMIT)
					return refuse({ code: 'fileRefused' as const, field: 'file', name, why: 'tooLarge' as const })
				const opened = await letterReader(deps).files([{ name, bytes: [bytes] }])
				if (!opened.ok) return opened
				const [left] = opened.value.leftOut
				return left ? refuse({ code: 'fileRefused' as const, field: 'file', ...left }) : ok(opened.value.files)
			}
			const kept = await keepOlderFiles(deps, order({ open }))
			if (!kept.ok) return kept
			const [first] = kept.value
			if (!first) return refuse({ code: 'empty', field: 'file' })
			const { sha256, name: safe, mediaType, size } = first
			return ok({ value: { file: { sha256, name: safe, mediaType, size } }, replayed: false, at: deps.now() })
		},
	}),
	writing({
		path: paths.older,
		does: ACTS.importOlder,
		tag,
		summary: 'Bring in a statement from before Samsvar was used, with its own number; all associations are told',
		input: z.strictObject({
			year: z.int(),
			number: z.int().nullable().meta({ description: 'Null: it never had one.' }),
			...content,
		}),
		gives: { olderId: idText, year: z.int(), place },
		act: ({ deps, input: { year, number, ...given }, order }) =>
			importOlder(deps, order({ year, number, content: given })),
		location: ({ olderId }, { params }) => href(paths.olderStatement, { ...params, older: olderId }),
	}),
	reading({
		path: paths.olderStatement,
		access: MEMBERS,
		tag,
		summary: 'An older statement, also when it was taken away',
		output: z
			.strictObject({
				...{ id: idText, label: z.string(), year: z.int(), number: z.int().nullable(), place },
				...{ title: z.string(), language, kind, decidedOn: dated, inquiry, standsBehind: z.string() },
				...{ files: z.array(file), blocks: z.array(block) },
				importedAt: instantText,
				topics: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
				corrections: z.array(z.strictObject({ at: instantText, reason: z.string() })),
				removed: z.strictObject({ at: instantText, reason: z.string() }).nullable(),
				contests: z.array(
					z.strictObject({
						...{ associationId: idText, association: z.string(), reason: z.string(), at: instantText },
						carriedFrom: z.string().nullable().meta({
							description: 'Label of the older statement that it was said of and that is the same; null: of this one.',
						}),
					}),
				),
			})
			.meta({ id: 'OlderStatement' }),
		load: ({ params }) => olderViewQuery(params.coalition, params.older),
		show: ({ content: told, importedAt, removedAt, removedReason, corrections, contests, topics, ...older }) => ({
			...older,
			...told,
			importedAt: isoInstant(importedAt),
			topics: [...topics],
			corrections: corrections.map(({ at, reason }) => ({ at: isoInstant(at), reason })),
			removed: removedAt === null ? null : { at: isoInstant(removedAt), reason: removedReason },
			contests: contests.map(({ associationId: id, name, reason, at, carriedFrom }) => {
				return { associationId: id, association: name, reason, at: isoInstant(at), carriedFrom }
			}),
		}),
	}),
	writing({
		path: paths.olderCorrections,
		does: ACTS.correctOlder,
		tag,
		summary: 'Say anew what is known of one, and why; one that was taken away is there again',
		input: z.strictObject({ ...content, reason: z.string() }),
		gives: {},
		act: ({ deps, params, input: { reason, ...given }, order }) =>
			correctOlder(deps, order({ olderId: olderIn(params), content: given, reason })),
	}),
	writing({
		path: paths.olderRemoval,
		does: ACTS.removeOlder,
		tag,
		summary: 'Take one away; its number stays taken, and its address says why',
		input: z.strictObject({ reason: z.string() }),
		gives: {},
		act: ({ deps, params, input, order }) => removeOlder(deps, order({ olderId: olderIn(params), ...input })),
	}),
	writing({
		path: paths.olderContests,
		does: ACTS.contestOlder,
		tag,
		summary: 'Say for an association that it does not know of one; everybody sees it beside the statement',
		input: z.strictObject({ associationId, reason: z.string().default('') }),
		gives: {},
		act: ({ deps, params, input, order }) => contestOlder(deps, order({ olderId: olderIn(params), ...input })),
	}),
	writing({
		path: paths.olderContestWithdrawals,
		does: ACTS.takeBackOlderContest,
		tag,
		summary: 'Take that back',
		input: z.strictObject({ associationId }),
		gives: {},
		act: ({ deps, params, input, order }) => takeBackOlderContest(deps, order({ olderId: olderIn(params), ...input })),
	}),
]
