import { expect, test } from 'vitest'
import { countOf } from '#test/support/all-rows.ts'
import { hiddenFields, signedIn } from '#test/support/app.ts'
import { atWork, comment, say, seated, textOf, versionOf } from '#test/support/comment-pages.ts'
import { createCoalitionWorld, granted, type Member, openedBallot } from '#test/support/world.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

test('a contributor comments at a block; chair answers; it shows where it belongs, under the association and the person', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair } = at
	const { browser: moa } = await seated(at, 'Moa Medarbetare', 'contributor')
	const { block, version } = await versionOf(at, 'arvoderade')
	const text = await textOf(moa, base)
	expect(text).toContain(`href="${base}/comments/new?on=${version}"`)
	expect(text).not.toContain('Flytta upp')

	const thread = await comment(moa, base, version, 'Säg <b>hur</b> mycket.\nOch *till vem*.')
	const made = await textOf(moa, `${thread}?done=made`)
	expect(made).toContain('Synpunkten är lämnad')
	expect(made).toContain('<strong>Attention</strong>')
	expect(made).toContain('Moa Medarbetare')
	// As typed: neither HTML nor Markdown.
	expect(made).toContain('Säg &lt;b&gt;hur&lt;/b&gt; mycket.\nOch *till vem*.')
	expect(await textOf(chair, base)).toContain('1 synpunkt, 1 väntar på svar')
	expect(await textOf(chair, base)).toContain('Svara på 1 synpunkt')

	expect((await say(chair, thread, 'answers', 'Beloppet står nu i texten.')).status).toBe(303)
	const tab = await textOf(moa, `${base}/comments`)
	expect(tab).toContain(`id="on-${block}"`)
	expect(tab).toContain('Ståndpunkt 1')
	expect(tab).toContain('Besvarad')
	expect(tab).toContain('Ordföranden')
	expect(tab).toMatch(/Synpunkter<span class="count"> 1/)
	expect(await textOf(chair, base)).not.toContain('Svara på 1 synpunkt')
	// New to the association until it says so.
	expect(await textOf(moa, base)).toContain('Läs 1 svar till Attention')
	const reading = hiddenFields(tab, `${base}/comments/readings`)
	expect((await moa.post(`${base}/comments/readings`, reading)).status).toBe(303)
	expect(await textOf(moa, base)).not.toContain('Läs 1 svar')
	expect(await textOf(moa, `${base}/history`)).toMatch(/En synpunkt besvarades[\s\S]*En synpunkt lämnades/)
})

test('what is refused comes back with what was typed: too long, nothing, answered meanwhile, something new said', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const { version } = await versionOf(at, 'arvoderade')
	const action = `${base}/comments?on=${version}`
	const hidden = hiddenFields(await textOf(disa, `${base}/comments/new?on=${version}`), action)
	const long = await disa.post(action, { ...hidden, text: 'å'.repeat(4001) })
	const shown = await long.text()
	expect([long.status, shown.includes('å'.repeat(4001)), shown.includes('ska vara arvoderade')]).toEqual([
		422,
		true,
		true,
	])
	expect((await disa.post(action, { ...hidden, text: '  ' })).status).toBe(422)
	expect(await countOf(world.server.client, 'FROM comment')).toBe(0)

	const thread = await comment(disa, base, version, 'Hur mycket?')
	const before = await textOf(chair, thread)
	await say(disa, thread, 'replies', 'Och till vem?')
	const answer = { ...hiddenFields(before, `${thread}/answers`), text: 'Beloppet står nu i texten.' }
	const overtaken = await chair.post(`${thread}/answers`, answer)
	const again = await overtaken.text()
	expect(overtaken.status).toBe(409)
	expect(again).toContain('Och till vem?')
	expect(again).toContain('Beloppet står nu i texten.')
	const second = { ...hiddenFields(again, `${thread}/answers`), text: 'Beloppet står nu i texten.' }
	const page = await textOf(disa, thread)
	expect((await chair.post(`${thread}/answers`, second)).status).toBe(303)

	// Answered while she wrote: her words wait in the form that opens it again.
	const tooLate = await disa.post(`${thread}/replies`, {
		...hiddenFields(page, `${thread}/replies`),
		text: 'Vänta lite.',
	})
	const reopening = await tooLate.text()
	expect(tooLate.status).toBe(409)
	expect(reopening).toContain('Öppna synpunkten igen')
	const words = { ...hiddenFields(reopening, `${thread}/reopenings`), text: 'Vänta lite.' }
	expect((await disa.post(`${thread}/reopenings`, words)).status).toBe(303)
	expect(await textOf(chair, `${base}/comments?show=open`)).toContain('Vänta lite.')
})

test('the same press sent twice is one comment', async () => {
	await using world = await createCoalitionWorld()
	const { base, disa } = await atWork(world)
	const action = `${base}/comments`
	const fields = { ...hiddenFields(await textOf(disa, `${base}/comments/new`), action), text: 'En gång.' }
	const [one, other] = await Promise.all([disa.post(action, fields), disa.post(action, fields)])
	expect([one?.status, one?.headers.get('location')]).toEqual([303, other?.headers.get('location')])
	expect(await countOf(world.server.client, 'FROM comment')).toBe(1)
})

