import { WRITERS } from '#domain/members/seats.ts'
import { TYPABLE } from '#domain/statement/statement.ts'
import type { LiveView } from '#read/statement/live.ts'
import { MESSAGE_LIMIT, type Presence, type Said, saidFrom, type Told } from '#writing/protocol.ts'
import { PROTOCOL } from '#writing/protocol-number.ts'
import { entriesAfter, textFor } from './answers.ts'
import { handedOver, pulled, putBack, toHandOver } from './hand-over.ts'
import { budgets } from './pace.ts'
import type { Connection, HostPorts } from './ports.ts'
import { answered, newRoom, type Room, shortened } from './room.ts'
import { baseOf, keptEntry, restored, snapshotOf } from './stored.ts'
import { take } from './take.ts'

/** What was asked about who may write is believed for this long. */
const VIEW_MS = 1_000
/** The record gets what was typed when nobody has typed for so long, and at least so often while somebody does. */
const PAUSE_MS = 2_000
const LONGEST_MS = 10_000
/** How long a room takes nothing while an act fixes its text, before it goes on as if there were none. */
const HELD_MS = 10_000
/** What is in the record and where nobody is, is forgotten after this: a page that comes back later is told the whole text. */
const FORGOTTEN_MS = 24 * 60 * 60 * 1_000
/** Entries that are kept for pages that were away, and how many more there may be before they are forgotten. */
const LOG_KEPT = 500
const LOG_LIMIT = 1_000
/** So many times in a row the record may have changed while a text was on its way there. */
const ATTEMPTS = 5
/** Past so many connections it is told of those who write alone that they come and go. */
const ALL_TOLD = 100

/** A page is told to go, and for good where it is no use to come again. */
const OUT = 4_001
const TOO_FAST = 4_008

type Phase = 'open' | 'held' | 'frozen'

