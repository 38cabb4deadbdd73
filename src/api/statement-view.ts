import * as z from 'zod'
import { isoInstant } from '#domain/kernel/calendar.ts'
import { ballotOnText, nextStep } from '#domain/planning/tasks.ts'
import { textOf } from '#domain/publication/record.ts'
import { numberBlocks } from '#domain/statement/block.ts'
import type { PublicationView, SortedPublication } from '#read/publication/publishing.ts'
import { href, routes } from '#routes'
import { methodSchema } from '#schema/deciding.ts'
import { answerSchema } from '#schema/signing.ts'
import { draftHashOf } from '#usecases/hashing.ts'
import { ballot, showBallot, when } from './ballot-view.ts'
import type { Asked } from './endpoint.ts'
import { block, date, hash, idText, instantText, kind, language, stage, track } from './schemas.ts'

export const statement = z
	.strictObject({
		id: idText,
		title: z.string(),
		kind,
		language,
		track,
		stage,
		inquiryId: idText.nullable(),
		textHash: hash.meta({
			description: 'Of the text as it stands. When the ballot opens, the text is fixed under another.',
		}),
		blocks: z.array(
			z.strictObject({
				blockId: idText,
				versionId: idText,
				number: z.int().nullable(),
				letter: z.string().nullable(),
				content: block,
			}),
		),
		consultationDueAt: instantText.nullable(),
		signoffDueAt: instantText.nullable(),
		reason: z.string().nullable().meta({ description: 'Why it was last referred back, or withdrawn.' }),
		ballot: ballot.nullable(),
		signoffs: z.array(
			z.strictObject({
				associationId: idText,
				answer: answerSchema,
				reason: z.string(),
				method: methodSchema,
				at: instantText,
				standing: z.boolean().meta({ description: 'Given on the text as it stands.' }),
			}),
		),
		publication: z
			.strictObject({
				label: z.string(),
				year: z.int(),
				number: z.int(),
				publishedAt: instantText,
				page: z.url(),
				markdown: z.url(),
				pdf: z.url(),
				docx: z.url(),
				record: z.url(),
			})
			.nullable(),
		dispatches: z.array(z.strictObject({ sentOn: date, how: z.string(), to: z.string() })),
		topics: z
			.array(z.strictObject({ slug: z.string(), name: z.string() }))
			.meta({ description: 'What the coalition sorts it under.' }),
		next: z.strictObject({ step: z.string(), by: z.string(), dueAt: instantText.nullable() }),
		createdAt: instantText,
		changedAt: instantText,
	})
	.meta({ id: 'Statement' })

export async function showStatement(
	view: SortedPublication,
	asked: Asked<string>,
): Promise<z.output<typeof statement>> {
	const { header, blocks, signoffs, dispatches } = view
	const { statement: found, situation } = header
	const next = nextStep(situation, asked.context.now)
	const textHash = found.textHash ?? (await draftHashOf(textOf(found, blocks)))
	const numbered = numberBlocks(blocks.map(({ content }) => content))
	return {
		id: found.id,
		title: found.title,
		kind: found.kind,
		language: found.language,
		track: found.track,
		stage: found.stage,
		inquiryId: found.inquiryId,
		textHash,
		blocks: blocks.map(({ blockId, id, content }, index) => ({
			blockId,
			versionId: id,
			number: numbered[index]?.number ?? null,
			letter: numbered[index]?.letter ?? null,
			content: block.parse(content),
		})),
		consultationDueAt: when(header.consultationDueAt),
		signoffDueAt: when(header.signoffDueAt),
		reason: header.reason,
		ballot:
			view.ballot && showBallot({ ...view, ballot: view.ballot, voted: ballotOnText(situation)?.voted ?? [] }, asked),
		signoffs: signoffs.map(({ associationId, answer, reason, method, at, textHash: of }) => {
			return { associationId, answer, reason, method, at: isoInstant(at), standing: of === found.textHash }
		}),
		publication: showPublication(view, asked),
		dispatches: [...dispatches],
		topics: [...view.topics],
		next: { ...next, dueAt: when(next.dueAt) },
		createdAt: isoInstant(header.createdAt),
		changedAt: isoInstant(header.changedAt),
	}
}

function showPublication({ header, publishedAt }: PublicationView, { deps, context }: Asked<string>) {
	const { published } = header
	if (!published || publishedAt === null) return null
	const { label, year, number } = published
	const of = { coalition: context.params.coalition ?? '', year: String(year) }
	return {
		label,
		year,
		number,
		publishedAt: isoInstant(publishedAt),
		page: deps.origin + href(routes.published, { ...of, number: String(number) }),
		markdown: deps.origin + href(routes.publishedMarkdown, { ...of, file: `${number}.md` }),
		record: deps.origin + href(routes.publishedRecord, { ...of, file: `${number}.json` }),
		docx: deps.origin + href(routes.publishedDocx, { ...of, file: `${number}.docx` }),
		pdf: deps.origin + href(routes.publishedPdf, { ...of, file: `${number}.pdf` }),
	}
}