test('one rewords and takes back what is one’s own; what it said first is there to read, and what was taken back is not', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const thread = await comment(disa, base, '', 'Säg hur mycket.')
	const id = thread.split('/').at(-1)
	expect(await textOf(disa, thread)).toContain(`${thread}/wordings/${id}`)
	expect(await textOf(chair, thread)).not.toContain(`${thread}/wordings/${id}`)
	const form = await textOf(disa, `${thread}/wordings/${id}`)
	expect(form).toContain('Säg hur mycket.')
	const reworded = { ...hiddenFields(form, `${thread}/wordings/${id}`), text: 'Säg ett belopp.' }
	expect((await disa.post(`${thread}/wordings/${id}`, reworded)).status).toBe(303)
	expect(await textOf(chair, thread)).toMatch(/Säg ett belopp\.[\s\S]*Så löd den först[\s\S]*Säg hur mycket\./)

	await say(chair, thread, 'replies', 'Vad föreslår ni?')
	expect(await textOf(disa, thread)).not.toContain(`${thread}/wordings/${id}`)
	const late = await disa.post(`${thread}/wordings/${id}`, { ...reworded, key: 'late', text: 'Något helt annat.' })
	expect([late.status, (await late.text()).includes('Något helt annat.')]).toEqual([409, true])

	const asked = await textOf(disa, `${thread}/withdrawals/${id}`)
	expect(asked).toContain('Det går inte att ångra')
	const fields = hiddenFields(asked, `${thread}/withdrawals/${id}`)
	expect((await disa.post(`${thread}/withdrawals/${id}`, fields)).status).toBe(303)
	const left = await textOf(chair, `${base}/comments`)
	expect(left).toContain('Synpunkten togs tillbaka.')
	expect(left).toContain('Vad föreslår ni?')
	expect(left).not.toMatch(/Säg (ett belopp|hur mycket)/)
})

test('once the ballot is open nothing new is taken, and all can be read', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const thread = await comment(disa, base, '', 'Säg hur mycket.')
	const action = `${base}/comments`
	const open = {
		...hiddenFields(await textOf(disa, `${base}/comments/new`), action),
		text: 'Ännu en synpunkt, en lång.',
	}
	expect(await textOf(chair, `${base}/ballots/new`)).toContain('1 synpunkt väntar på svar.')
	await openedBallot(world, at.statement)
	const refused = await disa.post(action, open)
	expect([refused.status, (await refused.text()).includes('Ännu en synpunkt, en lång.')]).toEqual([409, true])
	const tab = await textOf(disa, `${base}/comments`)
	expect(tab).toContain('Texten är låst för beslut')
	expect(tab).toContain('Säg hur mycket.')
	expect(tab).not.toContain('Lämna synpunkt på hela texten')
	expect(await textOf(disa, thread)).not.toContain('<textarea')
	// Those who are to vote should know what came of what they said.
	expect(await textOf(chair, thread)).toContain('Besvara och avsluta')
	expect(await textOf(chair, thread)).not.toContain('Svara utan att avsluta')
})

test('somebody with two seats says whose comment it is, and an erased person is nobody', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, app, attention } = at
	const { deps, order, clock } = world
	const given = { personId: attention.delegate, associationId: null, role: 'secretary', from: clock.now } as const
	granted(await giveSeat(deps, order(world.chair, { ...given, until: null, invite: false })))
	const both = await signedIn(app, attention.delegate)
	const page = await textOf(both, `${base}/comments/new`)
	expect(page).toContain('Vem lämnar synpunkten?')
	const hidden = hiddenFields(page, `${base}/comments`)
	const sent = await both.post(`${base}/comments`, { ...hidden, as: attention.associationId, text: 'För föreningen.' })
	expect(sent.status).toBe(303)
	clock.now += 1000
	await both.post(`${base}/comments`, { ...hidden, key: 'other', as: '', text: 'För samverkan.' })
	const tab = await textOf(both, `${base}/comments`)
	expect(tab).toMatch(
		/<strong>Attention<\/strong>[\s\S]*För föreningen\.[\s\S]*<strong>Handläggaren<\/strong>[\s\S]*För samverkan\./,
	)
	const other = world.members[1] as Member
	const wrong = await both.post(`${base}/comments`, { ...hidden, key: 'wrong', as: other.associationId, text: 'Fel.' })
	expect(wrong.status).toBe(403)

	await erasePerson(deps, attention.delegate)
	const left = await textOf(at.chair, `${base}/comments`)
	expect(left).toContain('borttagen person')
	expect(left).not.toContain('Disa')
})

test('a comment can be left on the page where the associations take their stances', async () => {
	await using world = await createCoalitionWorld()
	const { base, disa, statement } = await atWork(world)
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId: statement, dueAt: null })))
	const page = await textOf(disa, `${base}/stances`)
	const fields = { ...hiddenFields(page, `${base}/stances`), text: 'Bra text.' }
	expect((await disa.post(`${base}/stances`, fields)).status).toBe(303)
	expect(await textOf(disa, `${base}/comments`)).toContain('Bra text.')
})
