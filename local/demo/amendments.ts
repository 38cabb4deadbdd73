import { firstValue, id } from '#db/rows.ts'
import type { Want } from '#domain/amendment/want.ts'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	Instant,
	PersonId,
	StatementId,
} from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { joinAmendment, proposeAmendment } from '#usecases/amendment/amendment.ts'
import { granted, HOUR, type Making, positionsIn } from './making.ts'

/** Somebody who proposes, and for which association. */
type Voice = { readonly person: PersonId; readonly associationId: AssociationId | null }

export type Amending = Making & { readonly statementId: StatementId }

/** Proposals about the text that is in consultation: two that collide, a new position that others have joined, and one that waits. */
export async function seedAmendments(
	making: Amending,
	{ attention, anbo, fountainHouse, shedo }: Readonly<Record<'attention' | 'anbo' | 'fountainHouse' | 'shedo', Voice>>,
	since: Instant,
): Promise<void> {
	const { at } = making
	const positions = await positionsIn(making, making.statementId)
	const [council, , , everybody] = positions
	const council6 = wordsOf(council, 'minst fyra gånger', 'minst sex gånger')
	const council12 = wordsOf(council, 'minst fyra gånger om året', 'en gång i månaden')
	at(since + HOUR)
	await propose(making, fountainHouse, council, council6, 'Fyra möten om året hinner inte följa en budget.')
	at(since + 3 * HOUR)
	await propose(making, shedo, council, council12, 'De råd som fungerar träffas varje månad.')
	at(since + 5 * HOUR)
	const text = 'Den som behöver en ledsagare för att kunna delta ska få den betald av kommunen.'
	const escort = { put: 'after', blocks: [{ kind: 'position', text }] } as const
	const joined = await propose(making, attention, positions.at(-1), escort, 'I dag betalar föreningarna själva.')
	at(since + 6 * HOUR)
	await join(making, fountainHouse, joined)
	at(since + 15 * HOUR)
	await join(making, shedo, joined)
	at(since + 15.5 * HOUR)
	const alone = wordsOf(
		everybody,
		'i någon förening',
		'i någon förening, och den som bor i en annan kommun än den får stöd av',
	)
	await propose(making, anbo, everybody, alone, 'Många får sitt stöd från en annan kommun.')
}

/** The block with other words in the place of some. */
export function wordsOf(block: BlockVersion | undefined, these: string, others: string): Want {
	const content = block?.content
	if (!content || !('text' in content)) throw new Error('the text in consultation says what is to be amended')
	return { put: 'instead', blocks: [{ ...content, text: content.text.replace(these, others) }] }
}

export async function propose(
	{ deps, order, statementId }: Amending,
	{ person, associationId }: Voice,
	on: BlockVersion | undefined,
	want: Want,
	reason: string,
): Promise<AmendmentId> {
	if (associationId === null) throw new Error('an amendment is an association’s')
	const command = { statementId, associationId, seen: on ? [on.id] : [], want, reason }
	return granted(await proposeAmendment(deps, order(person, command))).value.amendmentId
}

async function join(making: Amending, { person, associationId }: Voice, amendmentId: AmendmentId) {
	const { deps, order, statementId } = making
	const versionId = await versionOf(making, amendmentId)
	if (associationId === null) throw new Error('an association joins')
	granted(await joinAmendment(deps, order(person, { statementId, amendmentId, associationId, versionId })))
}

/** In which words an amendment is there. */
export async function versionOf({ deps }: Making, amendmentId: AmendmentId): Promise<AmendmentVersionId> {
	const version = firstValue('SELECT version_id FROM amendment WHERE id = ?', [amendmentId], id<AmendmentVersionId>())
	const [versionId] = await deps.db.read(version)
	if (versionId === null) throw new Error('the amendment is there')
	return versionId
}
