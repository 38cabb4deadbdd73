import { TYPABLE } from '#domain/statement/statement.ts'
import type { LiveView } from '#read/statement/live.ts'
import { MESSAGE_LIMIT, type Said, saidFrom } from '#writing/protocol.ts'
import { PROTOCOL } from '#writing/protocol-number.ts'
import { missedFor, textFor } from './answers.ts'
import { attendance, mayWrite, othersHere } from './attendance.ts'
import { AGAIN_MS, dueFor, FORGOTTEN_MS } from './due.ts'
import { fixedOf, frozenFor } from './fixed.ts'
import { givingTo } from './giving.ts'
import { handedOver, pulled, putBack, toHandOver } from './hand-over.ts'
import { holdsIn } from './holds.ts'
import { budgets } from './pace.ts'
import type { Connection, HostPorts } from './ports.ts'
import { answered, newRoom, type Room, shortened } from './room.ts'
import { baseOf, keptEntry, restored, snapshotOf } from './stored.ts'
import { take } from './take.ts'
import { telling } from './telling.ts'

/** Entries that are kept for pages that were away, and how many more there may be before they are forgotten. */
const LOG_KEPT = 500
const LOG_LIMIT = 1_000
/** So many times in a row the record may have changed while a text was on its way there. */
const ATTEMPTS = 5
/** Past so many connections it is told of those who write alone that they come and go. */
const ALL_TOLD = 100
/** A page is told to go. */
const TOO_FAST = 4_008