/** A room with those who are in it: takes what they say, tells them what came, and hands over to the record. Nothing in it waits while it changes. */
export function roomHost(ports: HostPorts) {
	const { record, store, connections, now } = ports
	const pace = budgets(now)
	let room: Room | null = null
	let phase: Phase = 'open'
	let view: { readonly at: number; readonly asked: ReadonlySet<string>; readonly found: Promise<LiveView> } | null =
		null
	let handing: Promise<boolean> | null = null
	let typedSince: number | null = null
	let typedAt = 0
	let held = 0

	const tell = (to: Connection, told: Told) => to.send(JSON.stringify(told))
	const tellAll = (told: Told, but?: Connection) => {
		const text = JSON.stringify(told)
		for (const connection of connections()) if (connection !== but) connection.send(text)
	}

	/** The room as it was kept, or as the record has it. */
	async function open(): Promise<Room | null> {
		if (room) return room
		const kept = store.read()
		const stands = kept ? null : await record.text()
		// Another message may have opened it meanwhile.
		if (room) return room
		if (kept) {
			room = restored(kept, kept.entries)
			if (toHandOver(room)) wake()
		} else if (stands && TYPABLE.includes(stands.stage)) {
			room = newRoom(ports.newId(), stands.blocks)
			store.begin(snapshotOf(room), baseOf(room))
		}
		return room
	}

	function becomes(next: Room): void {
		const before = room?.version ?? 0
		const fresh = next.version === before ? [] : next.log.slice(before - next.version)
		for (const [index, entry] of fresh.entries()) store.append(before + index + 1, keptEntry(entry))
		if (next.base !== room?.base) store.rebase(baseOf(next))
		room = next
		const told = fresh.length > 0 ? entriesAfter(next, before) : null
		if (told) tellAll(told)
		if (next.log.length <= LOG_LIMIT + next.version - next.base.version) return
		room = shortened(next, LOG_KEPT)
		const from = room.version - room.log.length
		store.compact(from, snapshotOf(room, from))
	}

	/** Who may be here, asked for all at once. Who may not any more is told, and put out. */
	async function present(of: Connection): Promise<LiveView> {
		if (view && now() - view.at < VIEW_MS && view.asked.has(of.guest().session)) return view.found
		const asked = connections()
		const sessions = new Set(asked.map((connection) => connection.guest().session))
		const found = record.view([...sessions])
		view = { at: now(), asked: sessions, found }
		// Only an answer is believed.
		const answer = await found.catch((error: unknown) => {
			view = null
			throw error
		})
		const seated = new Set(answer.seated.map(({ session }) => session))
		for (const connection of asked) {
			if (seated.has(connection.guest().session)) continue
			tell(connection, { kind: 'out' })
			connection.close(OUT, 'out')
		}
		if (answer.stage === null || !TYPABLE.includes(answer.stage)) await freeze()
		// The text was sent back to be written on.
		else if (phase === 'frozen') phase = 'open'
		return answer
	}

	const mayWrite = (found: LiveView, { session }: { readonly session: string }): boolean =>
		found.seated.some((each) => each.session === session && each.roles.some((role) => WRITERS.includes(role)))

	async function freeze(): Promise<void> {
		if (phase === 'frozen') return
		phase = 'frozen'
		view = null
		tellAll({ kind: 'frozen' })
		room = null
		typedSince = null
		await store.clear()
	}

	function wake(): void {
		const at = now()
		typedSince ??= at
		typedAt = at
		ports.wakeAt(Math.min(typedAt + PAUSE_MS, typedSince + LONGEST_MS))
	}

	/** Gives the record what it does not have. False: it did not take it, and is asked again. */
	function handOver(): Promise<boolean> {
		handing ??= handOverOnce().finally(() => {
			handing = null
		})
		return handing
	}

	async function handOverOnce(): Promise<boolean> {
		for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
			const stands = await record.text()
			if (!room) return true
			if (!stands || !TYPABLE.includes(stands.stage)) {
				await freeze()
				return true
			}
			becomes(pulled(room, stands.blocks))
			const given = toHandOver(room)
			typedSince = null
			if (!given) return true
			const { id: roomId } = room
			const { version, text } = given
			const taken = await record.handOver({ room: roomId, version, text, by: given.by })
			if (!room) return true
			if (taken.ok) {
				becomes(handedOver(room, given, taken.value))
				return true
			}
			if (taken.reason.code === 'losesPlace') becomes(putBack(room, taken.reason.blocks))
			else if (taken.reason.code !== 'textChanged' && taken.reason.code !== 'wrongStage') {
				ports.log({ event: 'typedNotTaken', code: taken.reason.code })
				break
			}
		}
		typedSince ??= now()
		ports.wakeAt(now() + LONGEST_MS)
		return false
	}

	async function hello(from: Connection, said: Extract<Said, { readonly kind: 'hello' }>): Promise<void> {
		if (said.protocol !== PROTOCOL) return tell(from, { kind: 'reload' })
		const client = `${from.guest().personId}/${said.client}`
		from.remember({ ...from.guest(), client })
		const found = await present(from)
		const there = await open()
		if (!there || phase === 'frozen') return tell(from, { kind: 'frozen' })
		const writes = mayWrite(found, from.guest())
		const { key, name } = from.guest()
		const here = connections().flatMap((each): Presence[] => {
			const other = each.guest()
			return other.client === null || each === from
				? []
				: [{ key: other.key, name: other.name, writes: mayWrite(found, other) }]
		})
		const few = here.length <= ALL_TOLD ? here : here.filter((each) => each.writes)
		tell(from, { kind: 'welcome', writes, key, client, here: few, ...textFor(there, client, said) })
		if (phase === 'held') tell(from, { kind: 'held' })
		if (writes || here.length <= ALL_TOLD) tellAll({ kind: 'here', person: { key, name, writes } }, from)
	}

	async function steps(from: Connection, said: Extract<Said, { readonly kind: 'steps' }>): Promise<void> {
		const found = await present(from)
		const there = await open()
		const { client, personId } = from.guest()
		if (phase === 'held') return tell(from, { kind: 'held' })
		if (!there || phase === 'frozen' || client === null) return tell(from, { kind: 'frozen' })
		const current = room ?? there
		const refuse = (reason: Extract<Told, { readonly kind: 'refused' }>['reason'], blocks?: readonly string[]) => {
			room = answered(current, client, said.batch)
			tell(from, { kind: 'refused', batch: said.batch, reason, ...(blocks ? { blocks } : {}) })
		}
		if (!mayWrite(found, from.guest())) return refuse('notAllowed')
		const taking = take(current, { client, person: personId, judged: found.judged }, said)
		if ('refused' in taking) return refuse(taking.refused, taking.blocks)
		if ('again' in taking) return again(from, current, said.version)
		becomes(taking.taken)
		wake()
	}

	function again(to: Connection, there: Room, version: number): void {
		const missed = entriesAfter(there, version)
		const { key, client } = to.guest()
		if (missed) tell(to, missed)
		else if (client !== null)
			tell(to, { kind: 'welcome', writes: true, key, client, here: [], ...textFor(there, client) })
	}

	async function here(from: Connection, said: Extract<Said, { readonly kind: 'here' }>): Promise<void> {
		const found = await present(from)
		const { key, name } = from.guest()
		if (!mayWrite(found, from.guest())) return
		const { anchor, head } = said
		tellAll({ kind: 'here', person: { key, name, writes: true, at: { anchor, head } } }, from)
	}

	return {
		/** Takes a message as it came. */
		async heard(from: Connection, text: string): Promise<void> {
			if (text.length > MESSAGE_LIMIT || !pace.allows(from.guest().key, text.length)) {
				return from.close(TOO_FAST, 'too much')
			}
			const said = saidFrom(text)
			// A page of an earlier day may say things that nobody knows any more.
			if (!said) return tell(from, { kind: 'reload' })
			if (said.kind === 'hello') return hello(from, said)
			if (from.guest().client === null) return tell(from, { kind: 'reload' })
			if (said.kind === 'steps') return steps(from, said)
			if (said.kind === 'here') return here(from, said)
			const there = await open()
			if (there) again(from, there, said.version)
		},
		/** Somebody has gone. What the last of them wrote goes to the record at once. */
		async left(gone: Connection): Promise<void> {
			const { key, client } = gone.guest()
			pace.forget(key)
			const others = connections().filter((each) => each !== gone)
			if (client !== null) for (const other of others) tell(other, { kind: 'left', key })
			if (others.length === 0 && (await open())) {
				await handOver()
				if (typedSince === null) ports.wakeAt(now() + FORGOTTEN_MS)
			}
		},
		/** It is the time that was asked for. */
		async tick(): Promise<void> {
			const there = await open()
			if (!there) return
			const due = Math.min(typedAt + PAUSE_MS, (typedSince ?? now()) + LONGEST_MS)
			if (typedSince !== null && now() < due) return ports.wakeAt(due)
			if (typedSince !== null || toHandOver(there)) {
				await handOver()
			} else if (connections().length === 0) {
				room = null
				await store.clear()
			}
			if (typedSince === null) ports.wakeAt(now() + FORGOTTEN_MS)
		},
		/** The record was changed by another door. */
		async changed(): Promise<void> {
			if (connections().length > 0 || store.read()) if (await open()) await handOver()
		},
		/** Takes nothing more, and gives the record all there is, before an act fixes the text. False: it could not. */
		async settle(): Promise<boolean> {
			if (phase === 'frozen' || (!room && !store.read())) return true
			phase = 'held'
			held += 1
			const own = held
			tellAll({ kind: 'held' })
			setTimeout(() => void (own === held && this.released()), HELD_MS)
			await (handing ?? null)
			return !(await open()) || handOver()
		},
		/** The act is done, or was not. */
		async released(): Promise<void> {
			if (phase !== 'held') return
			held += 1
			const stands = await record.text()
			if (!stands || !TYPABLE.includes(stands.stage)) return freeze()
			phase = 'open'
			tellAll({ kind: 'open' })
		},
	}
}

export type RoomHost = ReturnType<typeof roomHost>
