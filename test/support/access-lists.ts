import type { AssociationId, PersonId, StatementId } from '#domain/kernel/id.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { routes } from '#routes'
import { proposeAmendment } from '#usecases/amendment/amendment.ts'
import { openConsensusList } from '#usecases/amendment/consensus-list.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { newPosition, versionNow } from './amending.ts'
import type { ListedAmendment } from './consensus.ts'
import { DAY, granted, type World } from './world.ts'

/** A text with an amendment that is on a list, or can be put on one. */
export type AccessList = { readonly statement: string; readonly list: string; readonly item: ListedAmendment }

/** Texts of their own, since a text has one list: for each who might use one up, first by forms and then by programs. */
export type AccessLists = { readonly unlisted: readonly AccessList[]; readonly listed: readonly AccessList[] }

type Speaker = { readonly associationId: AssociationId; readonly delegate: PersonId }

export async function makeLists(
	world: World,
	chair: PersonId,
	{ associationId, delegate }: Speaker,
): Promise<AccessLists> {
	const { deps, clock } = world
	const order = <Command>(person: PersonId, command: Command) => world.order(person, command, undefined, DEMO_SLUG)
	const make = async (title: string): Promise<AccessList> => {
		const text = { kind: 'letter', language: 'sv', title, track: 'full', inquiryId: null } as const
		const { statementId } = granted(await startStatement(deps, order(chair, text))).value
		const command = { statementId, associationId, ...newPosition() }
		const { amendmentId } = granted(await proposeAmendment(deps, order(delegate, command))).value
		return {
			statement: statementId,
			list: 'none',
			item: { amendmentId, versionId: await versionNow(world, amendmentId) },
		}
	}
	const unlisted: AccessList[] = []
	const listed: AccessList[] = []
	for (let index = 0; index < 4; index += 1) {
		unlisted.push(await make(`Utan lista ${index}`))
		const one = await make(`Med lista ${index}`)
		const asked = { statementId: one.statement as StatementId, chosen: [one.item], closesAt: clock.now + 7 * DAY }
		const { listId } = granted(await openConsensusList(deps, order(chair, asked))).value
		listed.push({ ...one, list: listId })
	}
	return { unlisted, listed }
}

/** The one that a route about lists is tried on; null for other routes. */
export function listFor(path: string, { unlisted, listed }: AccessLists, attempt: number): AccessList | null {
	if (!/\/amendments\/lists(\/|$)/.test(path)) return null
	return (path.endsWith('/lists') ? unlisted : listed)[attempt % listed.length] ?? null
}

/** What could be sent to each of them. */
export const LIST_FORMS = {
	[routes.consensusLists]: (lists: AccessLists, attempt: number) => {
		const { amendmentId, versionId } = itemOf(routes.consensusLists, lists, attempt)
		return { 'chosen[]': [`${amendmentId} ${versionId}`], objectBy: '2026-12-20' }
	},
	[routes.consensusAnswers]: (lists: AccessLists, attempt: number, association: AssociationId) => {
		const { amendmentId } = itemOf(routes.consensusAnswers, lists, attempt)
		return { associationId: association, [`objects-${amendmentId}`]: 'yes', [`reason-${amendmentId}`]: 'För dyrt.' }
	},
	[routes.consensusCancellation]: () => ({ reason: 'Fel yrkanden.' }),
} as const

function itemOf(path: string, lists: AccessLists, attempt: number): ListedAmendment {
	const found = listFor(path, lists, attempt)
	if (!found) throw new Error(`there is no list for ${path}`)
	return found.item
}