/** A room with those who are in it: takes what they say, tells them what came, and hands over to the record. Nothing in it waits while it changes. */
export function roomHost(ports: HostPorts) {
	const { record, store, connections, now } = ports
	const pace = budgets(now)
	const holds = holdsIn(store, now)
	const due = dueFor(now)
	const giving = givingTo(ports)
	let room: Room | null = null
	let phase: 'open' | 'frozen' = 'open'
	let handing: Promise<boolean> | null = null

	const tell = telling(connections)
	const seats = attendance({ record, connections, now, tell: tell.one })

	function keptRoom(): Room | null {
		const kept = store.read()
		return kept && restored(kept, kept.entries)
	}

	/** The room as it was kept, or as the record has it. */
	async function open(): Promise<Room | null> {
		if (room) return room
		const kept = keptRoom()
		const stands = kept ? null : await record.text()
		// Another message may have opened it meanwhile.
		if (room) return room
		if (kept) {
			room = kept
			if (toHandOver(room)) due.late()
			wake()
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
		const isOther = next.base !== room?.base
		if (isOther) store.rebase(baseOf(next))
		room = next
		if (fresh.length > 0) tell.entries(next, before)
		if (isOther) tell.followers()
		if (next.log.length <= LOG_LIMIT + next.version - next.base.version) return
		room = shortened(next, LOG_KEPT)
		const from = room.version - room.log.length
		store.compact(from, snapshotOf(room, from))
	}

	/** Who may be here. By the way, how far the record has come with the text. */
	async function present(of: Connection): Promise<LiveView> {
		const { found, isNew } = await seats.asked(of)
		if (!isNew) return found
		if (found.stage === null || !TYPABLE.includes(found.stage)) freeze()
		// The text was sent back to be written on.
		else if (phase === 'frozen') phase = 'open'
		return found
	}

	function freeze(): void {
		if (phase === 'frozen') return
		phase = 'frozen'
		seats.forget()
		const last = room ?? keptRoom()
		if (last) {
			// What is typed is never taken for long enough that an act could have come before it.
			if (toHandOver(last)) ports.log({ event: 'typedNotTaken', code: 'wrongStage' })
			store.note('fixed', fixedOf(last))
		}
		tell.flush()
		for (const connection of connections()) tell.one(connection, frozen(connection))
		room = null
		due.given()
		store.clear()
		wake()
	}

	const frozen = (to: Connection) => frozenFor(store.noted('fixed'), to.guest().client)

	/** Asks to be woken for the first thing that there will be to do. */
	function wake(): void {
		const next = due.next()
		if (next === null) store.note('forgetAt', String(now() + FORGOTTEN_MS))
		ports.wakeAt(Math.max(now(), Math.min(next ?? now() + FORGOTTEN_MS, holds.next())))
	}

	/** Gives the record what it does not have. False: it did not take it, and is asked again. */
	function handOver(): Promise<boolean> {
		handing ??= handOverOnce().finally(() => {
			handing = null
		})
		return handing
	}

	async function handOverOnce(): Promise<boolean> {
		const isDone = await triedOften().catch(() => {
			ports.log({ event: 'typedNotTaken', code: 'busy' })
			return false
		})
		if (isDone) return true
		due.notTaken()
		wake()
		return false
	}

	async function triedOften(): Promise<boolean> {
		for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
			const stands = await record.text()
			// What another door changed is told to those alone who may be here still.
			for (const anybody of connections().slice(0, 1)) await present(anybody)
			if (!room) return true
			if (!stands || !TYPABLE.includes(stands.stage)) {
				freeze()
				return true
			}
			const unheard = giving.unheard(room.id)
			if (unheard === null) {
				becomes(pulled(room, stands.blocks))
				due.given()
			}
			const given = unheard ?? toHandOver(room)
			if (!given) return true
			const taken = await giving.give(room.id, given)
			if (!room) return true
			if (taken.ok) {
				becomes(handedOver(room, given, taken.value))
				if (unheard === null) return true
			} else if (taken.reason.code === 'losesPlace') becomes(putBack(room, taken.reason.blocks))
			else if (taken.reason.code !== 'textChanged' && taken.reason.code !== 'wrongStage') {
				ports.log({ event: 'typedNotTaken', code: taken.reason.code })
				return false
			}
		}
		return false
	}

	async function hello(from: Connection, said: Extract<Said, { readonly kind: 'hello' }>): Promise<void> {
		if (said.protocol !== PROTOCOL) return tell.one(from, { kind: 'reload' })
		const client = `${from.guest().personId}/${said.client}`
		from.remember({ ...from.guest(), client })
		const found = await present(from)
		const there = await open()
		if (!there || phase === 'frozen') return tell.one(from, frozen(from))
		const writes = mayWrite(found, from.guest())
		const { key, name } = from.guest()
		const here = othersHere(connections(), from, found)
		const few = here.length <= ALL_TOLD ? here : here.filter((each) => each.writes)
		tell.one(from, { kind: 'welcome', writes, key, client, here: few, ...textFor(there, client, said) })
		if (holds.any()) tell.one(from, { kind: 'held' })
		if (writes || here.length <= ALL_TOLD) tell.others({ kind: 'here', person: { key, name, writes } }, from)
	}

	async function steps(from: Connection, said: Extract<Said, { readonly kind: 'steps' }>): Promise<void> {
		const found = await present(from)
		const there = await open()
		const { client, personId } = from.guest()
		if (!there || phase === 'frozen' || client === null) return tell.one(from, frozen(from))
		if (holds.any()) return tell.one(from, { kind: 'held' })
		const current = room ?? there
		const { batch } = said
		// Nothing is remembered of who cannot write: it could be made to remember without end.
		if (!mayWrite(found, from.guest())) return tell.one(from, { kind: 'refused', batch, reason: 'notAllowed' })
		const taking = take(current, { client, person: personId, judged: found.judged }, said)
		if ('refused' in taking) {
			room = answered(current, client, batch)
			const { refused: reason, blocks } = taking
			return tell.one(from, { kind: 'refused', batch, reason, ...(blocks ? { blocks } : {}) })
		}
		if ('again' in taking) return again(from, said.version)
		becomes(taking.taken)
		due.typed()
		wake()
	}

	async function again(to: Connection, version: number): Promise<void> {
		const found = await present(to)
		const there = await open()
		const isHere = found.seated.some(({ session }) => session === to.guest().session)
		const missed = there && isHere && missedFor(there, to.guest(), mayWrite(found, to.guest()), version)
		if (missed) tell.one(to, missed)
	}

	async function here(from: Connection, said: Extract<Said, { readonly kind: 'here' }>): Promise<void> {
		const found = await present(from)
		const { key, name } = from.guest()
		if (!mayWrite(found, from.guest())) return
		const { anchor, head } = said
		tell.others({ kind: 'here', person: { key, name, writes: true, at: { anchor, head } } }, from)
	}

	/** The room, where there is one. */
	const known = async (): Promise<Room | null> => room ?? (store.read() ? open() : null)

	/** Nothing is taken for that act any more: before, the record is asked what it did. */
	async function ended(act: string): Promise<void> {
		if (!holds.has(act)) return
		const stands = await record.text()
		holds.end(act)
		if (!stands || !TYPABLE.includes(stands.stage)) return freeze()
		if (!holds.any() && phase === 'open') tell.all({ kind: 'open' })
	}

	return {
		/** Takes a message as it came. */
		async heard(from: Connection, text: string): Promise<void> {
			if (text.length > MESSAGE_LIMIT || !pace.allows(from.guest().key, text.length)) {
				return from.close(TOO_FAST, 'too much')
			}
			const said = saidFrom(text)
			// A page of an earlier day may say things that nobody knows any more.
			if (!said) return tell.one(from, { kind: 'reload' })
			if (said.kind === 'hello') return hello(from, said)
			if (from.guest().client === null) return tell.one(from, { kind: 'reload' })
			if (said.kind === 'steps') return steps(from, said)
			if (said.kind === 'here') return here(from, said)
			return again(from, said.version)
		},
		/** Somebody has gone. What the last of them wrote goes to the record at once. */
		async left(gone: Connection): Promise<void> {
			const { key, client } = gone.guest()
			pace.forget(key)
			const others = connections().filter((each) => each !== gone)
			if (client !== null) for (const other of others) tell.one(other, { kind: 'left', key })
			if (others.length === 0 && (await known())) {
				await handOver()
				wake()
			}
		},
		/** It is the time that was asked for. */
		async tick(): Promise<void> {
			const isHeard = await Promise.all(holds.over().map(ended)).catch(() => null)
			// The record is away, and so for long perhaps. It is not for the platform to count how often it is asked.
			if (!isHeard) return ports.wakeAt(now() + AGAIN_MS)
			const there = await known()
			if (due.next() !== null && !due.isNow()) return wake()
			if (there && (due.isNow() || toHandOver(there))) await handOver()
			else if (connections().length === 0 && !holds.any() && now() >= Number(store.noted('forgetAt'))) {
				room = null
				return store.forget()
			}
			wake()
		},
		/** The record was changed by another door, or is to have what was typed. */
		async changed(): Promise<void> {
			if (await known()) await handOver()
		},
		/** Takes nothing more, and gives the record all there is, before that act fixes the text. False: it could not. */
		async settle(act: string): Promise<boolean> {
			const isFirst = !holds.any()
			holds.begin(act)
			wake()
			if (isFirst && phase === 'open') tell.all({ kind: 'held' })
			await (handing ?? null)
			if ((await known()) && !(await handOver())) return false
			// It was told meanwhile that the act is over.
			if (!holds.has(act)) return false
			// What it took until now is not of the time that the act has.
			holds.begin(act)
			wake()
			return true
		},
		/** The act is done, or was not. */
		released: ended,
	}
}

export type RoomHost = ReturnType<typeof roomHost>
