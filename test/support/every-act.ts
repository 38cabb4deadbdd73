import type { ActKind } from '#domain/acts.ts'
import type { FileId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { recordStances } from '#usecases/deciding/record-stances.ts'
import { changeInquiry, declineInquiry, moveDueDate, receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { attachFile, removeFile } from '#usecases/inquiry/inquiry-files.ts'
import { discardNotice, takeNotice } from '#usecases/inquiry/take-notice.ts'
import { insertPosition } from '#usecases/position/insert-position.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { changeTitle, openConsultation, withdrawStatement } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { allRows } from './all-rows.ts'
import { ADDENDUM_ACTS } from './amended.ts'
import { AMENDMENT_ACTS } from './amending.ts'
import { preparedAmendmentBallot } from './amendment-ballot.ts'
import { BANK_ACTS } from './banked.ts'
import { CONSENSUS_ACTS } from './consensus.ts'
import { COALITION_ACTS, firstOf, type PreparedAct } from './every-coalition-act.ts'
import { COMMENT_ACTS } from './every-comment-act.ts'
import { blockOf, DECIDING_ACTS } from './every-deciding-act.ts'
import { OUTCOME_ACTS } from './followed.ts'
import { OLDER_OUTCOME_ACTS } from './followed-older.ts'
import { OLDER_ACTS } from './imported.ts'
import { REPLY_ACTS } from './replied.ts'
import { decidedStatement, publish } from './signing.ts'
import { TOPIC_ACTS } from './sorted.ts'
import { TYPED_ACTS } from './typed.ts'
import { WITHHELD_ACTS } from './withheld.ts'
import { BLOCKS, type CoalitionWorld, draftStatement, granted } from './world.ts'

const broughtFile = {
	name: 'missiv.txt',
	mediaType: 'text/plain',
	bytes: [new TextEncoder().encode('Remiss av God vård')],
	text: 'Remiss av God vård',
	gap: null,
} as const

const letter = {
	how: 'mail' as const,
	open: () =>
		ok({
			title: 'Remiss',
			text: 'Se bilagan.',
			files: [broughtFile],
			leftOut: [{ name: 'karta.png', why: 'otherKind' as const }],
		}),
}

const openFile = () => ok(broughtFile)

async function waitingNotice({ deps, order, chair }: CoalitionWorld) {
	return granted(await takeNotice(deps, order(chair, letter))).value.noticeId
}

async function receivedInquiry({ deps, order, chair }: CoalitionWorld) {
	const texts = { title: 'En remiss', sender: '', references: '', sendTo: '', copyTo: '', note: '' }
	return granted(await receiveInquiry(deps, order(chair, { ...texts, dueOn: null, documents: [] }))).value.inquiryId
}

/** One of each kind of act, but for closing, which is two. */
export const EVERY_ACT: Readonly<Record<Exclude<ActKind, 'closeBallot' | 'countBallot'>, PreparedAct>> = {
	...COALITION_ACTS,
	...TOPIC_ACTS,
	...BANK_ACTS,
	receiveInquiry: {
		prepare: async ({ deps, order, chair }) => {
			const texts = { title: 'En remiss', sender: '', references: 'S2020/06171', sendTo: '', copyTo: '', note: '' }
			const receive = order(chair, { ...texts, dueOn: '2022-11-01', documents: [] })
			return () => receiveInquiry(deps, receive)
		},
	},
	takeNotice: {
		prepare: async (world) => {
			const take = world.order(world.chair, letter)
			return () => takeNotice(world.deps, take)
		},
	},
	confirmNotice: {
		prepare: async (world) => {
			const noticeId = await waitingNotice(world)
			const texts = { title: 'En remiss', sender: '', references: '', sendTo: '', copyTo: '', note: '' }
			const confirm = world.order(world.chair, { ...texts, dueOn: null, documents: [], noticeId })
			return () => receiveInquiry(world.deps, confirm)
		},
	},
	discardNotice: {
		prepare: async (world) => {
			const discard = world.order(world.chair, { noticeId: await waitingNotice(world) })
			return () => discardNotice(world.deps, discard)
		},
	},
	attachFile: {
		prepare: async (world) => {
			const inquiryId = await receivedInquiry(world)
			const attach = world.order(world.chair, { inquiryId, open: openFile })
			return () => attachFile(world.deps, attach)
		},
	},
	removeFile: {
		prepare: async (world) => {
			const inquiryId = await receivedInquiry(world)
			granted(await attachFile(world.deps, world.order(world.chair, { inquiryId, open: openFile })))
			const [file] = await allRows(world.server.client, 'SELECT id FROM file WHERE inquiry_id = ?', [inquiryId])
			const remove = world.order(world.chair, { inquiryId, fileId: String(file?.id) as FileId })
			return () => removeFile(world.deps, remove)
		},
	},
	startStatement: {
		prepare: async ({ deps, order, chair }) => {
			const command = { kind: 'letter', language: 'sv', title: 'Ett brev', track: 'full', inquiryId: null } as const
			const start = order(chair, { ...command, template: { name: 'letter', fill: () => BLOCKS } })
			return () => startStatement(deps, start)
		},
	},
	editDocument: {
		prepare: async (world) => {
			const statementId = await draftStatement(world)
			const edit = { do: 'add', blocks: [{ kind: 'paragraph', text: 'Ett stycke till.' }], after: null } as const
			const add = world.order(firstOf(world).delegate, { statementId, edit })
			return () => editDocument(world.deps, add)
		},
	},
	...TYPED_ACTS,
	...AMENDMENT_ACTS,
	openAmendmentBallot: { prepare: preparedAmendmentBallot },
	...CONSENSUS_ACTS,
	openConsultation: {
		prepare: async (world) => {
			const open = world.order(world.chair, { statementId: await draftStatement(world), dueAt: null })
			return () => openConsultation(world.deps, open)
		},
	},
	recordStances: {
		prepare: async (world) => {
			const { deps, order, chair } = world
			const { associationId, delegate } = firstOf(world)
			const statementId = await draftStatement(world)
			granted(await openConsultation(deps, order(chair, { statementId, dueAt: null })))
			const stance = { ...(await blockOf(world, 'position')), stance: 'support', reason: 'Bra.' } as const
			const record = order(delegate, { statementId, associationId, stances: [stance] })
			return () => recordStances(deps, record)
		},
	},
	...COMMENT_ACTS,
	...DECIDING_ACTS,
	insertPosition: {
		prepare: async (world) => {
			const source = await decidedStatement(world)
			granted(await publish(world, source))
			const statementId = await draftStatement(world)
			const insert = world.order(world.chair, { statementId, source, number: 1 })
			return () => insertPosition(world.deps, insert)
		},
	},
	...OUTCOME_ACTS,
	...ADDENDUM_ACTS,
	...OLDER_ACTS,
	...OLDER_OUTCOME_ACTS,
	...REPLY_ACTS,
	...WITHHELD_ACTS,
	changeInquiry: {
		prepare: async (world) => {
			const texts = { title: 'En annan', sender: '', references: '', sendTo: '', copyTo: '', note: '' }
			const facts = { ...texts, dueOn: null, documents: [] }
			const change = world.order(world.chair, { inquiryId: await receivedInquiry(world), facts })
			return () => changeInquiry(world.deps, change)
		},
	},
	moveDueDate: {
		prepare: async (world) => {
			const inquiryId = await receivedInquiry(world)
			const move = world.order(world.chair, { inquiryId, dueOn: '2022-12-01', note: 'Förlängd svarstid' })
			return () => moveDueDate(world.deps, move)
		},
	},
	declineInquiry: {
		prepare: async (world) => {
			const decline = world.order(world.chair, { inquiryId: await receivedInquiry(world), reason: 'Ingen hinner.' })
			return () => declineInquiry(world.deps, decline)
		},
	},
	changeTitle: {
		prepare: async (world) => {
			const change = world.order(world.chair, { statementId: await draftStatement(world), title: 'Ett annat svar' })
			return () => changeTitle(world.deps, change)
		},
	},
	withdrawStatement: {
		prepare: async (world) => {
			const withdraw = world.order(world.chair, {
				statementId: await draftStatement(world),
				reason: 'Remissen drogs in.',
			})
			return () => withdrawStatement(world.deps, withdraw)
		},
	},
}
